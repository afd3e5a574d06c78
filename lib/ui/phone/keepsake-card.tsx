"use client";

import { CalendarPlus, Copy, Mail, Image as Picture, Printer } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { dateFormat } from "@/lib/i18n/dates";
import { Button } from "@/lib/ui/button";
import { download } from "@/lib/ui/download";
import { CurvesGlyph, UpdraftGlyph } from "@/lib/ui/drawn/drawings";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { calendarOf } from "@/lib/ui/phone/calendar-entry";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import {
  bound,
  type Keepsake,
  type KeepsakeWords,
  keepsakeText,
  lacksStep,
  textOfStep,
} from "@/lib/ui/phone/keepsake";
import type { KeepsakeLook } from "@/lib/ui/phone/keepsake-picture";

/**
 * What one takes along, as one card, and the ways in which it leaves the phone by one's own hand: none of them asks
 * a server. For a covered place: a plan may name people, and neighbours look.
 */
export function KeepsakeCard({
  keepsake,
  onOtherView,
}: {
  keepsake: Keepsake;
  /** Shows another one of the views that helped; left out where there is no other. */
  onOtherView?: (() => void) | undefined;
}) {
  const t = useTranslations("phone.keepsake");
  const words = useKeepsakeWords();
  const card = useRef<HTMLDivElement>(null);
  return (
    <div className="flex flex-col gap-3">
      <div className="rounded-card border border-edge bg-surface px-5 py-5" ref={card}>
        <Face keepsake={keepsake} words={words} />
      </div>
      {onOtherView ? (
        <div className="-ms-3">
          <Button kind="quiet" onClick={onOtherView}>
            {t("otherView")}
          </Button>
        </div>
      ) : null}
      <TakeAlong card={card} keepsake={keepsake} words={words} />
      {createPortal(
        <div className="print-sheet">
          <Face keepsake={keepsake} words={words} />
          <p className="mt-6 text-base">{t("printNote")}</p>
        </div>,
        document.body,
      )}
    </div>
  );
}

function useKeepsakeWords(): KeepsakeWords {
  const t = useTranslations("phone.keepsake");
  return useMemo(
    () => ({
      step: t("step"),
      noStep: t("noStep"),
      helpful: t("helpful"),
      quoted: (text) => t("quoted", { text }),
      // In one line, wherever it comes to stand.
      moved: ({ before, after }) =>
        bound(before === after ? t("stayed", { value: after }) : t("moved", { before, after })),
    }),
    [t],
  );
}

/** The card as it is seen, on screen and on paper. */
function Face({ keepsake, words }: { keepsake: Keepsake; words: KeepsakeWords }) {
  const { steps, notes, helpful, moves, session } = keepsake;
  const lacksPlan = lacksStep(keepsake);
  return (
    <div className="relative">
      {/* The mark stands beside whatever comes first. */}
      <UpdraftGlyph className="absolute end-0 top-0 size-8! text-accent" />
      <div className="flex flex-col divide-y divide-line *:py-4 *:first:pt-0 *:last:pb-0 [&>:first-child_h3]:pe-12">
        {steps.length > 0 || lacksPlan ? (
          <div>
            <h3 className="text-base text-ink-2">{words.step}</h3>
            {lacksPlan ? <p className="text-ink-2">{words.noStep}</p> : null}
            {steps.map((step) => (
              <p
                className="mt-2 text-pretty font-medium font-serif text-xl"
                dir="auto"
                key={textOfStep(step)}
              >
                {step.sentence.map(({ text, isHinge }) => (
                  <span className={isHinge ? "text-ink-2" : ""} key={text}>
                    {text}
                  </span>
                ))}
              </p>
            ))}
          </div>
        ) : null}
        {notes.map(({ prompt, text }) => (
          <div key={`${prompt}/${text}`}>
            <h3 className="text-base text-ink-2">{prompt}</h3>
            <p
              className="mt-1 whitespace-pre-line text-pretty font-medium font-serif text-xl"
              dir="auto"
            >
              {text}
            </p>
          </div>
        ))}
        {helpful === null ? null : (
          <div>
            <h3 className="text-base text-ink-2">{words.helpful}</h3>
            <PeoplesWords
              as="p"
              className="mt-1 whitespace-pre-line font-medium font-serif text-xl"
            >
              {words.quoted(helpful)}
            </PeoplesWords>
          </div>
        )}
        {moves.length === 0 ? null : (
          <ul className="flex flex-col gap-2">
            {moves.map((move) => (
              <li className="flex items-start gap-3" key={move.question}>
                <CurvesGlyph className="mt-0.5 text-accent" />
                <span className="min-w-0">
                  {move.question} <strong className="tabular">{words.moved(move)}</strong>
                </span>
              </li>
            ))}
          </ul>
        )}
        {session === null ? null : <p className="text-ink-2 text-sm">{session}</p>}
      </div>
    </div>
  );
}

/** Loaded where it is offered. */
const loadPicture = () => import("@/lib/ui/phone/keepsake-picture");
const loadMail = () => import("@/lib/ui/phone/keepsake-mail");

