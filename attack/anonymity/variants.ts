import type { Evidence, Json } from "@/attack/anonymity/evidence";
import {
  type ChangeText,
  cards,
  changed,
  digest,
  type Fields,
  inFrames,
  inRows,
  patch,
  sorted,
  truthsOf,
  type Variant,
  withHeard,
  withMore,
  withTrace,
} from "@/attack/anonymity/leaking";
import { PEOPLE } from "@/attack/anonymity/personas";
import { placedBy } from "@/attack/anonymity/places";
import { ARRANGED, PLACED, TICKED } from "@/attack/anonymity/plan";
import { PLANTED } from "@/attack/anonymity/subtraction";
import type { CardTruth, RatedTruth, SettledTruth, VoteTruth } from "@/attack/anonymity/truth";
import { variantsOfGroups } from "@/attack/anonymity/variants-of-groups";
import { finishedBallot } from "@/lib/activities/commit/schema";
import { histogramOf } from "@/lib/activities/score-schema";

/** 48 bits of time, then chance, as UUIDv7 lays them out; without dashes, as our ids are. */
const uuidv7 = ({ sentAt, text }: CardTruth): string =>
  `${sentAt.toString(16).padStart(12, "0")}7${digest(text).slice(0, 19)}`;

/** Puts what votes were counted for into the order in which it was first voted for. */
function inOrderOfVotes({ trace }: Evidence): ChangeText {
  const firstFor = (choice: string): number =>
    Math.min(
      ...trace.votes.flatMap(({ content, votedAt }) =>
        Array.isArray(content) && content.includes(choice) ? [votedAt] : [],
      ),
    );
  const isCounted = (fields: Fields) =>
    Object.values(fields).every(
      (each) => each !== null && typeof each === "object" && "votes" in each && "shown" in each,
    );
  return (text) =>
    changed(text, (fields) => (isCounted(fields) ? sorted(fields, firstFor) : fields));
}

/** Records of cards in the order in which they were handed in. */
function inOrderOfCards(evidence: Evidence): ChangeText {
  const truths = truthsOf(evidence);
  const sentAt = (_: string, record: Json): number =>
    record !== null && typeof record === "object" && "text" in record
      ? (truths.get(String(record.text))?.sentAt ?? 0)
      : 0;
  return (text) =>
    changed(text, (fields, name) =>
      name === "set" || name === "records" ? sorted(fields, sentAt) : fields,
    );
}

/** A facilitator's frame as it would be had nobody given a signal. */
const withoutSignals: ChangeText = (text) =>
  changed(text, (fields, name) =>
    name === "facilitator" ? { ...fields, talk: { count: 0, cards: [] }, notSettled: 0 } : fields,
  );

/** Whose cards got a reply. */
const repliedIn = ({ trace }: Evidence) => new Set(trace.replied.map(({ author }) => author));

