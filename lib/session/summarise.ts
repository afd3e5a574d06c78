import type { HandsOption } from "@/lib/activities/contract";
import { kindOf } from "@/lib/activities/kinds";
import { fileNameOf } from "@/lib/file-name";
import type { HelpContact } from "@/lib/session/help-contacts";
import { earlierOf, type SessionState } from "@/lib/session/state";
import {
  type SectionKey,
  type SummaryBlock,
  type SummaryBlocks,
  type SummarySection,
  sectionKeys,
} from "@/lib/summary/blocks";
import { type Wording, wordingOf } from "@/lib/summary/wording";
import type { Language, Words } from "@/lib/words";
import { wordsFor } from "@/lib/words-for";

const MINUTE = 60_000;

/** What the summary needs besides the session's own state. */
export interface SummaryFacts {
  language: Language;
  /** The day of the session where the server is, as ISO date. */
  day: string;
  /** How many ever joined. */
  joined: number;
  /** The facilitator's own words. */
  takeaway: string;
  contacts: readonly HelpContact[];
}

/**
 * The summary of an ended session. Pure. Nothing that leaves here carries an id, a clock time or
 * the order in which something came, so two sessions that differ only in who wrote what give the
 * same bytes (anonymity.md, how it is proven).
 */
export function summarise(state: SessionState, facts: SummaryFacts): SummaryBlocks {
  const pieces = summariseInPieces(state, facts);
  let piece = pieces.next();
  while (!piece.done) piece = pieces.next();
  return piece.value;
}

/** The same, piece by piece: of a thousand people all of it takes longer than a live room should wait. */
export function* summariseInPieces(
  state: SessionState,
  facts: SummaryFacts,
): Generator<void, SummaryBlocks, void> {
  const wording = wordingOf(facts.language, state.plan.address);
  const { t, words } = wording;
  const sections: SummarySection[] = [];
  const add = (key: SectionKey, title: string | null, blocks: SummaryBlock[] | null) => {
    if (blocks) sections.push({ key, title, blocks });
  };
  add("head", null, headBlocks(state, facts, wording));
  add("takeaway", t("takeaway"), [{ type: "takeaway", text: facts.takeaway.trim() }]);
  const ofKinds = yield* sectionsOfKinds(state, facts.joined, wording);
  for (const [key, blocks] of handsBlocks(state, wording)) {
    ofKinds.set(key, [...(ofKinds.get(key) ?? []), ...blocks]);
  }
  for (const [key, title] of kindSections) add(key, t(title), ofKinds.get(key) ?? null);
  add("agenda", t("agenda"), agendaBlocks(state, wording));
  add("method", t("method"), methodBlocks(state, facts, wording));
  return {
    language: facts.language,
    title: words(state.plan.title),
    fileName: fileNameOf(
      wordsFor(state.plan.title, facts.language, state.plan.address).text,
      facts.day,
    ),
    sections,
  };
}

/** What activities leave, in the order in which it is handed on, with the key of each title. */
const kindSections = [
  ["themes", "themes"],
  ["quotes", "quotes"],
  ["cases", "cases"],
  ["ratings", "ratings"],
  ["perspectives", "perspectives"],
  ["shares", "shares"],
  ["shift", "shift"],
  ["practice", "practice"],
  ["process", "processCheck"],
] as const;

/** The kinds of a session's activities, in the order in which they first come. */
const kindsOf = ({ activities }: SessionState) =>
  [...new Set(activities.map(({ template }) => template.kind))].map(kindOf);

/** What each kind tells of its activities, a kind at a time. */
function* sectionsOfKinds(
  state: SessionState,
  joined: number,
  wording: Wording,
): Generator<void, Map<SectionKey, SummaryBlock[]>, void> {
  const sections = new Map<SectionKey, SummaryBlock[]>();
  const about = { k: state.k, joined, wording, earlier: earlierOf(state) };
  for (const kind of kindsOf(state)) {
    yield;
    const held = state.activities
      .filter(({ template }) => template.kind === kind.name)
      .map(({ template: { title }, instance, status }) => ({
        ...{ title, instance },
        isClosed: status === "closed",
      }));
    const blocks = kind.summarise(held, about);
    for (const key of sectionKeys) {
      const ofKind = blocks[key];
      if (ofKind) sections.set(key, [...(sections.get(key) ?? []), ...ofKind]);
    }
  }
  return sections;
}