/** What became of a wish to take it along; "by-hand": the text is laid out to be copied. */
type Outcome = "nothing" | "copied" | "by-hand" | "no-picture";

function TakeAlong({
  card,
  keepsake,
  words,
}: {
  card: RefObject<HTMLElement | null>;
  keepsake: Keepsake;
  words: KeepsakeWords;
}) {
  const t = useTranslations("phone.keepsake");
  const [outcome, setOutcome] = useState<Outcome>("nothing");
  const field = useRef<HTMLTextAreaElement>(null);
  const text = keepsakeText(keepsake, words);
  const days = keepsake.steps.flatMap((step) =>
    step.days.map((day) => ({ title: textOfStep(step), day })),
  );

  useEffect(() => {
    // While there is a network: it may be gone by the time that somebody wants the file.
    loadPicture().catch(() => undefined);
    loadMail().catch(() => undefined);
  }, []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      // Over plain http there is no clipboard: the text is laid out, marked, and copied the old way.
      setOutcome("by-hand");
      requestAnimationFrame(() => {
        field.current?.select();
        if (document.execCommand("copy")) setOutcome("copied");
      });
    }
  }

  async function toCalendar() {
    const calendar = calendarOf(days);
    if (calendar) download("aufwind.ics", calendar);
  }

  async function toPicture() {
    if (!card.current) return;
    const look = lookOf(card.current);
    const drawing = await loadPicture().catch(() => null);
    const picture = drawing && (await drawing.keepsakePicture(keepsake, words, look));
    if (picture) download("aufwind.png", picture);
    else setOutcome("no-picture");
  }

  async function toMail() {
    const { mailOf } = await loadMail();
    const mail = mailOf(t("title"), text);
    download("aufwind.eml", new Blob([mail], { type: "message/rfc822" }));
  }

  const ways = [
    ...(days.length > 0
      ? [
          {
            Sign: CalendarPlus,
            name: days.length === 1 ? t("calendar") : t("calendarDates", { n: days.length }),
            go: toCalendar,
            // Its words need a line of their own.
            isWide: days.length > 1,
          },
        ]
      : []),
    { Sign: Picture, name: t("picture"), go: toPicture },
    { Sign: Printer, name: t("print"), go: async () => window.print() },
    { Sign: Mail, name: t("mail"), go: toMail },
    { Sign: Copy, name: t("copy"), go: copy },
  ];
  const says = {
    nothing: null,
    copied: t("copied"),
    "by-hand": t("select"),
    "no-picture": t("noPicture"),
  };
  return (
    <>
      {days.length > 1 ? <CalendarPreview days={days} /> : null}
      <ul className="flex flex-wrap gap-2">
        {ways.map(({ Sign, name, go, isWide = false }) => (
          <li
            className={`grow ${isWide ? "basis-full" : "basis-[calc(50%-0.25rem)] max-[22rem]:basis-full"}`}
            key={name}
          >
            <Button className="text-base!" onClick={() => void go()} wide>
              <Sign aria-hidden size={20} strokeWidth={1.75} />
              {name}
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-base text-ink-2" role="status">
        {says[outcome]}
      </p>
      {outcome === "by-hand" ? (
        <textarea
          aria-label={t("select")}
          className="w-full rounded-card border border-edge bg-surface px-4 py-3"
          dir="auto"
          readOnly
          ref={field}
          rows={4}
          value={text}
        />
      ) : null}
    </>
  );
}

/** What the calendar gets, before it gets it. */
function CalendarPreview({ days }: { days: readonly { title: string; day: string }[] }) {
  const t = useTranslations("phone.keepsake");
  const locale = useLocale();
  const format = dateFormat(locale, { weekday: "long", day: "numeric", month: "long" });
  const titles = new Set(days.map(({ title }) => title));
  return (
    <Disclosure title={t("calendarShows")}>
      <ul className="flex flex-col gap-2 text-base">
        {days.map(({ title, day }) => (
          <li key={`${day}/${title}`}>
            <span className="font-semibold">
              {t("calendarDay", { day: format.format(new Date(`${day}T12:00`)) })}
            </span>
            {titles.size > 1 ? <span className="block text-ink-2">{title}</span> : null}
          </li>
        ))}
      </ul>
      {titles.size === 1 ? <p className="mt-2 text-base text-ink-2">{days[0]?.title}</p> : null}
    </Disclosure>
  );
}

/** The colours in which the card stands here, and its mark. */
function lookOf(card: HTMLElement): KeepsakeLook {
  const style = getComputedStyle(card);
  const colour = (token: string) => style.getPropertyValue(`--${token}`).trim();
  return {
    colours: {
      paper: colour("paper"),
      surface: colour("surface"),
      ink: colour("ink"),
      "ink-2": colour("ink-2"),
      line: colour("line"),
      edge: colour("edge"),
      accent: colour("accent"),
    },
    mark: Array.from(card.querySelector("svg")?.querySelectorAll("path") ?? [], (path) =>
      path.getAttribute("d"),
    ).filter((path) => path !== null),
  };
}
