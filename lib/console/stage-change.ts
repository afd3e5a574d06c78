import type { StageRecord } from "@/lib/session/view-schema";

/** What a console changes of the stage: nothing else is touched. */
export type StageChange = Partial<Pick<StageRecord, "blank" | "bigCode">>;

/** The stage emptied, or shown again. */
export const blankToggled = ({ blank }: StageRecord): StageChange => ({ blank: !blank });

/** Whether the code stands large on the stage, for everybody to see. */
export const isCodeShown = ({ bigCode, blank }: StageRecord): boolean => bigCode && !blank;

/** The code shown large, also where the stage was empty; or put away again. */
export const codeToggled = (stage: StageRecord): StageChange =>
  isCodeShown(stage) ? { bigCode: false } : { bigCode: true, blank: false };

/** Whether the stage shows pages now, and not an empty screen or the code. */
export const showsPages = ({ blank, bigCode }: StageRecord): boolean => !blank && !bigCode;
