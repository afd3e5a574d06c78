import * as z from "zod/mini";
import { putBallots } from "@/lib/activities/ballots";
import { accept, type ChannelsInput, commandsOf, type NarrowView } from "@/lib/activities/contract";
import { defineKind } from "@/lib/activities/define-kind";
import { phase } from "@/lib/activities/phase";
import { type NarrowChannel, SEAT_SLOT } from "@/lib/channel";
import { revision } from "@/lib/ids";

/**
 * Where this kind lets out what only a seat should see; a check that finds nothing then is none. `audience`:
 * into what all see; `seats`: to each other's connections; `log`: into an event.
 */
export const seatLeak = z.enum(["none", "audience", "seats", "log"]);

const settings = z.object({ leak: seatLeak });

/** What somebody keeps in their seat, and what their group may see of it. */
const place = z.object({ own: z.string(), shared: z.string(), group: z.nullable(z.string()) });
const event = z.object({ type: z.literal("dealt"), leaked: z.array(z.string()) });

/** What all participants see, one's own seat, and one's group. */
export const seatedRecord = z.object({ isDealt: z.boolean(), leaked: z.array(z.string()) });
export const seatRecord = z.object({ own: z.string() });
export const groupRecord = z.object({ lines: z.array(z.string()) });

interface Data {
  isDealt: boolean;
  logged: string[];
  leaked: string[];
}

type Settings = z.infer<typeof settings>;
const command = commandsOf<Settings, Data, z.infer<typeof event>>();

/**
 * A kind for tests alone, with nothing but seats: whoever sits down keeps a line for themselves and has one
 * for their group, which is `A` or `B`.
 */
export const seatedKind = defineKind<Settings, Data, z.infer<typeof event>>({
  name: "seated",
  settings,
  event,
  upcasts: { settings: [], events: [] },
  phases: () => [phase("play", { takes: "answers", isWork: true }), phase("show")],
  initial: () => ({ isDealt: false, logged: [], leaked: [] }),
  commands: {
    sit: command({
      from: "participant",
      schema: z.strictObject({
        ...{ type: z.literal("sit"), own: z.string(), shared: z.string() },
        revision,
      }),
      reads: () => [{ of: "ballot", slot: SEAT_SLOT }],
      decide({ own, shared, revision }, { context }) {
        const { sealed, tag } = context;
        const before = place.safeParse(sealed.ballot(SEAT_SLOT, tag(SEAT_SLOT))?.content);
        const group = before.data?.group ?? null;
        return putBallots(context, revision, [[SEAT_SLOT, { own, shared, group }]]);
      },
    }),
    deal: command({
      from: "facilitator",
      schema: z.strictObject({ type: z.literal("deal") }),
      reads: () => [{ of: "slot", slot: SEAT_SLOT }],
      decide(_, { settings, context }) {
        const seats = context.sealed.ballots().map((each) => ({
          ...each,
          content: place.parse(each.content),
        }));
        return accept(
          [
            {
              type: "dealt",
              leaked: settings.leak === "log" ? seats.map(({ content }) => content.own) : [],
            },
          ],
          context.shuffle(seats).map((ballot, at) => ({
            op: "putBallot" as const,
            ballot: { ...ballot, content: { ...ballot.content, group: at % 2 === 0 ? "A" : "B" } },
          })),
        );
      },
    }),
  },
  evolve(data, { leaked }) {
    data.isDealt = true;
    data.logged = leaked;
  },
  view: ({ data }) => ({ record: { isDealt: data.isDealt, leaked: data.leaked } }),
  channels: seatsAndGroups,
  pace: [1, 2],
});

function seatsAndGroups({
  settings,
  data,
  seats,
  phase,
}: ChannelsInput<Settings, Data>): ReadonlyMap<NarrowChannel, NarrowView> {
  const channels = new Map<NarrowChannel, NarrowView>();
  if (phase !== "play") return channels;
  const places = [...seats].map(([tag, content]) => ({ tag, ...place.parse(content) }));
  // Views are made after this; no honest kind writes into its data here.
  if (settings.leak === "audience") data.leaked = places.map(({ own }) => own);
  for (const { tag, own } of places) {
    const mine = settings.leak === "seats" ? places.map((each) => each.tag) : [tag];
    channels.set(`seat/${tag}`, { seats: mine, record: { own } });
  }
  for (const group of new Set(places.flatMap((each) => each.group ?? []))) {
    const members = places.filter((each) => each.group === group);
    channels.set(`group/${group}`, {
      seats: members.map(({ tag }) => tag),
      record: { lines: members.map(({ shared }) => shared).sort() },
    });
  }
  return channels;
}