export const variants: readonly Variant[] = [
  ...variantsOfGroups,
  {
    name: "votes counted in the order in which they came",
    seen: {
      channel: "who voted for what, from a dump",
      attack: "voted by place in the totals",
    },
    structure: null,
    leak(evidence) {
      // Without scores, shares and the board's dots, which the leak is not about: in three sessions they would hide it.
      const votes = evidence.trace.votes.filter(
        ({ activity, content }) => Array.isArray(content) && activity !== ARRANGED,
      );
      const inBlocks = withTrace(evidence, { votes: inBlocksOfChoices(votes) });
      return inRows(inBlocks, inOrderOfVotes(inBlocks));
    },
  },
  {
    name: "steps named that one or two shared",
    seen: null,
    structure: /a step that one or two people shared/,
    leak: (evidence) => inRows(evidence, withEveryTick(evidence)),
  },
  {
    name: "places named that one or two used",
    seen: null,
    structure: /a place that one or two people used/,
    leak: withEveryPlace,
  },
  {
    name: "stored author",
    seen: {
      channel: "which cards share an author",
      attack: "session_events.row.event.event.cards[].author, the nearest",
    },
    structure: /a logged card with other fields/,
    leak: (evidence) =>
      inRows(
        evidence,
        cards(evidence, ({ author }) => ({
          author: digest(`${evidence.trace.session}/${author}`),
        })),
      ),
  },
  {
    name: "client-authored notes",
    seen: {
      channel: "another participant's frames",
      attack: "cards.client, learnt by value",
    },
    structure: /a cards record with other fields/,
    leak: (evidence) =>
      inFrames(
        evidence,
        cards(evidence, ({ author }) => ({ client: digest(author) })),
      ),
  },
  {
    name: "UUIDv7 ids",
    seen: {
      channel: "event log, from a dump",
      attack: "session_events.row.event.event.cards[].id by handed in",
    },
    structure: null,
    leak: (evidence) =>
      inRows(
        evidence,
        cards(evidence, (truth) => ({ id: uuidv7(truth) })),
      ),
  },
  {
    name: "millisecond times",
    seen: {
      channel: "stage's frames",
      attack: "cards.at by handed in",
    },
    structure: /a cards record with other fields/,
    leak: (evidence) =>
      inFrames(
        evidence,
        cards(evidence, ({ sentAt }) => ({ at: sentAt })),
      ),
  },
  {
    name: "which cards were typed in, for everybody",
    seen: null,
    structure: /a cards record with other fields/,
    leak: (evidence) =>
      inFrames(evidence, (text) =>
        changed(text, (fields) =>
          "markHash" in fields && evidence.trace.typedIn.includes(String(fields.text))
            ? { ...fields, typedIn: true }
            : fields,
        ),
      ),
  },
  {
    name: "live arrival",
    seen: {
      channel: "facilitator's frames, review",
      attack: "review.frame by handed in",
    },
    structure: /facilitator hears of one participant \(review\) during write/,
    leak: withLiveArrival,
  },
  {
    name: "progress as it happens",
    seen: null,
    structure: /facilitator gets progress more often than every five seconds/,
    leak: (evidence) => {
      const moments = [...evidence.trace.done.values()].flat();
      const frames = moments.map(({ at }, done) =>
        patch(at, done, { people: { joined: PEOPLE, away: 0, done } }),
      );
      return withMore(evidence, "facilitator", frames);
    },
  },
  {
    name: "progress on the phones as it happens",
    seen: null,
    structure: /participant gets progress more often than every five seconds/,
    leak: (evidence) => {
      const { done: said, joined } = evidence.trace;
      const frames = [...said.values()]
        .flat()
        .map(({ at }, done) => patch(at, done, { room: { there: PEOPLE, done } }));
      return withMore(evidence, joined[0] ?? "", frames);
    },
  },
  {
    name: "who is silent, on the phones",
    seen: null,
    structure: /a room record with other fields/,
    leak: (evidence) => {
      const room = { there: PEOPLE, done: 0, away: 1 };
      return withMore(evidence, evidence.trace.joined[0] ?? "", [patch(0, 0, { room })]);
    },
  },
  {
    name: "requests to talk as they come",
    seen: {
      channel: "who asked to talk about which card (few)",
      attack: "facilitator.frame by asked to talk",
    },
    structure: /facilitator gets progress more often than every five seconds/,
    leak: (evidence) => {
      const asked = evidence.trace.cards
        .filter(({ talkedAt }) => talkedAt !== null)
        .sort((a, b) => (a.talkedAt ?? 0) - (b.talkedAt ?? 0));
      const frames = asked.map(({ talkedAt }, at) => {
        const shown = asked.slice(0, at + 1).map(({ text }) => ({ id: digest(text), text }));
        return patch(talkedAt ?? 0, at, { facilitator: { talk: { count: 0, cards: shown } } });
      });
      return withMore(evidence, "facilitator", frames, withoutSignals);
    },
  },
  {
    name: "exit check as it is answered",
    seen: {
      channel: "who is not settled yet, by the number (few)",
      attack: "answered by the number",
    },
    structure: /facilitator gets progress more often than every five seconds/,
    leak: (evidence) => {
      const settled = apart(evidence.trace.settled);
      const frames = settled
        .filter((each) => !each.settled)
        .map(({ at }, before) => patch(at, before, { facilitator: { notSettled: before + 1 } }));
      return withTrace(withMore(evidence, "facilitator", frames, withoutSignals), { settled });
    },
  },
  {
    name: "number of late cards as they come",
    seen: null,
    structure: /a facilitator record with other fields/,
    leak: (evidence) => {
      const late = evidence.trace.cards.filter(({ question }) => question.endsWith("/late"));
      const frames = late.map(({ sentAt }, at) =>
        patch(sentAt, at, { facilitator: { late: at + 1 } }),
      );
      return withMore(evidence, "facilitator", frames);
    },
  },
  {
    name: "answers as long as their reply",
    seen: {
      channel: "whose card got a reply, by what phones ask (few)",
      attack: "received by those with a reply last",
    },
    structure: /has a size of its own/,
    leak: (evidence) => {
      const got = repliedIn(evidence);
      const asked = evidence.trace.asked.map((each) =>
        got.has(each.who) ? { ...each, received: each.received + 21 } : each,
      );
      return withTrace(evidence, { asked });
    },
  },
  {
    name: "only phones with a reply ask",
    seen: null,
    structure: /not every phone asks/,
    leak: (evidence) => {
      const got = repliedIn(evidence);
      return withTrace(evidence, { asked: evidence.trace.asked.filter(({ who }) => got.has(who)) });
    },
  },
  {
    name: "holding a card that was withdrawn is refused",
    seen: null,
    structure: /an answer tells one card under review from another/,
    leak: (evidence) => {
      const truths = truthsOf(evidence);
      const pressed = evidence.trace.pressed.map(({ text, answer }) =>
        truths.get(text)?.fate === "withdrawn"
          ? { text, answer: '{"ok":false,"code":"closed"}' }
          : { text, answer },
      );
      return withTrace(evidence, { pressed });
    },
  },
  {
    name: "help shown to one phone",
    seen: null,
    structure: /a session record for participants alone/,
    leak: (evidence) => withMore(evidence, "cem", [patch(0, 1, { session: { helpShown: 99 } })]),
  },
  {
    name: "news told to one phone",
    seen: null,
    structure: /a news record for participants alone/,
    leak: (evidence) => withMore(evidence, "cem", [patch(0, 1, { news: 99 })]),
  },
  {
    name: "a first asking that is counted, too",
    seen: null,
    structure: /by subtracting two counts/,
    leak: withCountedFirst,
  },
  {
    name: "reveal in the order of handing in",
    seen: {
      channel: "facilitator's frames, reveal",
      attack: "cards.place by handed in",
    },
    structure: null,
    leak: (evidence) => inFrames(evidence, inOrderOfCards(evidence)),
  },
];

