import { createHmac } from "node:crypto";
import type { DocumentUse } from "@/lib/activities/documents";
import type { DocumentWriter } from "@/lib/documents/wire";
import type { Target } from "@/server/rooms/fan-out";
import type { Seats } from "@/server/rooms/sealed-rows";

/** A connection that may open documents. */
export interface DocumentReader extends Target {
  role: "participant" | "facilitator" | "stage";
  /** Whether it leads the session, not only looks at it. */
  mayRun: boolean;
  /** The tag of its seat under an activity's key; null for all but participants. */
  seat: ((key: string) => string) | null;
  /** Who it is, for leases and refusals: an account or a device. It stays in this process. */
  who: string;
  /** Whether it has ended: nothing is made for it any more. */
  isGone(): boolean;
}

/** Whether a connection sees a document, and whether it may write into it now. */
export function rightsOf(
  reader: Omit<DocumentReader, "send" | "isGone">,
  use: DocumentUse,
  seats: Seats | null,
): { reads: boolean; writes: boolean } {
  if (use.model === "board") {
    const writes = reader.role === "facilitator" && reader.mayRun && use.isOpen;
    return { reads: true, writes };
  }
  if (reader.role === "facilitator") return { reads: true, writes: false };
  const seat = seats && reader.seat?.(seats.key);
  const isSeated = typeof seat === "string" && use.seats.includes(seat);
  return { reads: isSeated, writes: isSeated && use.isOpen };
}

/** What a lease is for. */
export interface Leased {
  document: string;
  epoch: number;
  client: number;
  who: string;
}

/**
 * A lease on a client id: proves, also to another node and after a restart, that the id was given to the same person for
 * this document. Under the document's key, which goes with it (decision 0091).
 */
export function leaseFor(key: string, { document, epoch, client, who }: Leased): DocumentWriter {
  const lease = createHmac("sha256", Buffer.from(key, "hex"))
    .update(JSON.stringify([document, epoch, client, who]))
    .digest("hex");
  return { client, lease };
}
