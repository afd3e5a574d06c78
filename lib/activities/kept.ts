import * as z from "zod/mini";
import type { Parser } from "@/lib/activities/contract";
import type { Acknowledgement } from "@/lib/protocol";
import { type Upcast, upcast, versioned } from "@/lib/upcast";

/**
 * How far a contribution has got. "refused": the server said no, and the text is still here. "conflict":
 * it said no because another page of this device had handed in something else (P135).
 */
export const sendingState = z.enum(["draft", "saving", "saved", "refused", "conflict"]);

/** How far something has got once the server has answered for good. */
export function stateAfter(answer: Acknowledgement): SendingState {
  if (answer.ok) return "saved";
  return answer.code === "conflict" ? "conflict" : "refused";
}

/** Where something that was chosen and not handed in is missing: in its activity's result, or at the end. */
export const missedAt = z.enum(["result", "end"]);

/**
 * What a device keeps of an activity beside its cards: an answer, a ballot, a line that is sent to nobody. What
 * it holds is the kind's own; the rest is what the device has to know of it, also once no view says any more
 * what kind an activity was of.
 */
export const keptEntry = z.object({
  kind: z.string(),
  /** The phase that it is asked for in; by it stands in `ways` whether that was skipped. */
  phase: z.string(),
  /** Where it is missing if it is chosen and was not handed in; null: nowhere. */
  missedAt: z.nullable(missedAt),
  revision: z.int(),
  state: sendingState,
  /** With the version of its shape. Objects in it are filled in part by part, lists as a whole. */
  content: z.record(z.string(), z.unknown()),
});

export type SendingState = z.infer<typeof sendingState>;
export type KeptEntry = z.infer<typeof keptEntry>;

/**
 * Something that phones keep of a kind and that is no card, as the kind's folder states it (`kept.ts`): what
 * it holds, when it is asked for, and where it is missing. The device keeps it under its activity, or under
 * `activity/slot` where there are several. What the server answers needs no word of the kind's: what was
 * handed in is saved or refused as a whole (`lib/client/device.ts`).
 */
export interface Kept<Content extends object> {
  kind: string;
  phase: string;
  missedAt: KeptEntry["missedAt"];
  content: Parser<Content>;
  /** Before anything was chosen or written. */
  nothing: Content;
  /** Whether nothing is chosen in it, so that nothing can be missing. */
  isBlank?(content: Content): boolean;
  /** From version to version of its content, as of every stored shape (decision 0025). */
  upcasts: readonly Upcast[];
}

/** What is kept, as its kind reads it; what does not read is nothing. */
export function contentOf<Content extends object>(
  { content, nothing, upcasts }: Kept<Content>,
  entry: KeptEntry | undefined,
): Content {
  if (entry === undefined) return nothing;
  try {
    const read = content.safeParse(upcast(entry.content, upcasts));
    return read.success ? read.data : nothing;
  } catch {
    // A newer page's.
    return nothing;
  }
}

/** An entry with this content; `known` is what was there before. */
export function withContent<Content extends object>(
  kept: Kept<Content>,
  known: KeptEntry | undefined,
  content: Content,
): KeptEntry {
  const { kind, phase, isBlank, upcasts } = kept;
  return {
    ...{ revision: 0, state: "draft" },
    ...known,
    ...{ kind, phase },
    missedAt: isBlank?.(content) ? null : kept.missedAt,
    content: { ...versioned(content, upcasts) },
  };
}
