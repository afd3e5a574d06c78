import type { SummaryBlocks } from "@/lib/summary/blocks";

/** The first day that any file knows, where a summary tells none. */
const NO_DAY = "1980-01-01";

/** The day of the session, as ISO date: the only moment that a file of it may tell. Its file name ends with it. */
export const dayOf = ({ fileName }: Pick<SummaryBlocks, "fileName">): string =>
  /\d{4}-\d{2}-\d{2}$/.exec(fileName)?.[0] ?? NO_DAY;
