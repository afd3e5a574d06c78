/** A catalogue of messages: text, or a namespace of further ones. */
export interface MessageTree {
  [key: string]: string | MessageTree;
}

/** In Next's bundle a text that has more to it than words is a list, which the build has made of it (`next.config.js`). */
const isNamespace = (message: MessageTree[string] | undefined): message is MessageTree =>
  typeof message === "object" && !Array.isArray(message);

/** Lays the few differing texts of `top` over `base`; both stay as they are. */
export function overlay<Base extends MessageTree>(base: Base, top: MessageTree): Base;
export function overlay(base: MessageTree, top: MessageTree): MessageTree {
  const merged: MessageTree = { ...base };
  for (const [key, value] of Object.entries(top)) {
    const below = merged[key];
    merged[key] = isNamespace(value) && isNamespace(below) ? overlay(below, value) : value;
  }
  return merged;
}
