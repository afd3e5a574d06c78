import { expectations } from "@/attack/access/expectations";
import { everyCommand, type KnownCommand, nameOf } from "@/attack/commands";
import { goOn, takePartAs } from "@/attack/company";
import { wholeWorkshop, withEveryKind } from "@/attack/whole-workshop";
import { witnessOf } from "@/attack/witnesses";
import type { SampleIds } from "@/lib/activities/witness";
import { type Command, command as commandSchema } from "@/lib/session/commands";
import type { SessionPlan } from "@/lib/session/plan";
import type { AgendaEntry } from "@/lib/session/view-schema";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { hashSecret, randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { sceneOf, takesPart } from "@/server/simulated/person";
import { here, type Node, openStage, openWorkshop } from "@/server/testing/workshop";

/** The workshops that are walked through: between them they have every phase of every kind. */
export const WORKSHOPS = [0, 1] as const;
type Workshop = (typeof WORKSHOPS)[number];

const activitiesOf = (workshop: Workshop): SessionPlan["activities"] =>
  wholeWorkshop(withEveryKind(firstAidAfterANo.activities), workshop);

/** Enough for cards and votes to be shown. */
const PHONES = 6;

/** Whose ids a command carries. Those of another session must look like those of nothing. */
const origins = ["own", "foreign", "unknown"] as const;
type Origin = (typeof origins)[number];

type Sender = "participant" | "facilitator" | "stage";

/**
 * So many sessions share the positions: most of a walk waits for the room, which takes one session
 * command in a tick.
 */
const WALKS = 3;

export interface MatrixFigures {
  positions: number;
  sent: number;
  accepted: number;
  /** Every command that was accepted of anybody. */
  acceptedNames: Set<string>;
  defects: string[];
}

interface Rooms {
  activities: SessionPlan["activities"];
  facilitator: LiveClient;
  senders: Record<Sender, LiveClient>;
  /** People who take part, and what their phones keep. */
  guests: { client: LiveClient; kept: Map<string, unknown> }[];
  /** With the key that it has now. */
  openStage(): Promise<LiveClient>;
  /** Ids of a session of the same facilitator that shows its cards. */
  foreign: SampleIds;
}

/**
 * Walks sessions through every phase of their workshop and sends, at each, every command as every role
 * with own, foreign and unknown ids. What the answer must be follows from `expectations` alone.
 */
export async function commandMatrix(
  node: Node,
  account: { id: string; cookie: string },
  workshop: Workshop,
  { isEverythingTried }: { isEverythingTried: boolean },
): Promise<MatrixFigures> {
  const repeated = isEverythingTried ? new Set<string>() : triedBefore(workshop);
  const figures: MatrixFigures = {
    positions: 0,
    sent: 0,
    accepted: 0,
    acceptedNames: new Set(),
    defects: [],
  };
  const other = await enter(node, account, workshop);
  try {
    while (!showsCards(other.facilitator)) await step(other);
    const foreign = idsOf(other, "own", randomId());
    const walks = Array.from({ length: WALKS }, async (_, part) => {
      const rooms = { ...(await enter(node, account, workshop)), foreign };
      try {
        await walk(rooms, figures, { part, repeated });
      } finally {
        leave(rooms);
      }
    });
    await Promise.all(walks);
  } finally {
    leave(other);
  }
  return figures;
}

/** The activities that a workshop before it has with the same settings: in each phase of theirs it would only be repeated. */
function triedBefore(workshop: Workshop): ReadonlySet<string> {
  const before = new Set(
    WORKSHOPS.filter((other) => other < workshop)
      .flatMap(activitiesOf)
      .map((each) => JSON.stringify(each)),
  );
  const repeated = activitiesOf(workshop).filter((each) => before.has(JSON.stringify(each)));
  return new Set(repeated.map(({ key }) => key));
}

/** Through all positions, to try everything at every `WALKS`th of them that isn't of a repeated activity. */
async function walk(
  rooms: Rooms,
  figures: MatrixFigures,
  { part, repeated }: { part: number; repeated: ReadonlySet<string> },
): Promise<void> {
  let position = 0;
  do {
    if (position % WALKS === part && !repeated.has(here(rooms.facilitator).activity ?? "")) {
      const late = await comeLate(rooms);
      await tryEverything(rooms, figures);
      await late?.checkEffect(figures);
      figures.positions += 1;
    }
    position += 1;
  } while (await step(rooms));
}

function leave({ senders, guests }: Rooms): void {
  for (const each of [...Object.values(senders), ...guests.map(({ client }) => client)])
    each.close();
}

async function enter(
  node: Node,
  account: { id: string; cookie: string },
  workshop: Workshop,
): Promise<Rooms> {
  const own = await openWorkshop(node, 1 + PHONES, {
    account,
    change: () => activitiesOf(workshop),
  });
  const { facilitator } = own;
  const [participant, ...others] = own.participants;
  if (!participant) throw new Error("unreachable");
  return {
    facilitator,
    senders: { participant, facilitator, stage: await openStage(node, own) },
    guests: others.map((client) => ({ client, kept: new Map() })),
    openStage: () => openStage(node, own),
    foreign: idsOfNothing(),
    activities: activitiesOf(workshop),
  };
}

/** Lets everybody take part, then goes one phase on. False once the session is over. */
async function step({ facilitator, guests, senders }: Rooms): Promise<boolean> {
  if (facilitator.view?.session.status === "finished") return false;
  if (takesPart(facilitator.view)) {
    for (const [number, { client, kept }] of guests.entries()) {
      await takePartAs({ number, kept }, client);
    }
  }
  await goOn(facilitator, [
    ...[senders.participant, senders.stage],
    ...guests.map(({ client }) => client),
  ]);
  return true;
}

/**
 * Where a round of late cards is possible, everybody hands one in. `checkEffect`: the facilitator's
 * commands that follow must have shown them, or taken them into review.
 */
async function comeLate({ facilitator, guests }: Rooms) {
  const { view } = facilitator;
  const phase = view?.activity?.phase ?? "";
  const kind = view?.planned?.kind ?? "";
  const accepts = (name: string) =>
    expectations[nameOf({ of: kind, name })]?.accepted.includes(phase) ?? false;
  if (!accepts("reviewLate")) return null;
  const countOf = (shown: LiveClient["view"]) =>
    Object.keys((accepts("revealLate") ? shown?.cards : shown?.review) ?? {}).length;
  const before = countOf(view);
  for (const [number, { client }] of guests.entries()) {
    const late = { number, wording: () => "Zu spät" };
    const { answers } = await takePartAs(late, client, { late: true });
    if (answers.length === 0) throw new Error(`There are no cards in ${kind}`);
    for (const answer of answers) {
      if (!answer.ok) throw new Error(`A late card was refused: ${answer.code}`);
    }
  }
  // What was not counted yet is answered as if it were not there (P104).
  await facilitator.until((seen) => seen.facilitator?.late !== "waiting");
  return {
    async checkEffect(figures: MatrixFigures): Promise<void> {
      const isEffective = (seen: LiveClient["view"]) => countOf(seen) >= before + PHONES;
      await facilitator.until(isEffective).catch(() => {
        figures.defects.push(
          `late cards at ${kind}/${phase}: ${countOf(facilitator.view)} after ${before}`,
        );
      });
    },
  };
}

async function tryEverything(rooms: Rooms, figures: MatrixFigures): Promise<void> {
  const { activities } = rooms;
  const { facilitator } = rooms.senders;
  // A card's secret is the same for all commands of one position: handed in, then withdrawn.
  const edit = randomId();
  const send = async (command: KnownCommand, sender: Sender, origin: Origin): Promise<string> => {
    const expected = expectations[nameOf(command)];
    if (!expected) throw new Error(`${nameOf(command)} is not in the access matrix`);
    const target = targetOf(facilitator, command);
    const { view } = facilitator;
    const scene = origin === "own" && view?.planned?.kind === command.of ? sceneOf(view) : null;
    const activity = origin === "own" ? (target?.key ?? "") : NOWHERE;
    const sample = expected.sample({ ...idsOf(rooms, origin, edit), activity }, scene);
    const answer = await rooms.senders[sender].send(frameOf(command, sample, target?.key ?? ""));
    const code = answer.ok ? "ok" : answer.code;
    figures.sent += 1;
    if (answer.ok) {
      figures.accepted += 1;
      figures.acceptedNames.add(nameOf(command));
    }
    if (answer.ok && answer.reply !== undefined && !expected.replies) {
      figures.defects.push(`${nameOf(command)} is answered with content`);
    }
    const allowed = answersAllowed(command, sender, origin, { facilitator, activities }, target);
    if (!allowed.includes(code)) {
      figures.defects.push(
        `${sender} sends ${nameOf(command)} (${origin} ids) at ${JSON.stringify(here(facilitator))}: ${code} instead of ${allowed.join(" or ")}`,
      );
    }
    return code;
  };
  for (const sender of ["stage", "participant", "facilitator"] as const) {
    const commands = everyCommand.filter(
      // The walk itself begins and ends; here they would take the rest of the matrix with them.
      ({ name }) => sender !== "facilitator" || !isOpen(facilitator) || !LEADING.has(name),
    );
    const fitting = commands.filter((each) => targetOf(facilitator, each)?.status === "open");
    // Those of the open activity build on each other: a card is handed in, then withdrawn.
    for (const command of fitting.filter(({ of }) => of !== "session")) {
      await send(command, sender, "own");
    }
    await Promise.all([
      ...commands
        .filter((each) => each.of === "session" || !fitting.includes(each))
        .map((each) => send(each, sender, "own")),
      ...commands
        .filter((each) => expectations[nameOf(each)]?.refers)
        .map(async (each) => {
          const [foreign, unknown] = [
            await send(each, sender, "foreign"),
            await send(each, sender, "unknown"),
          ];
          if (foreign === unknown) return;
          figures.defects.push(
            `${nameOf(each)} at ${JSON.stringify(here(facilitator))} tells foreign ids (${foreign}) from unknown ones (${unknown})`,
          );
        }),
    ]);
  }
  if (!isOpen(facilitator)) return;
  // Its link was exchanged, which has put it out.
  rooms.senders.stage.close();
  rooms.senders.stage = await rooms.openStage();
}

/** The session's commands that the walk alone sends while it is open. */
export const LEADING: ReadonlySet<string> = new Set(["begin", "end"]);
const isOpen = (client: LiveClient) => client.view?.session.status !== "finished";

/** What the answer may be, from the expectations and from where the session is. */
function answersAllowed(
  command: KnownCommand,
  sender: Sender,
  origin: Origin,
  { facilitator, activities }: Pick<Rooms, "facilitator" | "activities">,
  target: AgendaEntry | undefined,
): readonly string[] {
  const expected = expectations[nameOf(command)];
  if (!expected || sender !== expected.from) return ["not-allowed"];
  if (!isOpen(facilitator)) return ["closed"];
  const isLobby = here(facilitator).activity === null;
  if (command.of === "session") {
    const accepted = expected.accepted.includes(isLobby ? "lobby" : "open");
    if (!accepted) return [expected.refused ?? "wrong-phase"];
    const exists = origin === "own" && (command.name !== "replyBlind" || showsCards(facilitator));
    return expected.missing === undefined || exists ? ["ok"] : [expected.missing];
  }
  if (!target || target.status === "ready") return ["wrong-phase"];
  if (target.status !== "open") return ["closed"];
  const { isAsked = () => true } = witnessOf(command.of);
  const ofItsKind = activities.filter(({ kind }) => kind === command.of);
  if (!isAsked({ key: target.key, ofItsKind })) return ["not-allowed"];
  const settings = ofItsKind.find(({ key }) => key === target.key)?.settings;
  if (expected.isTaken?.(settings) === false) return ["not-allowed"];
  if (origin !== "own") return REFUSED;
  return expected.accepted.includes(target.phase ?? "") ? ["ok"] : NOT_NOW;
}

const showsCards = ({ view }: LiveClient) => Object.keys(view?.cards ?? {}).length > 0;

const NOT_NOW = ["wrong-phase", "closed", "too-few"];

/** Ids of elsewhere lead nowhere, wherever the activity is. */
const REFUSED = ["not-allowed", "closed", "wrong-phase", "bad-input"];

/** The activity that a command of a kind is sent to: the open one, else the first of that kind. */
function targetOf(facilitator: LiveClient, { of }: KnownCommand): AgendaEntry | undefined {
  const agenda = facilitator.view?.facilitator?.agenda ?? [];
  if (of === "session") return agenda[0];
  const fitting = agenda.filter(({ kind }) => kind === of);
  return fitting.find(({ status }) => status === "open") ?? fitting[0];
}

function frameOf({ of, name }: KnownCommand, sample: object, activity: string): Command {
  const inner = { type: name, ...sample };
  return commandSchema.parse(
    of === "session" ? inner : { type: "activity", activity, command: inner },
  );
}

/** The key of no activity. */
const NOWHERE = "no-such-activity";

/** A command by its name alone, as the authorisation table looks at it. */
export function named(command: KnownCommand): Command {
  const ids = { ...idsOfNothing(), activity: NOWHERE };
  return frameOf(command, expectations[nameOf(command)]?.sample(ids, null) ?? {}, NOWHERE);
}

function idsOfNothing(): SampleIds {
  return {
    edit: randomId(),
    markHash: hashSecret(randomId()),
    card: randomId(),
    review: randomId(),
    seen: randomId(),
  };
}

function idsOf(rooms: Rooms, origin: Origin, edit: string): SampleIds {
  const nothing = idsOfNothing();
  if (origin === "unknown") return nothing;
  if (origin === "foreign") return rooms.foreign;
  const { view } = rooms.senders.facilitator;
  const card = Object.keys(view?.cards ?? {})[0];
  const review = Object.keys(view?.review ?? {})[0] ?? nothing.review;
  return {
    edit,
    markHash: hashSecret(edit),
    card: card ?? nothing.card,
    review,
    seen: card ?? review,
  };
}
