import fc from "fast-check";
import { everyCommand } from "@/attack/commands";
import { arbitraryOf } from "@/attack/input/arbitrary";
import {
  hostileTexts,
  hostileValues,
  type Mutation,
  mutate,
  mutation,
} from "@/attack/input/hostile";
import { presenceFrame } from "@/lib/protocol";

/** One event as it is sent; only commands are answered. */
export interface HostileFrame {
  event: string;
  payload: unknown;
  /** Sent before the payload: the server then gets the acknowledgement at another place. */
  before: readonly unknown[];
}

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });

/** Events that pages never send. */
const unknownEvents = ["view", "command ", "COMMAND", "__proto__", "constructor", "", "join", "0"];

/**
 * Frames for one moment of one session, drawn from the product's own schemas and then damaged: not at
 * all (out of phase, wrong role), once, or a few times.
 */
export function hostileFrames(known: {
  ids: readonly string[];
  activities: readonly string[];
  /** The activity that is open; null in the lobby. */
  open: { key: string; kind: string } | null;
}): fc.Arbitrary<HostileFrame> {
  const { ids, activities, open } = known;
  const commandsOf = (isWanted: (of: string) => boolean) =>
    everyCommand.flatMap(({ of, schema }) =>
      isWanted(of) ? [arbitraryOf(schema, [...ids, ...activities])] : [],
    );
  const toActivity = (activity: fc.Arbitrary<string>, commands: fc.Arbitrary<unknown>[]) =>
    fc.record({ type: fc.constant("activity"), activity, command: fc.oneof(...commands) });
  const anywhere = fc.constantFrom(...activities, "constructor", "no-such-activity");
  const fitting = commandsOf((of) => of === open?.kind);
  const command = fc.oneof(
    { weight: 2, arbitrary: fc.oneof(...commandsOf((of) => of === "session")) },
    {
      weight: 2,
      arbitrary: toActivity(
        anywhere,
        commandsOf((of) => of !== "session"),
      ),
    },
    // What gets furthest: the open activity's own commands.
    ...(open && fitting.length > 0
      ? [{ weight: 8, arbitrary: toActivity(fc.constant(open.key), fitting) }]
      : []),
  );
  const commandFrame = fc.record({ id: hex(32), command });
  const damage = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Mutation[]>([]) },
    { weight: 4, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(mutation, { minLength: 2, maxLength: 3 }) },
  );
  const damaged = (event: string, payload: fc.Arbitrary<unknown>): fc.Arbitrary<HostileFrame> =>
    fc
      .tuple(payload, damage)
      .map(([value, changes]) => ({ event, payload: changes.reduce(mutate, value), before: [] }));
  const anything = fc.constantFrom(...hostileValues);
  return fc.oneof(
    { weight: 20, arbitrary: damaged("command", commandFrame) },
    { weight: 2, arbitrary: damaged("presence", arbitraryOf(presenceFrame, activities)) },
    {
      weight: 1,
      arbitrary: fc.record({
        event: fc.constantFrom("command", "presence", "resync"),
        payload: anything,
        before: fc.array(anything, { maxLength: 2 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        event: fc.constantFrom(...unknownEvents, ...hostileTexts),
        payload: anything,
        before: fc.constant([]),
      }),
    },
  );
}

/** Packets below Socket.IO's client, which it would never write: types, counts and places that lie. */
export const hostilePackets: readonly string[] = [
  "",
  "2",
  "2[]",
  "2{}",
  '2["command"]',
  '2["command",null]',
  '2["command",{}',
  '21e9["command",{}]',
  '2-1["command",{}]',
  '299999999999999999999["command",{}]',
  '20["command",{"id":1}]',
  '2["disconnect"]',
  '2["connect_error",{}]',
  '2["newListener",1]',
  '2["error",{"message":1}]',
  '2["__proto__",{}]',
  "2[1,2]",
  "2[null]",
  '2[{"toString":1}]',
  "30[]",
  '30["never asked"]',
  "3",
  "4{}",
  "1",
  "0",
  '0{"role":"facilitator"}',
  '0/elsewhere,{"role":"facilitator"}',
  '2/elsewhere,["command",{}]',
  '51-["command",{"_placeholder":true,"num":0}]',
  '51-["command",{"_placeholder":true,"num":99}]',
  '50-["command",{"_placeholder":true,"num":0}]',
  '5999999999-["command",{}]',
  '5-["command"]',
  '61-0[{"_placeholder":true,"num":0}]',
  "9",
  `2${"[".repeat(9_000)}`,
  `2["command",${"9".repeat(20_000)}]`,
  `2["command",{${'"a":1,'.repeat(4_000)}"a":1}]`,
  '2["command",{"id":1e999,"command":-1e999}]',
];
