import type { KeyAction } from "@/lib/console/keys";
import {
  blankToggled,
  codeToggled,
  type StageChange,
  showsPages,
} from "@/lib/console/stage-change";
import type { FacilitatorView } from "@/lib/session/facilitator-view";

/** Keys that tell the session something; the others move about on the console. */
export type CommandKey = Extract<
  KeyAction,
  "back" | "pause" | "plus" | "minus" | "blank" | "bigCode" | "pageOn" | "pageBack"
>;

/** Why a key did nothing, said in one line. */
export type KeyRefusal =
  | "offline"
  | "firstPhase"
  | "notUndone"
  | "casesStay"
  | "noClock"
  | "pagesHidden"
  | "firstPage"
  | "lastPage";

export type KeyCommand =
  | { move: { type: "goBack" | "pauseClock" | "resumeClock" } }
  | { move: { type: "addMinutes"; minutes: 1 | -1 } }
  | { stage: StageChange }
  /** Counted from 0. */
  | { page: number }
  | { refused: KeyRefusal };

export interface KeySituation {
  view: FacilitatorView;
  online: boolean;
  /** Pages the stage can turn to. */
  pages: number;
}

/** Why going back is not possible here; null where it is. */
function backRefusal({ activity, facilitator, planned }: FacilitatorView) {
  if (facilitator.canGoBack) return null;
  const entry = facilitator.agenda.find(({ key }) => key === planned?.key);
  const isFirst = entry?.phases[0]?.name === activity?.phase;
  if (isFirst) return "firstPhase";
  // From the case there is a way back until somebody could have written on it (P127).
  return activity?.phase === "case" ? "casesStay" : "notUndone";
}

/** What a key does now, or why it does nothing: no key is ever silent. */
export function keyCommand(action: CommandKey, { view, online, pages }: KeySituation): KeyCommand {
  if (!online) return { refused: "offline" };
  const { stage } = view;
  const clock = view.activity?.clock ?? null;
  switch (action) {
    case "back": {
      const refused = backRefusal(view);
      return refused === null ? { move: { type: "goBack" } } : { refused };
    }
    case "pause":
      if (clock === null) return { refused: "noClock" };
      return { move: { type: clock.remaining === null ? "pauseClock" : "resumeClock" } };
    case "plus":
    case "minus":
      if (clock === null) return { refused: "noClock" };
      return { move: { type: "addMinutes", minutes: action === "plus" ? 1 : -1 } };
    case "blank":
      return { stage: blankToggled(stage) };
    case "bigCode":
      return { stage: codeToggled(stage) };
    case "pageOn":
    case "pageBack": {
      if (!showsPages(stage)) return { refused: "pagesHidden" };
      // A stage on a taller screen has fewer pages than this console counts.
      const page = Math.min(stage.page, pages - 1) + (action === "pageOn" ? 1 : -1);
      if (page < 0) return { refused: "firstPage" };
      if (page >= pages) return { refused: "lastPage" };
      return { page };
    }
  }
}
