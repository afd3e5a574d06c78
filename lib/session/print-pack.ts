import { kindOf } from "@/lib/activities/kinds";
import { clockTime } from "@/lib/clock-times";
import { fileNameOf } from "@/lib/file-name";
import type { PrintPack } from "@/lib/print-pack/pages";
import { type PrintWording, printWordingOf } from "@/lib/print-pack/wording";
import { placeIn } from "@/lib/session/place-in";
import type { SessionPlan } from "@/lib/session/plan";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import type { Address, Language } from "@/lib/words";
import { wordsFor } from "@/lib/words-for";

/** What is printed for: the plan as it will be held, in one language and form of address. */
export interface PrintAsk {
  plan: Pick<SessionPlan, "title" | "purpose" | "minutes" | "buffer" | "activities">;
  language: Language;
  address: Address;
  /** Minutes since midnight; null: times count from the beginning. */
  start: number | null;
  /** For how many there shall be paper. */
  people: number;
  /** How people join; null while there is no session. */
  join: PrintPack["join"];
}

/** So many fit on the paper of one pack. */
export const PRINTED_PEOPLE_MAX = 60;

/** Run sheet and material of a plan. Pure: equal plans give equal packs. */
export function printPackOf(ask: PrintAsk): PrintPack {
  const { plan, language, address, start, people, join } = ask;
  const wording = printWordingOf(language, address);
  const { t, words } = wording;
  let from = 0;
  const timed = plan.activities.map((activity) => {
    const time = clockTime(start ?? 0, from);
    from += activity.minutes;
    return { activity, time };
  });
  const end = clockTime(start ?? 0, plan.minutes);
  const minutes = (n: number) => t("minutes", { n });
  const span = start === null ? [] : [t("span", { begins: clockTime(start, 0), ends: end })];
  return {
    language,
    fileName: fileNameOf(wordsFor(plan.title, language, address).text, t("fileName")),
    title: words(plan.title),
    purpose: words(plan.purpose),
    facts: [minutes(plan.minutes), ...span, t("people", { n: people })],
    join,
    agenda: [
      ...timed.map(({ activity, time }) => ({
        ...{ time, title: words(activity.title) },
        minutes: minutes(activity.minutes),
      })),
      ...(plan.buffer ? [{ time: "", title: t("buffer"), minutes: minutes(plan.buffer) }] : []),
      { time: end, title: t("end"), minutes: "" },
    ],
    parts: timed.map(({ activity, time }) => partOf(activity, time, wording, plan.activities)),
    sheets: eachOnce(
      plan.activities.flatMap((activity) =>
        kindOf(activity.kind)
          .printPages(activity.settings, placeIn(activity, plan.activities), {
            ...{ people, wording },
            prompt: words(activity.prompt),
          })
          .map((page) => ({ activity: words(activity.title), ...page })),
      ),
    ),
  };
}

/** A sheet that serves several activities, such as a table's sign, stands where the first of them needs it. */
function eachOnce(sheets: PrintPack["sheets"]): PrintPack["sheets"] {
  const known = new Set<string>();
  return sheets.filter(({ name, layout }) => {
    const content = JSON.stringify([name, layout]);
    return !known.has(content) && known.add(content);
  });
}

function partOf(
  activity: ActivityTemplate,
  time: string,
  { t, words, phase }: PrintWording,
  activities: readonly ActivityTemplate[],
): PrintPack["parts"][number] {
  const { kind, settings, script, phaseMinutes, contentNote, optOut, hint } = activity;
  const { phases } = kindOf(kind).instantiate(settings, placeIn(activity, activities));
  const notes = [
    { label: t("hint"), words: hint },
    { label: t("contentNote"), words: contentNote },
    { label: t("optOut"), words: optOut },
  ];
  return {
    time,
    title: words(activity.title),
    minutes: t("minutes", { n: activity.minutes }),
    prompt: words(activity.prompt),
    notes: notes.flatMap((each) =>
      each.words === null ? [] : [{ label: each.label, text: words(each.words) }],
    ),
    phases: phases.flatMap(({ name }) => {
      const said = script.phases[name];
      const given = phaseMinutes?.[name];
      if (!said) return [];
      return {
        name: phase(kind, name),
        minutes: given === undefined ? null : t("minutes", { n: given }),
        ...{ say: words(said.say), watchFor: words(said.watchFor) },
      };
    }),
    ifItStalls: words(script.ifItStalls),
    debrief: script.debrief.map(words),
    talkInstead: words(script.talkInstead),
  };
}
