import type { KeyCommand } from "@/lib/console/key-command";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { Say } from "@/lib/console/use-notice";

/** Does what a key or its button means, or says in one line why it can't be done. */
export function carryOut(
  command: KeyCommand,
  { commands, say }: { commands: ConsoleCommands; say: Say },
): void {
  say("refused" in command ? command.refused : null);
  if ("refused" in command) return;
  if ("stage" in command) void commands.tell({ type: "setStage", ...command.stage });
  else if ("page" in command) commands.move({ type: "turnPage", page: command.page });
  else commands.move(command.move);
}