/**
 * The same answers in the same order, each in a millisecond of its own: in a workshop people tap
 * seconds apart, and the clock of frames shows no less than a millisecond.
 */
function apart(settled: readonly SettledTruth[]): SettledTruth[] {
  let last = 0;
  return [...settled]
    .sort((a, b) => a.at - b.at)
    .map((each) => {
      last = Math.max(last + 1, Math.ceil(each.at));
      return { ...each, at: last };
    });
}

/** The facilitator gets each card the moment it is handed in, as most boards do. */
function withLiveArrival(evidence: Evidence): Evidence {
  return withHeard(evidence, (phase) => {
    const [activity, name] = phase.split("/");
    const arriving =
      name === "write" ? evidence.trace.cards.filter((each) => each.activity === activity) : [];
    return arriving
      .sort((a, b) => a.sentAt - b.sentAt)
      .map(({ text, sentAt }, at) => {
        const id = digest(text).slice(0, 32);
        return patch(sentAt, at, { [`review/${id}`]: { id, text, attributes: {}, held: false } });
      });
  });
}

/**
 * The log as it was until 2026-11-26: everybody's first answers, and beside them those of the pairs, among
 * which a planted phone hands in a first answer that nobody counted.
 */
function withCountedFirst(evidence: Evidence): Evidence {
  const { rated } = evidence.trace;
  const items = [...new Set(rated.map(({ item }) => item))];
  const logged = (activity: string, of: (truths: readonly RatedTruth[]) => Json) => {
    const counted = items.map((item) => [item, of(rated.filter((each) => each.item === item))]);
    const event = { type: "scoresCounted", items: Object.fromEntries(counted) };
    const row = { event: { type: "activity", activity, event } };
    return { table: "session_events", row, text: JSON.stringify(row) };
  };
  const spread = (truths: readonly RatedTruth[]) => histogramOf(truths.map(({ before }) => before));
  const rows = [
    logged("before", (all) => ({ counts: spread(all.filter(({ who }) => who !== PLANTED)) })),
    logged("after", (all) => ({
      paired: { before: spread(all.filter(({ after }) => after !== null)) },
    })),
  ];
  return { ...evidence, rows: [...evidence.rows, ...rows] };
}

