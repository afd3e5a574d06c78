import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n/locale";
import { seriesWall, type WallSheet } from "@/lib/summary/series-wall";
import type { Words } from "@/lib/words";
import { running } from "@/server/running-server";

/** A meeting whose summary can't be shown. */
export interface LostMeeting {
  id: string;
  /** What its facilitator calls it; empty where they don't. */
  name: string;
  title: Words | null;
  openedAt: Date;
}

export interface LoadedWall {
  language: Locale;
  /** Of those that have a summary, oldest first. */
  sheets: readonly WallSheet[];
  lost: readonly LostMeeting[];
}

/** What remained of the meetings of an own series, in the language that is asked for; not found where there is no such series. */
export async function loadWall(
  wall: string,
  asked: Readonly<Record<string, string | string[] | undefined>>,
): Promise<LoadedWall> {
  const { userId } = await requireFacilitator();
  const meetings = await running().sessions.endedMeetings(userId, wall);
  if (!meetings) notFound();
  const wanted = typeof asked.language === "string" ? asked.language : undefined;
  const language = [wanted, await getLocale()].find(isLocale) ?? DEFAULT_LOCALE;
  return {
    language,
    sheets: seriesWall(
      meetings.flatMap(({ id, handedOn }) =>
        handedOn === null ? [] : [{ id, handedOn: handedOn[language] }],
      ),
    ),
    lost: meetings.filter(({ handedOn }) => handedOn === null),
  };
}