/** Hands, as they were counted, from k on: a file goes to people who didn't see them go up. */
function handsBlocks(state: SessionState, { t, words }: Wording): Map<SectionKey, SummaryBlock[]> {
  const told = new Map<SectionKey, SummaryBlock[]>();
  const text = (said: Words | string) => (typeof said === "string" ? said : words(said));
  const earlier = earlierOf(state);
  for (const { template, instance, hands, status } of state.activities) {
    if (status !== "closed") continue;
    for (const { key, prompt, isWithheld, options, section } of instance.hands(earlier)) {
      const raised = raisedFor(options, hands.get(key) ?? {}, ({ label, isWithheld: isOut }) =>
        isOut ? t("handsWithheld") : text(label),
      );
      const all = [...raised.values()].reduce((sum, n) => sum + n, 0);
      if (all === 0 || section === null) continue;
      const question = text(isWithheld ? template.prompt : (prompt ?? template.prompt));
      told.set(section, [
        ...(told.get(section) ?? []),
        { type: "heading", text: t("hands", { question }) },
        all < state.k.scores
          ? { type: "note", text: t("handsFew", { k: state.k.scores }) }
          : {
              type: "list",
              items: [...raised].map(([answer, n]) => t("handsAt", { n, answer })),
              numbers: [...raised.values()],
            },
      ]);
    }
  }
  return told;
}

/** How many hands each answer got, by what it is called here; those that are withheld together, at the end. */
function raisedFor(
  options: readonly HandsOption[],
  counts: Readonly<Record<string, number>>,
  called: (option: HandsOption) => string,
): Map<string, number> {
  const raised = new Map<string, number>();
  const withheldLast = [
    ...options.filter(({ isWithheld }) => !isWithheld),
    ...options.filter(({ isWithheld }) => isWithheld),
  ];
  for (const option of withheldLast) {
    const n = counts[option.key] ?? 0;
    const answer = called(option);
    if (n > 0) raised.set(answer, (raised.get(answer) ?? 0) + n);
  }
  return raised;
}

function headBlocks(state: SessionState, facts: SummaryFacts, wording: Wording): SummaryBlock[] {
  const { t, words, day } = wording;
  const actual =
    state.begunAt === null || state.endedAt === null
      ? t("unknown")
      : t("minutes", { n: Math.round((state.endedAt - state.begunAt) / MINUTE) });
  return [
    ...(state.plan.rehearsal ? [{ type: "paragraph" as const, text: t("rehearsal") }] : []),
    {
      type: "facts",
      facts: [
        { label: t("date"), value: day(facts.day) },
        { label: t("purpose"), value: words(state.plan.purpose) },
        {
          label: t("duration"),
          value: t("plannedAndActual", {
            planned: t("minutes", { n: state.plan.minutes }),
            actual,
          }),
        },
        {
          label: t("people"),
          value: peopleOf(state, facts, wording),
          ...(facts.joined < state.k.scores ? {} : { number: facts.joined }),
        },
      ],
    },
  ];
}

/** How many joined by a phone, and beside it, never added, how many took part without one. */
function peopleOf(
  { k, withoutPhone }: SessionState,
  { joined }: Pick<SummaryFacts, "joined">,
  { t }: Wording,
): string {
  const people = joined < k.scores ? t("fewerThan", { k: k.scores }) : String(joined);
  return withoutPhone === 0 ? people : t("withoutPhone", { people, n: withoutPhone });
}

function agendaBlocks(state: SessionState, { t, words }: Wording): SummaryBlock[] {
  const lines = state.activities.map(({ template, status, startedAt, closedAt }) => {
    const held = status === "closed" && startedAt !== null && closedAt !== null;
    return {
      title: words(template.title),
      planned: template.minutes,
      actual: held ? Math.round((closedAt - startedAt) / MINUTE) : null,
    };
  });
  return [
    {
      type: "table",
      head: [t("activity"), t("planned"), t("actual")],
      rows: lines.map(({ title, planned, actual }) => [
        title,
        t("minutes", { n: planned }),
        actual === null ? t("notHeld") : t("minutes", { n: actual }),
      ]),
      numbers: lines.map(({ planned, actual }) => [null, planned, actual]),
    },
  ];
}

/** What the activities that were held rest on, each publication once, by its authors. */
const sourcesOf = ({ activities }: SessionState): string[] =>
  [
    ...new Set(
      activities
        .filter(({ status }) => status === "closed")
        .flatMap(({ template: { sources } }) => sources),
    ),
  ].toSorted((one, other) => one.localeCompare(other, "en"));

function methodBlocks(state: SessionState, facts: SummaryFacts, wording: Wording): SummaryBlock[] {
  const { t, words } = wording;
  const sources = sourcesOf(state);
  const blocks: SummaryBlock[] = [
    { type: "paragraph", text: t("methodText") },
    { type: "heading", text: t("privacy") },
    { type: "paragraph", text: t(state.smallGroup ? "privacySmallGroup" : "privacyText") },
    { type: "heading", text: t("limits") },
    { type: "list", items: [t("limitRoom"), t("limitStyle"), t("limitOperator")] },
  ];
  if (sources.length > 0) {
    blocks.push({ type: "heading", text: t("sources") }, { type: "list", items: sources });
  }
  blocks.push(
    { type: "heading", text: t("contacts") },
    {
      type: "list",
      items: facts.contacts.map(({ country, label, note, phone }) =>
        [`${words(label)} (${country}): ${phone}`, note ? words(note) : ""]
          .filter((part) => part !== "")
          .join(", "),
      ),
    },
  );
  return blocks;
}
