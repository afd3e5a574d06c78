import * as z from "zod/mini";

/** Who a whole view is for. */
export type Audience = "participant" | "stage" | "facilitator";

/** What a participant's connection may listen to beside its audience: its own seat, and its seat's group. */
export const narrow = z.enum(["seat", "group"]);

export type Narrow = z.infer<typeof narrow>;

/** The channel of one seat or group, by a name that its activity has given it. No screen is told the name. */
export type NarrowChannel = `${Narrow}/${string}`;

/** Whom records are for. What a socket listens to is a list of these, and nothing else reaches it. */
export type Channel = Audience | NarrowChannel;

export const isNarrow = (channel: Channel): channel is NarrowChannel => channel.includes("/");

/** Whether a channel is a seat's or a group's: a connection listens to one of each at most. */
export const narrowOf = (channel: NarrowChannel): Narrow =>
  channel.startsWith("seat/") ? "seat" : "group";

/**
 * Slot of the ballots that are seats: one per device that has a place in the activity, under its tag there.
 * Like all ballots they go with the activity, and name nobody (anonymity.md, rule 4).
 */
export const SEAT_SLOT = "seat";
