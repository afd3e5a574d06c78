"use client";

import { useTranslations } from "next-intl";
import {
  type ChangeEvent,
  type ClipboardEvent,
  type FormEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import {
  findCode,
  formatCode,
  ROOM_CODE_LENGTH,
  readCodeCharacters,
} from "@/lib/session/room-code";
import { Button } from "@/lib/ui/button";

/** What a code looks like; stands in the field until something is typed. */
const EXAMPLE = "7K3M 9QTX";

export interface CodeInputProps {
  /** Called with the bare code when its last character is typed, or on submit. */
  onCode: (code: string) => void;
  busy?: boolean;
  /** Shown below, and announced. */
  error?: string;
  /** What was typed before and led nowhere, to be corrected. */
  initial?: string;
  autoFocus?: boolean;
  /** Where the form goes without JavaScript. */
  action?: string;
}

/** The field for a join code, shown 4-4; it reads what people type, and goes on by itself. */
export function CodeInput({
  onCode,
  busy = false,
  error,
  initial = "",
  autoFocus,
  action = "/j",
}: CodeInputProps) {
  const t = useTranslations();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState(() => readCodeCharacters(initial));
  const [found, setFound] = useState<"short" | "nothing" | null>(null);
  const problem =
    found === null ? error : t(found === "short" ? "join.codeShort" : "join.codeNotFound");

  function read(text: string) {
    const next = readCodeCharacters(text);
    setCode(next);
    setFound(null);
    if (next.length === ROOM_CODE_LENGTH && next !== code) onCode(next);
  }

  // What was typed before the page came alive counts too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, after hydration
  useEffect(() => {
    const typed = field.current?.value;
    if (typed) read(typed);
  }, []);

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const input = event.target;
    const caret = readCodeCharacters(
      input.value.slice(0, input.selectionStart ?? undefined),
    ).length;
    read(input.value);
    // The text is set anew on each key; without this an edit in the middle throws the caret to the end.
    requestAnimationFrame(() => {
      const position = formatCode(input.value.replace(" ", "").slice(0, caret)).length;
      input.setSelectionRange(position, position);
    });
  }

  /** A link, or a sentence of an invitation: its letters would read like a code. */
  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData("text");
    // Part of a code goes where the caret is, as anywhere.
    if (pasted.trim().length < ROOM_CODE_LENGTH) return;
    event.preventDefault();
    const code = findCode(pasted);
    if (code === null) setFound("nothing");
    else read(code);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (code.length === ROOM_CODE_LENGTH) onCode(code);
    else {
      setFound("short");
      field.current?.focus();
    }
  }

  return (
    <form
      action={action}
      className="flex flex-col gap-3"
      method="get"
      noValidate
      onSubmit={onSubmit}
    >
      <label className="font-semibold text-lg" htmlFor={id}>
        {t("landing.codeLabel")}
      </label>
      <input
        aria-describedby={`${id}-problem`}
        aria-invalid={problem ? true : undefined}
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        // biome-ignore lint/a11y/noAutofocus: the code is the one thing to do on this page
        autoFocus={autoFocus}
        className="tabular min-h-15 w-full rounded-control border border-edge bg-surface px-4 font-medium font-serif text-2xl uppercase tracking-wider aria-invalid:border-brick"
        enterKeyHint="go"
        id={id}
        name="code"
        onChange={onChange}
        onPaste={onPaste}
        placeholder={EXAMPLE}
        ref={field}
        spellCheck={false}
        type="text"
        value={formatCode(code)}
      />
      <p className={problem ? "text-base text-brick" : "sr-only"} id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <Button busy={busy} kind="primary" type="submit" wide>
        {busy ? t("join.checking") : t("landing.join")}
      </Button>
    </form>
  );
}
