import type { FacilitatorView } from "@/lib/console/facilitator-view";
import type { ActivityCommand } from "@/lib/session/commands";

/** What the console gives to the screen of an activity's kind. */
export interface FacilitatorScreenProps {
  view: FacilitatorView;
  /** Sends a command of this activity's kind; refusals are shown by the console. */
  act: (command: ActivityCommand["command"]) => void;
  /** Writes to the author of a card, whom nobody knows. Answers whether it arrived. */
  reply: (card: string, text: string) => Promise<boolean>;
}
