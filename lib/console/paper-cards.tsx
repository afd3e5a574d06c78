"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { screensOf } from "@/lib/activities/screens";
import { randomSecret } from "@/lib/client/random";
import { useWordsText } from "@/lib/client/use-words";
import { isBelowK } from "@/lib/console/next-step";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { Button } from "@/lib/ui/button";
import { Covered } from "@/lib/ui/console/cover";

/** Cards typed in at once: as many commands go out one after the other, far below what a socket may send (P34). */
const LINES_MAX = 20;

export interface PaperCardsProps {
  view: FacilitatorView;
  commands: ConsoleCommands;
}

/** While cards are written or read before their reveal: paper cards of people without a phone, one a line. */
export function PaperCards({ view, commands }: PaperCardsProps) {
  const t = useTranslations("console");
  const [open, setOpen] = useState(false);
  const { planned, activity } = view;
  if (!planned || !activity || isBelowK(view)) return null;
  const isWriting = activity.about.takes === "cards";
  const isReading = activity.phase === "review";
  if (!isWriting && !isReading) return null;
  return (
    <section className="flex flex-col items-start gap-3">
      <Button
        aria-expanded={open}
        className="-ms-3"
        kind="quiet"
        onClick={() => setOpen(!open)}
        size="console"
      >
        {t("paperCards")}
      </Button>
      {open ? (
        <Covered>
          <Editor commands={commands} key={planned.key} view={view} />
        </Covered>
      ) : null}
    </section>
  );
}

const linesOf = (text: string): string[] =>
  text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

function Editor({ view, commands }: PaperCardsProps) {
  const t = useTranslations("console");
  const textOf = useWordsText();
  const id = useId();
  const [text, setText] = useState("");
  const [answering, setAnswering] = useState(0);
  const [sending, setSending] = useState(false);
  const [added, setAdded] = useState<number | null>(null);
  /** Ids of lines without an answer, so that pressing again after a lost line adds none twice. */
  const tried = useRef(new Map<string, string>());
  const { planned, activity } = view;
  if (!planned || !activity) return null;
  const choices = screensOf(planned.kind).paperCardsFor({ planned, record: activity.record });
  const attributes = choices[answering]?.attributes ?? choices[0]?.attributes;
  const lines = linesOf(text);
  const isTooMany = lines.length > LINES_MAX;

  /** One by one, until one is refused: what was not taken stays in the field. */
  async function add() {
    setSending(true);
    setAdded(null);
    let taken = 0;
    for (const [at, line] of lines.entries()) {
      const name = `${lines.slice(0, at).filter((each) => each === line).length}/${line}`;
      const card = tried.current.get(name) ?? randomSecret();
      tried.current.set(name, card);
      if (!(await commands.act({ type: "typeInCard", card, text: line, attributes }))) break;
      tried.current.delete(name);
      taken += 1;
    }
    setText(lines.slice(taken).join("\n"));
    setAdded(taken);
    setSending(false);
  }

  return (
    <div className="measure flex w-full flex-col gap-2 text-base">
      {choices.length > 1 ? (
        <>
          <label className="font-semibold" htmlFor={`${id}-for`}>
            {t("paperCardsFor")}
          </label>
          <select
            className="min-h-target w-full min-w-0 rounded-control border border-edge bg-surface px-3"
            id={`${id}-for`}
            onChange={(event) => setAnswering(event.currentTarget.selectedIndex)}
            value={answering}
          >
            {choices.map(({ name }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: in the order of the record, which has no other name for them
              <option key={at} value={at}>
                {typeof name === "string" ? name : name === null ? "" : textOf(name)}
              </option>
            ))}
          </select>
        </>
      ) : null}
      <label className="font-semibold" htmlFor={id}>
        {t("paperCardsLabel")}
      </label>
      <textarea
        aria-describedby={`${id}-note`}
        className="w-full rounded-control border border-edge bg-surface px-3 py-2"
        id={id}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAdded(null);
        }}
        readOnly={sending}
        rows={4}
        value={text}
      />
      <p className="text-ink-2 text-sm" id={`${id}-note`}>
        {isTooMany ? t("paperCardsMany", { max: LINES_MAX }) : t("paperCardsNote")}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          disabled={sending || lines.length === 0 || isTooMany || attributes === undefined}
          onClick={() => void add()}
          size="console"
        >
          {t("paperCardsAdd", { n: lines.length })}
        </Button>
        <p className="text-ink-2" role="status">
          {added === null ? null : t("paperCardsAdded", { n: added })}
        </p>
      </div>
    </div>
  );
}
