import * as z from "zod/mini";
import { type Narrow, narrow } from "@/lib/channel";
import { refusalCode } from "@/lib/errors";
import { activityKey, randomId } from "@/lib/ids";
import { address, language } from "@/lib/words";

/** Rises when old and new clients no longer understand each other; old ones then reload. */
export const PROTOCOL_VERSION = 8;

/** Largest frame a participant may send; a card of 1,000 characters takes 4 kB at most. */
export const FRAME_BYTES_MAX = 32 * 1024;

/**
 * In the address of a connection: deflated bodies come to this page as bytes instead of text (P198). A server of an earlier
 * release reads nothing there, and sends text.
 */
export const TAKES_BYTES = { bodies: "bytes" } as const;

/** Which patches a client has seen: the room's incarnation on one node, and a counter. */
export const viewVersion = z.tuple([randomId, z.int().check(z.minimum(0))]);

/** `HMAC(session's admission key, device secret)`, as hex: what a device keeps of having been in. */
export const pass = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Beside the handshake: the last versions that a page has, of its view and of its seat's and group's. */
export const seenVersions = z.looseObject({
  seen: z.optional(viewVersion),
  seenChannels: z.optional(z.partialRecord(narrow, viewVersion)),
});

/** What a handshake says of the versions that a page has of each channel. */
export function seenVersionsOf(
  channels: ReadonlyMap<"view" | Narrow, { version: ViewVersion }>,
): SeenVersions {
  const [seen, seat, group] = (["view", "seat", "group"] as const).map(
    (of) => channels.get(of)?.version,
  );
  return { ...(seen && { seen }), ...((seat || group) && { seenChannels: { seat, group } }) };
}

const common = { protocol: z.int() };

/**
 * Sent once per connection, in the handshake's payload. Participants authenticate by a device
 * secret that is never stored, facilitators by their sign-in cookie, stages by their link.
 */
export const handshake = z.discriminatedUnion("role", [
  z.strictObject({
    ...common,
    role: z.literal("participant"),
    session: randomId,
    device: randomId,
    /** Proves that this device has been in before (P111). */
    pass: z.optional(pass),
  }),
  z.strictObject({ ...common, role: z.literal("facilitator"), session: randomId }),
  z.strictObject({ ...common, role: z.literal("stage"), key: randomId }),
]);

/**
 * Client → server, soft: this phone is done with the phase, or is not any more. `left`: its owner
 * has left the session (P71).
 */
export const presenceFrame = z.strictObject({
  activity: z.nullable(activityKey),
  phase: z.nullable(z.string().check(z.maxLength(20))),
  done: z.boolean(),
  left: z.optional(z.boolean()),
});

/** Server → client: the answer to a command. Carries no content (anonymity.md, rule 9). */
export const acknowledgement = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), reply: z.optional(z.unknown()) }),
  z.strictObject({ ok: z.literal(false), code: refusalCode }),
]);

/**
 * Server → client: a whole view, or a patch from the version before. Keys are record names, or
 * `collection/id`. `now` is the server's clock, ms since 1970. With `channel` it is what one's own seat or
 * group sees, which has versions of its own; without any records that is over.
 */
export const viewFrame = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("full"),
    channel: z.optional(narrow),
    version: viewVersion,
    now: z.int(),
    records: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    kind: z.literal("patch"),
    channel: z.optional(narrow),
    version: viewVersion,
    now: z.int(),
    set: z.record(z.string(), z.unknown()),
    gone: z.array(z.string()),
  }),
]);

/** POST /api/join: what a right code opens. */
export const joinRequest = z.strictObject({ code: z.string().check(z.maxLength(40)) });
export const joinAnswer = z.discriminatedUnion("ok", [
  /** Address and language are told early: the rules and the receipt come before the first view. */
  z.strictObject({
    ok: z.literal(true),
    session: randomId,
    address,
    language,
    /** Before anybody is in: nobody takes invented people for a room (P201). */
    rehearsal: z.optional(z.literal(true)),
  }),
  /** One answer for unknown, locked and ended. */
  z.strictObject({ ok: z.literal(false) }),
]);

export type Handshake = z.infer<typeof handshake>;
export type PresenceFrame = z.infer<typeof presenceFrame>;
export type Acknowledgement = z.infer<typeof acknowledgement>;
export type ViewFrame = z.infer<typeof viewFrame>;
export type SeenVersions = Pick<z.infer<typeof seenVersions>, "seen" | "seenChannels">;
export type ViewVersion = z.infer<typeof viewVersion>;
export type JoinAnswer = z.infer<typeof joinAnswer>;
