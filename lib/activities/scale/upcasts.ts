import { isObject, type KindUpcasts, type StoredObject, type Upcast } from "@/lib/session/upcast";

/** Release 1 counted both askings of a pair alike, and how the pairs did beside everybody's answers. */
const countedEachTime: Upcast = (event) => {
  if (event.type !== "scoresCounted" || !isObject(event.items)) return event;
  const items = Object.entries(event.items).map(([key, item]) => [key, withoutScores(item)]);
  return { type: "eachAskingCounted", items: Object.fromEntries(items) };
};

/** How the pairs changed is all that is left of them. */
function withoutScores(item: unknown): unknown {
  if (!isObject(item)) return item;
  const { paired, ...totals }: StoredObject = item;
  return { ...totals, change: isObject(paired) ? paired.change : null };
}

/** From version to version of what is stored of this kind. */
export const scaleUpcasts: KindUpcasts = { settings: [], events: [countedEachTime] };
