"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import * as Y from "yjs";
import { useLive } from "@/lib/client/live-provider";
import { PAD_UPDATE_BYTES, padModel } from "@/lib/client/pad-model";
import {
  type DocumentState,
  openSharedDocument,
  type SharedDocument,
  type UnsentKeeper,
} from "@/lib/client/shared-document";
import { UPDATES_EVERY_MS } from "@/lib/documents/limits";
import { PAD_COLUMNS, type PadColumn } from "@/lib/documents/pad";
import { addEntry, type PadChange, removeEntry, rewriteEntry } from "@/lib/documents/pad-changes";
import { padColumn } from "@/lib/documents/pad-document";

/** One entry of a pad, as long as it is there. */
export interface PadEntry {
  /** The same for the same entry, in this page. */
  key: string;
  /** As it was when it was last drawn. */
  text: string;
  /** As it is at this moment. */
  now(): string;
  rewrite(text: string): void;
  remove(): void;
}

/** What a pad says, and what can be changed of it. */
export interface SharedPad {
  state: DocumentState;
  /** Whether something of one's own was given up because nobody would take it. */
  hasLost: boolean;
  columns: Readonly<Record<PadColumn, readonly PadEntry[]>>;
  /** False where it is full, or can't be changed now. */
  add(column: PadColumn, text: string): boolean;
}

/** Where a page keeps what was not saved of a pad. */
export interface PadKeeper extends UnsentKeeper<readonly PadChange[]> {
  /** Told what was written and found no room any more. */
  noRoom(changes: readonly PadChange[]): void;
}

/** Who only reads keeps nothing. */
const readsOnly: PadKeeper = { read: () => null, keep: () => undefined, noRoom: () => undefined };

const nothing: SharedPad["columns"] = { guess: [], know: [], ask: [] };

const opening: Pick<SharedPad, "state" | "hasLost" | "columns"> = {
  state: "opening",
  hasLost: false,
  columns: nothing,
};

/**
 * The pad of this name, as several pages write it at once. Whoever imports this loads Yjs: import it only from what is itself
 * loaded where there is a pad. `isOpen`: whether the view says that it is written now.
 */
export function useSharedPad(
  name: string,
  { keeper = readsOnly, isOpen = false }: { keeper?: PadKeeper; isOpen?: boolean } = {},
): SharedPad {
  const { lane } = useLive();
  const [shown, setShown] = useState(opening);
  const [shared, setShared] = useState<SharedDocument | null>(null);
  const kept = useRef(keeper);
  useEffect(() => {
    kept.current = keeper;
  });

  // The document is made and destroyed here alone: an effect that runs twice makes two, one after the other.
  useEffect(() => {
    const keys = entryKeys();
    let frame = 0;
    function show(): void {
      frame = 0;
      const { doc, state, hasLost } = opened;
      setShown((before) => ({
        ...{ state, hasLost },
        columns: doc ? columnsOf(doc, keys) : before.columns,
      }));
    }
    const opened = openSharedDocument({
      ...{ yjs: Y, lane, name, gatherMs: UPDATES_EVERY_MS, bytesAtOnce: PAD_UPDATE_BYTES },
      model: padModel((changes) => kept.current.noRoom(changes)),
      unsent: {
        read: () => kept.current.read(),
        keep: (unsent) => kept.current.keep(unsent),
        takeOver: async () => kept.current.takeOver?.(),
        onChange: (listener) => kept.current.onChange?.(listener) ?? (() => undefined),
      },
      // Once for each picture that is drawn, however many changes come before it.
      onChange() {
        if (frame === 0) frame = requestAnimationFrame(show);
      },
    });
    setShared(opened);
    return () => {
      cancelAnimationFrame(frame);
      opened.close();
      setShared(null);
      setShown(opening);
    };
  }, [lane, name]);

  // Whoever came while nobody might write it was let read alone (P284).
  useEffect(() => {
    if (isOpen && shared?.state === "reading") shared.renew();
  }, [isOpen, shared]);

  const add = useCallback(
    (column: PadColumn, text: string) => {
      const isWritten = shared?.state === "saved" || shared?.state === "saving";
      return isWritten && shared.doc ? addEntry(shared.doc, column, text) : false;
    },
    [shared],
  );
  return useMemo(() => ({ ...shown, add }), [shown, add]);
}

/** A key for each entry, which are told apart by what Yjs holds of them. */
function entryKeys(): (entry: Y.Text) => string {
  const keys = new WeakMap<Y.Text, string>();
  let next = 0;
  return (entry) => {
    const known = keys.get(entry);
    if (known !== undefined) return known;
    next += 1;
    keys.set(entry, `${next}`);
    return `${next}`;
  };
}

function columnsOf(doc: Y.Doc, keyOf: (entry: Y.Text) => string): SharedPad["columns"] {
  const columnOf = (column: PadColumn): PadEntry[] =>
    padColumn(doc, column)
      .toArray()
      .map((entry) => ({
        key: keyOf(entry),
        text: entry.toString(),
        now: () => entry.toString(),
        rewrite: (text) => rewriteEntry(doc, column, entry, text),
        remove: () => removeEntry(doc, column, entry),
      }));
  const [guess, know, ask] = PAD_COLUMNS.map(columnOf);
  return { guess: guess ?? [], know: know ?? [], ask: ask ?? [] };
}
