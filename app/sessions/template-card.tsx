"use client";

import { MinuteStrip } from "@/app/sessions/minute-strip";
import { TemplateGlyph } from "@/app/sessions/template-glyph";
import { WorkshopLength } from "@/app/sessions/workshop-length";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { Words } from "@/lib/words";

export interface TemplateCardProps {
  id: string;
  title: Words;
  purpose: Words;
  /** Of its parts, in their order. */
  minutes: readonly number[];
  buffer?: number | undefined;
}

/** A ready-made workshop at a glance, and the way to opening it. */
export function TemplateCard({ id, title, purpose, minutes, buffer }: TemplateCardProps) {
  const { words } = usePlanWords("du");
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
      <WorkshopLength buffer={buffer} minutes={minutes} />
    </li>
  );
}
