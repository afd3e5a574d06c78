import { cardsFor } from "@/lib/activities/cards";
import type { ChannelsInput, KindView, NarrowView, ViewInput } from "@/lib/activities/contract";
import { offeredCases } from "@/lib/activities/roleplay/cases";
import { chairAt, modeOn, type RoleplayData } from "@/lib/activities/roleplay/data";
import { dealt } from "@/lib/activities/roleplay/dealing";
import { type SeatBallot, seatBallot } from "@/lib/activities/roleplay/events";
import { suggestedMerges } from "@/lib/activities/roleplay/grouping";
import { padTold } from "@/lib/activities/roleplay/pads";
import { DE_ROLE, roundStepAt } from "@/lib/activities/roleplay/phases";
import type {
  RoleplayConsole,
  RoleplayGroup,
  RoleplayRecord,
  RoleplaySeat,
} from "@/lib/activities/roleplay/record";
import { GROUP_MAX } from "@/lib/activities/roleplay/role-set";
import { remoteIn } from "@/lib/activities/roleplay/rules";
import type { Chair, Group, RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { areSeated, areSent } from "@/lib/activities/roleplay/seats";
import type { NarrowChannel } from "@/lib/channel";

/** What all see: letters and places of groups, the case, and lines once they are shown. */
export function roleplayView(input: ViewInput<RoleplaySettings, RoleplayData>): KindView {
  const { settings, data, phase, audience, review } = input;
  const isFacilitator = audience === "facilitator";
  const isShown = data.revealed !== null;
  const record: RoleplayRecord = {
    case: isFacilitator || phase !== "choose" ? data.case : null,
    mode: data.mode,
    round: data.round,
    roundMode: data.modes[data.round - 1] ?? data.mode,
    runs: data.runs,
    groups: areSent(settings, phase) ? placesOf(data) : [],
    enough: data.takesLines && isShown ? data.cards.size > 0 : null,
    help: data.help ?? null,
    rows: data.rows,
  };
  if (!isFacilitator) return { record, cards: cardsFor(audience, data) };
  return {
    record,
    ofFacilitators: consoleOf(input),
    nextCount: nextCountOf(data, phase),
    cards: cardsFor(audience, data),
    consents: data.consents,
    // Which role and which round a line is of is in its sealed row; what is shown of it is what it stands under.
    review: review.map((card) => ({
      ...card,
      attributes: { under: data.under?.[card.attributes.role ?? ""] ?? null },
    })),
  };
}

function nextCountOf({ case: chosen, groups }: RoleplayData, phase: string): number | null {
  if (phase === "choose") return chosen === null ? 0 : 1;
  return phase === "assign" ? (groups?.length ?? 0) : null;
}

const hasRemote = ({ chairs }: Group): boolean => chairs.some(({ remote }) => remote);

/** Groups that somebody sits in. Where there is nobody the one group stands: how many sit there is not told. */
function placesOf({ groups }: RoleplayData): RoleplayRecord["groups"] {
  const all = groups ?? [];
  return all
    .filter(({ chairs }) => all.length === 1 || chairs.length > 0)
    .map((group) => ({
      ...{ letter: group.letter, place: group.place },
      hasRemote: hasRemote(group),
    }));
}

function consoleOf({
  settings,
  data,
  phase,
  earlier,
}: ViewInput<RoleplaySettings, RoleplayData>): RoleplayConsole {
  const { roleSet, rounds, source } = settings;
  const offered = phase === "choose" ? offeredCases(source, earlier) : [];
  const groups = data.groups ?? [];
  const seen = ({ played: _, ...chair }: Chair) => chair;
  return {
    cases: offered.map(({ id, text }) => ({ id, text: text ?? "" })),
    groups: groups.map((group) => {
      const { letter, place, chairs } = group;
      // Before the first round: what it would be dealt.
      const first =
        data.round === 0 ? dealt(roleSet, group, { round: 1, rounds: rounds.length }) : null;
      return {
        ...{ letter, place },
        chairs: chairs.map((each) => ({
          ...seen(each),
          role: first ? (first.get(each.id) ?? null) : each.role,
        })),
        pad: padTold(settings, data, { phase, letter }),
      };
    }),
    balcony: data.balcony.map(seen),
    size: data.size,
    remote: phase === "assign" ? remoteIn(data) : null,
    suggestedMerges: areSeated(settings, phase) ? suggestedMerges(groups, GROUP_MAX) : [],
  };
}

/** What each seat sees of itself, and each group of its chairs (anonymity.md: never who). */
export function roleplayChannels({
  settings,
  data,
  seats,
  phase,
}: ChannelsInput<RoleplaySettings, RoleplayData>): ReadonlyMap<NarrowChannel, NarrowView> {
  const channels = new Map<NarrowChannel, NarrowView>();
  const sent = areSent(settings, phase);
  const tagsOf = new Map<Group, string[]>();
  for (const [tag, content] of seats) {
    const seat = seatBallot.parse(content);
    const found = sent && !seat.left ? chairAt(data, seat.chair) : null;
    const record: RoleplaySeat = {
      at: placeOf(seat, sent, found),
      ...{ remote: seat.remote, changes: seat.changes },
      role: found && hasRoles(settings, phase) ? found.chair.role : null,
      watches: found?.chair.watches ?? false,
      mode: modeOn(data, found?.group ?? null),
      played: found?.chair.played ?? [],
    };
    channels.set(`seat/${tag}`, { seats: [tag], record });
    if (found?.group) tagsOf.set(found.group, [...(tagsOf.get(found.group) ?? []), tag]);
  }
  for (const [group, tags] of tagsOf) {
    const isOpen = hasRoles(settings, phase) && modeOn(data, group) === "spoken";
    const record: RoleplayGroup = {
      ...{ letter: group.letter, place: group.place, hasRemote: hasRemote(group) },
      chairs: group.chairs.map(({ phone, remote, role, watches }) => ({
        ...{ phone, remote, watches },
        role: isOpen ? role : null,
      })),
      pad: padTold(settings, data, { phase, letter: group.letter }),
    };
    channels.set(`group/${group.letter}`, { seats: tags, record });
  }
  return channels;
}

function placeOf(
  { left }: SeatBallot,
  sent: boolean,
  found: { group: Group | null } | null,
): RoleplaySeat["at"] {
  if (left) return "left";
  if (!sent) return "waiting";
  if (found === null) return "none";
  return found.group === null ? "balcony" : "group";
}

/** While somebody is in a role: until it is put down. */
const hasRoles = (settings: RoleplaySettings, phase: string): boolean =>
  phase === DE_ROLE || roundStepAt(settings, phase) !== undefined;
