"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { amountOf } from "@/lib/activities/sort/cells";
import { lineKey } from "@/lib/activities/sort/kept";
import type { SortSettings } from "@/lib/activities/sort/schema";
import type { OwnPlacingHand } from "@/lib/activities/sort/use-own-placing";
import { useWording, useWords, useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";

/** A goal in one sentence; more doesn't fit on what is placed. */
const LINE_CHARACTERS_MAX = 80;
/** Offered at first; a line more as soon as they are filled. */
const LINES_AT_FIRST = 3;

/** One's own things, one a line: they stay on this device. */
export function OwnLines({ hand, settings }: { hand: OwnPlacingHand; settings: SortSettings }) {
  const t = useTranslations("kinds.sort.phone");
  const words = useWords();
  const textOf = useWordsText();
  const wordingOf = useWording();
  const { source, fictional, starters } = settings;
  const { texts } = hand.content;
  const { least, most } = amountOf(source);
  const used = lastUsed(texts, most);
  const [opened, setOpened] = useState(0);
  if (source.type !== "own") return null;
  const offered = Math.max(least, Math.min(LINES_AT_FIRST, most), used, opened);

  function takeFictional() {
    for (const [n, text] of fictional.slice(0, most).entries()) {
      hand.write(lineKey(n + 1), wordingOf(text).text);
    }
  }

  return (
    <div className="flex flex-col gap-3">
      {Array.from({ length: offered }, (_, n) => lineKey(n + 1)).map((key, n) => {
        const starter = starters[n % Math.max(1, starters.length)];
        return (
          <Line
            key={key}
            label={
              <>
                {words(source.label)} <span className="tabular text-ink-2">{n + 1}</span>
              </>
            }
            onChange={(text) => hand.write(key, text)}
            placeholder={starter ? textOf(starter) : undefined}
            value={texts[key] ?? ""}
          />
        );
      })}
      {offered < most ? (
        <Button className="-ms-3 self-start" kind="quiet" onClick={() => setOpened(offered + 1)}>
          {t("anotherLine")}
        </Button>
      ) : null}
      {fictional.length > 0 && used === 0 ? (
        <Button className="-ms-3 self-start" kind="quiet" onClick={takeFictional}>
          {t("takeFictional")}
        </Button>
      ) : null}
    </div>
  );
}

/** The number of the last line that has something in it. */
function lastUsed(texts: Readonly<Record<string, string>>, most: number): number {
  for (let n = most; n > 0; n -= 1) if ((texts[lineKey(n)] ?? "") !== "") return n;
  return 0;
}

function Line(props: {
  label: ReactNode;
  value: string;
  placeholder: string | undefined;
  onChange: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label className="text-base" htmlFor={id}>
        {props.label}
      </label>
      <input
        autoComplete="off"
        className="min-h-12 w-full rounded-control border border-edge bg-surface px-3 text-lg"
        dir="auto"
        id={id}
        maxLength={LINE_CHARACTERS_MAX}
        onChange={(event) => props.onChange(event.target.value)}
        placeholder={props.placeholder}
        value={props.value}
      />
    </div>
  );
}
