"use client";

import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { PadEntry } from "@/lib/client/use-shared-pad";
import { PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import { placeAfter, spliceBetween, withOwn } from "@/lib/documents/splice";

export interface SheetEntryProps {
  entry: PadEntry;
  label: string;
  removeLabel: string;
  isReadOnly: boolean;
  onRemove: () => void;
}

/**
 * One entry of a sheet that several people write. What is typed goes into it at once; what others write comes into the field
 * between two words of one's own: a keyboard that composes (on phones all do) would lose its word otherwise.
 */
export function SheetEntry({ entry, label, removeLabel, isReadOnly, onRemove }: SheetEntryProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** What the field said when it was last looked at. */
  const known = useRef(entry.text);
  const isComposing = useRef(false);

  /** Brings into the field what others have written, and leaves the caret among the same letters. */
  function takeOver(): void {
    const input = field.current;
    if (input === null || isComposing.current) return;
    const now = entry.now();
    const change = spliceBetween(input.value, now);
    known.current = now;
    if (change === null) return;
    const { selectionStart, selectionEnd } = input;
    input.value = now;
    if (document.activeElement === input) {
      input.setSelectionRange(placeAfter(selectionStart, change), placeAfter(selectionEnd, change));
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the entry says something else than it did
  useEffect(takeOver, [entry.text]);

  function type(): void {
    const input = field.current;
    if (input === null) return;
    const own = spliceBetween(known.current, input.value);
    const now = entry.now();
    if (own) entry.rewrite(withOwn(now, own, spliceBetween(known.current, now)));
    known.current = input.value;
    takeOver();
  }

  return (
    <li className="flex items-start gap-1 rounded-card border border-line bg-surface">
      <textarea
        aria-label={label}
        className="field-sizing-content min-h-12 min-w-0 flex-1 resize-none rounded-card bg-transparent px-4 py-2.5 text-lg"
        defaultValue={entry.text}
        dir="auto"
        maxLength={PAD_ENTRY_CHARACTERS_MAX}
        onChange={type}
        onCompositionEnd={() => {
          isComposing.current = false;
          type();
        }}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        readOnly={isReadOnly}
        ref={field}
        rows={1}
      />
      {isReadOnly ? null : (
        <button
          aria-label={removeLabel}
          className="flex size-12 shrink-0 items-center justify-center rounded-control text-ink-2"
          onClick={onRemove}
          type="button"
        >
          <X aria-hidden size={20} strokeWidth={1.75} />
        </button>
      )}
    </li>
  );
}
