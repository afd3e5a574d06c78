import { showsPages } from "@/lib/console/stage-change";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { StageRecord } from "@/lib/session/view-schema";

/** Shows a page of the stage, counted from 0, whatever covered it. */
export function turnPage(commands: ConsoleCommands, stage: StageRecord, page: number): void {
  if (!showsPages(stage)) void commands.tell({ type: "setStage", blank: false, bigCode: false });
  commands.move({ type: "turnPage", page });
}
