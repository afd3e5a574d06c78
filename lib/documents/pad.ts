/** The columns of a pad, which are the root types of its document: short entries, each a text of its own. */
export const PAD_COLUMNS = ["guess", "know", "ask"] as const;

export type PadColumn = (typeof PAD_COLUMNS)[number];

/** What a pad says, as plain text: all that ever leaves it. */
export type PadContent = Readonly<Record<PadColumn, readonly string[]>>;

export const emptyPad: PadContent = { guess: [], know: [], ask: [] };
