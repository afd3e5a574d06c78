/** A catalogue of messages: text, or a namespace of further ones. */
export interface MessageTree {
  [key: string]: string | MessageTree;
}

/** Lays the few differing texts of `top` over `base`; both stay as they are. */
export function overlay<Base extends MessageTree>(base: Base, top: MessageTree): Base;
export function overlay(base: MessageTree, top: MessageTree): MessageTree {
  const merged: MessageTree = { ...base };
  for (const [key, value] of Object.entries(top)) {
    const below = merged[key];
    merged[key] =
      typeof value === "object" && typeof below === "object" ? overlay(below, value) : value;
  }
  return merged;
}
