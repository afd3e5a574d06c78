"use client";

import { useTranslations } from "next-intl";
import { MinuteStrip } from "@/app/sessions/minute-strip";
import { TemplateGlyph } from "@/app/sessions/template-glyph";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { Words } from "@/lib/words";

export interface TemplateCardProps {
  id: string;
  title: Words;
  purpose: Words;
  /** Of its parts, in their order. */
  minutes: readonly number[];
}

/** A ready-made workshop at a glance, and the way to opening it. */
export function TemplateCard({ id, title, purpose, minutes }: TemplateCardProps) {
  const t = useTranslations("sessions");
  const { words } = usePlanWords("du");
  const sum = minutes.reduce((before, each) => before + each, 0);
  return (
    <li className="relative flex flex-col gap-2 rounded-card border border-line bg-surface p-4 hover:border-edge">
      <div className="flex items-center gap-3">
        <TemplateGlyph className="text-accent" id={id} />
        <h3 className="font-medium font-serif text-xl">
          <a
            className="after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-accent focus-visible:after:outline-offset-2"
            href={`/sessions/new/${id}`}
          >
            {words(title)}
          </a>
        </h3>
      </div>
      <p className="grow text-base text-ink-2">{words(purpose)}</p>
      <MinuteStrip minutes={minutes} />
      <p className="text-base">
        <strong className="font-semibold">{t("minutesShort", { n: sum })}</strong>
        <span className="text-ink-2"> · {t("parts", { n: minutes.length })}</span>
      </p>
    </li>
  );
}