/**
 * The same votes, as they come in a room whose people settle one choice after the other, in whatever order:
 * else the order of three sessions' votes tells too little to be told from chance every time.
 */
function inBlocksOfChoices(votes: readonly VoteTruth[]): VoteTruth[] {
  const choicesOf = ({ content }: VoteTruth): readonly unknown[] =>
    Array.isArray(content) ? content : [];
  // By digest: neither ids nor totals may know that order.
  const firstOf = (vote: VoteTruth) =>
    choicesOf(vote)
      .map((choice) => digest(String(choice)))
      .sort()[0];
  const inOrder = [...votes].sort((a, b) => ((firstOf(a) ?? "") < (firstOf(b) ?? "") ? -1 : 1));
  return inOrder.map((vote, at) => ({ ...vote, votedAt: at }));
}

/** What somebody ticked; nothing where it was another ballot. */
function ticksOf({ activity, content }: VoteTruth): string[] {
  const read = activity === TICKED ? finishedBallot.safeParse(content) : null;
  return read?.success ? read.data.steps : [];
}

/** Changes what the log tells of ticks, and nothing else. */
const inTicks =
  (change: (steps: Fields) => Fields): ChangeText =>
  (text) =>
    text.includes(`"${TICKED}"`)
      ? changed(text, (fields) => {
          const { type, steps } = fields;
          const isCounted = type === "finishedCounted" && steps !== null;
          return isCounted && typeof steps === "object" && !Array.isArray(steps)
            ? { ...fields, steps: change(steps) }
            : fields;
        })
      : text;

/** Names every step, however few ticked it. */
function withEveryTick({ trace }: Evidence): ChangeText {
  const all = trace.votes.flatMap(ticksOf);
  const times = (step: string) => all.filter((each) => each === step).length;
  return inTicks(() => Object.fromEntries(all.map((step) => [step, times(step)])));
}

/** People who use a place that nobody else does, so that there is one in every session. */
const FEW = 2;

/** All lay everything in the first place but for two, who use the last one, too; and the log names both. */
function withEveryPlace(evidence: Evidence): Evidence {
  const { votes } = evidence.trace;
  const users = new Set([...placedBy(votes).keys()].slice(0, FEW));
  const moved = votes.map((vote) => {
    const counts = placedBy([vote]).get(vote.voter);
    const places = Object.keys(counts ?? {});
    const [first, last] = [places[0], places.at(-1)];
    if (!counts || first === undefined || last === undefined) return vote;
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const own = users.has(vote.voter) ? 1 : 0;
    const none = Object.fromEntries(places.map((place) => [place, 0]));
    return { ...vote, content: { counts: { ...none, [first]: all - own, [last]: own } } };
  });
  const placed = [...placedBy(moved).values()];
  const sumOf = (place: string) => placed.reduce((sum, counts) => sum + (counts[place] ?? 0), 0);
  const places = Object.fromEntries(
    Object.keys(placed[0] ?? {}).map((place) => [place, { count: sumOf(place), people: null }]),
  );
  return inRows(withTrace(evidence, { votes: moved }), (text) =>
    text.includes(`"${PLACED}"`)
      ? changed(text, (fields) =>
          fields.type === "placesCounted"
            ? { ...fields, parts: { all: { places, other: null } } }
            : fields,
        )
      : text,
  );
}
