import { isObject, type Upcast } from "@/lib/session/upcast";

/** Before cards could be tagged nobody had tagged one. */
export const withoutTags: Upcast = (event) => {
  if (event.type !== "cardsRevealed" || !isObject(event.consents)) return event;
  const consents = Object.entries(event.consents).map(([id, each]) => [
    id,
    isObject(each) ? { ...each, unfair: false, tagged: false } : each,
  ]);
  return { ...event, consents: Object.fromEntries(consents) };
};
