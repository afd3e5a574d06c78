import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FollowUpProps } from "@/app/sessions/[id]/summary/follow-up";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { nextMeetingPath, templatePath, wallPath } from "@/app/sessions/template-path";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n/locale";
import {
  FIXED_SECTION,
  type MissingSummary,
  type SectionKey,
  type SummaryBlocks,
  withoutSections,
} from "@/lib/summary/blocks";
import { reviewed, type SummaryReview } from "@/lib/summary/review";
import type { SharedLink } from "@/lib/summary/shared-links";
import type { SummaryVersion } from "@/lib/summary/versions";
import type { Words } from "@/lib/words";
import { running } from "@/server/running-server";

export interface LoadedSummary {
  language: Locale;
  /** The session's own title, which is there before its summary is; null where it can't be read. */
  title: Words | null;
  /** Before that it is a first look: it can be reviewed, and there are no files of it. */
  isOver: boolean;
  /** Which version it is, by what it is called among all that there are. */
  version: SummaryVersion;
  versions: readonly SummaryVersion[];
  /** Links to this version that work now. */
  links: readonly SharedLink[];
  /** What became of everybody's plan, where that was asked. */
  followUp: FollowUpProps["followUp"];
  /** What is handed on, or why there is nothing. */
  summary: SummaryBlocks | MissingSummary;
  /** The same in every language; null where there is nothing. */
  handedOn: Readonly<Record<Locale, SummaryBlocks>> | null;
  /** Every section that can be left out, in the facilitator's order, and whether it is in. */
  choices: SectionChoice[];
  /** What else the facilitator made of it. */
  review: SummaryReview;
  /** When the raw data go; null once they are gone. */
  rawDataGoAt: Date | null;
  /** Whether they are due and wait, because this release can't read the session. */
  erasureWaits: boolean;
  /** Where the next meeting of its series is opened; null where there is none. */
  next: string | null;
  /** Where what remains of its series hangs; null where it is a session by itself. */
  wall: string | null;
  /** Where a rehearsal leads once it is over; null for a real session. */
  rehearsedFrom: string | null;
}

export interface SectionChoice {
  key: SectionKey;
  title: string;
  isIn: boolean;
}

/**
 * The summary of one of the facilitator's own sessions, in its first version and the session's language unless others
 * are asked for. Page, print and file all come from here, so that they hold the same sections.
 */
export async function loadSummary(
  id: string,
  asked: Readonly<Record<string, unknown>>,
): Promise<LoadedSummary> {
  const { userId } = await requireFacilitator();
  const number = asked.version === undefined ? undefined : Number(asked.version);
  const { sessions } = running();
  const found = await sessions.summary(userId, id, number);
  if (!found) notFound();
  const { title, rawDataGoAt, erasureWaits, hiddenSections, review, version, versions } = found;
  const wanted = typeof asked.language === "string" ? asked.language : undefined;
  const candidates = [wanted, found.language ?? undefined, await getLocale()];
  const language = candidates.find(isLocale) ?? DEFAULT_LOCALE;
  const { summary } = found;
  const rehearsedFrom = found.isRehearsal ? templatePath(found.templateId) : null;
  const next = nextMeetingPath(found.next, id);
  const shared = {
    ...{ language, title, rawDataGoAt, erasureWaits, next, rehearsedFrom, review },
    ...{
      wall: wallPath(found.wallId),
      version,
      versions,
      isOver: found.isOver,
      followUp: await sessions.followUpOf(userId, id),
      links: await sessions.linksTo(userId, { session: id, version: version.number }),
    },
  };
  if (typeof summary === "string") return { ...shared, summary, handedOn: null, choices: [] };
  const whole = { de: reviewed(summary.de, review), en: reviewed(summary.en, review) };
  const handedOn = {
    de: withoutSections(whole.de, hiddenSections),
    en: withoutSections(whole.en, hiddenSections),
  };
  return {
    ...shared,
    ...{ summary: handedOn[language], handedOn },
    choices: whole[language].sections.flatMap((section) =>
      section.key === FIXED_SECTION || section.title === null
        ? []
        : [
            {
              key: section.key,
              title: section.title,
              isIn: !hiddenSections.includes(section.key),
            },
          ],
    ),
  };
}
