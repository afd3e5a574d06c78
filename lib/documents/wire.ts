import * as z from "zod/mini";

/**
 * The lane for what is arranged or written together, beside commands and views on the same connection (docs/protocol.md,
 * "Documents"). Updates of Yjs travel as base64.
 */

/** A document of a session: `activity/name`, as the activity's kind calls it. */
export const documentName = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}\/[a-z0-9][a-z0-9-]{0,39}$/));

/** The most that a frame from a page carries: beside the rest of it, below `FRAME_BYTES_MAX`. */
const BASE64_MAX = 24 * 1024;
const base64 = z.string().check(z.maxLength(BASE64_MAX), z.regex(/^[0-9A-Za-z+/]*={0,2}$/));

/** Rises when a document is written anew: what was made for an earlier one is no update of it any more. */
const epoch = z.int().check(z.positive());
/** Counts the rows of a document, over all epochs. */
const seq = z.int().check(z.minimum(0));
/** Yjs gives clients 32 bits. */
const client = z.int().check(z.minimum(0), z.maximum(0xffff_ffff));
/** Proves that this client id was given to whoever sends it, for this document and epoch. */
const lease = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * Client → server, `doc:open`. With `epoch`, `client` and `lease` a page comes back with the same `Y.Doc` in memory; a new
 * one has none, also after a reload, else two documents would write under one id. `sv`: its state vector.
 */
export const openFrame = z.strictObject({
  doc: documentName,
  resume: z.optional(z.strictObject({ epoch, client, lease })),
  sv: z.optional(base64),
});

/** Client → server, `doc:update`; `n` is the page's own number for it. Needs an opened document that takes writing. */
export const updateFrame = z.strictObject({
  doc: documentName,
  epoch,
  n: z.int().check(z.minimum(0)),
  u: base64,
});

/** Client → server, `doc:close`: nothing more is to be sent of it. */
export const closeFrame = z.strictObject({ doc: documentName });

/** Why a frame about a document was not taken. */
export const documentRefusal = z.enum([
  /** Not for this connection, or no such document; also what a page may only read. */
  "not-allowed",
  /** The activity is over, or the document isn't written any more. */
  "closed",
  /** The frame did not parse. */
  "bad-input",
  /** It was written anew: open again, and enter again what was not acknowledged. */
  "epoch",
  /** The guard did not take it; sending it again is no use. */
  "refused",
  /** Sending again later works. */
  "busy",
  "rate-limited",
]);

const refused = z.strictObject({ ok: z.literal(false), code: documentRefusal });

/** Who writes: the client id that the page's `Y.Doc` has to have before it is first changed, and its lease. */
export const writer = z.strictObject({ client, lease });

/**
 * The answer to `doc:open`. `writer` is null where the page may only read. `u` is what its document lacks, or all of it
 * where it is new or of another epoch (then a document that was resumed is to be thrown away).
 */
export const openAnswer = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    epoch,
    seq,
    writer: z.nullable(writer),
    u: z.string(),
  }),
  refused,
]);

/**
 * The answer to `doc:update`, once it is on disk: that alone is *saved*. No state vector says it, since a deletion doesn't
 * move one.
 */
export const updateAnswer = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), n: z.int(), seq }),
  z.strictObject({ ok: z.literal(false), code: documentRefusal, n: z.int() }),
]);

/**
 * Server → client, `doc`: what was written since row `since`, up to row `seq`, the same bytes for everybody who has it
 * open, its author too. A page that has a lower `seq` than `since` missed something and opens again with its `sv`.
 */
export const documentFrame = z.strictObject({
  doc: documentName,
  epoch,
  since: seq,
  seq,
  u: z.string(),
});

/** Server → client, `doc:reset`: throw the `Y.Doc` away and open anew; with null there is none any more. */
export const resetFrame = z.strictObject({ doc: documentName, epoch: z.nullable(epoch) });

export type OpenFrame = z.infer<typeof openFrame>;
export type UpdateFrame = z.infer<typeof updateFrame>;
export type OpenAnswer = z.infer<typeof openAnswer>;
export type UpdateAnswer = z.infer<typeof updateAnswer>;
export type DocumentRefusal = z.infer<typeof documentRefusal>;
export type DocumentFrame = z.infer<typeof documentFrame>;
export type ResetFrame = z.infer<typeof resetFrame>;
export type DocumentWriter = z.infer<typeof writer>;
