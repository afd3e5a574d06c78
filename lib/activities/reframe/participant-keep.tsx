"use client";

import { useTranslations } from "next-intl";
import { caseOf } from "@/lib/activities/reframe/cases";
import type { CaseSource, ReframeCase } from "@/lib/activities/reframe/schema";
import { useLiveView } from "@/lib/client/live-provider";
import { useWordsText } from "@/lib/client/use-words";
import { StarGlyph } from "@/lib/ui/drawn/drawings";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { useOwnMarks } from "@/lib/ui/phone/use-own-cards";

/**
 * Readings that help with one's own case, kept on this device only. Which case is one's own the
 * phone finds out by its marks. The closed row looks the same on every phone, so that it tells
 * neighbours nothing; a given case is nobody's and has none.
 */
export function KeepReadings({ each, source }: { each: ReframeCase; source: CaseSource }) {
  const t = useTranslations("kinds.reframe.phone");
  const textOf = useWordsText();
  const marks = useOwnMarks();
  if (source.from === "own") {
    return (
      <Disclosure title={source.keep ? textOf(source.keep) : t("keepReadings")}>
        <Readings caseId={each.id} />
      </Disclosure>
    );
  }
  if (each.markHash === null) return null;
  return (
    <Disclosure name={each.id} title={t("keepIfMine")}>
      {marks.has(each.markHash) ? (
        <Readings caseId={each.id} />
      ) : (
        <p className="text-base text-ink-2">{t("keepNotMine")}</p>
      )}
    </Disclosure>
  );
}

/** All readings of the case, not only those that many found helpful. */
function Readings({ caseId }: { caseId: string }) {
  const t = useTranslations("kinds.reframe.phone");
  const cards = useLiveView((view) => view.cards);
  const { record, change } = useDevice();
  const readings = Object.values(cards ?? {})
    .filter((card) => caseOf(card) === caseId)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

  function toggle(id: string, text: string) {
    change((before) => {
      const rest = before.keptCards.filter((kept) => kept.id !== id);
      const isKept = rest.length < before.keptCards.length;
      return { ...before, keptCards: isKept ? rest : [...rest, { id, text }] };
    });
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="text-base text-ink-2">{t("keepNote")}</p>
      {readings.map(({ id, text }) => (
        <button
          aria-pressed={record.keptCards.some((kept) => kept.id === id)}
          className="group flex min-h-12 items-center gap-3 rounded-control border border-edge bg-surface px-3 py-2 text-start aria-pressed:border-accent aria-pressed:bg-accent-soft"
          key={id}
          onClick={() => toggle(id, text)}
          type="button"
        >
          <StarGlyph className="text-accent group-aria-pressed:fill-current" />
          <span className="sr-only">{t("helpsMe")}: </span>
          <PeoplesWords className="min-w-0">{text}</PeoplesWords>
        </button>
      ))}
    </div>
  );
}
