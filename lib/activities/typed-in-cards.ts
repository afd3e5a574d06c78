import * as z from "zod/mini";
import { CARD_CHARACTERS_MAX, type CardAttributes } from "@/lib/activities/card-schema";
import { batchesUpTo } from "@/lib/activities/cards";
import {
  accept,
  type CardBatches,
  type Decision,
  type RuleContext,
  refuse,
  type SealedCard,
} from "@/lib/activities/contract";
import { randomId } from "@/lib/ids";
import { writtenText } from "@/lib/text";

/**
 * Paper cards of people without a phone, typed in by a facilitator. Who typed one knows what it says, so that it
 * hides nobody: it counts for no contributor, no card and no held card of a threshold
 * (docs/decisions/0071-people-without-a-phone.md).
 */

/** Typed-in cards of one activity: more than a facilitator types while a room waits. */
export const TYPED_IN_MAX = 60;

/** One card; `card` is new for each, so that a repeat of it changes nothing. */
export const typedInCard = <Attributes extends CardAttributes>(
  attributes: z.ZodMiniType<Attributes>,
) =>
  z.strictObject({
    type: z.literal("typeInCard"),
    card: randomId,
    text: writtenText(CARD_CHARACTERS_MAX),
    attributes,
  });

/**
 * Seals a typed-in card among those that are being written, or puts it beside those under review. Refused once the
 * reveal has been: a card that came alone would stand there alone.
 */
export function typeInCard<Event>(
  data: CardBatches,
  context: RuleContext,
  { card, text, attributes }: { card: string; text: string; attributes: CardAttributes },
): Decision<Event> {
  if (data.revealed !== null) return refuse("wrong-phase");
  if (!data.enough) return refuse("too-few");
  const editHash = context.hash(card);
  if (context.sealed.card(editHash)) return accept();
  const typedIn = batchesUpTo(data.batch).flatMap((batch) =>
    context.sealed.cards(batch).filter(({ content }) => content?.typedIn),
  );
  if (typedIn.length >= TYPED_IN_MAX) return refuse("over-budget");
  const sealed: SealedCard = {
    editHash,
    // Its secret is nobody's: a paper card has no device that could prove it.
    markHash: context.hash(context.randomId()),
    revision: 1,
    batch: data.reviewed ?? data.batch,
    content: {
      ...{ text, attributes, typedIn: true },
      // Nobody was asked in writing.
      ...{ mayBeCase: false, mayBeQuoted: false, unfair: false, notForStage: false },
    },
    reviewId: data.reviewed === null ? null : context.randomId(),
    held: false,
    tagged: false,
  };
  return accept<Event>([], [{ op: "putCard", card: sealed }]);
}
