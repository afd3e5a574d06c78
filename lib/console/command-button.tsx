"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { carryOut } from "@/lib/console/carry-out";
import { type CommandKey, type KeySituation, keyCommand } from "@/lib/console/key-command";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { Say } from "@/lib/console/use-notice";
import { Button } from "@/lib/ui/button";

export interface CommandButtonProps extends KeySituation {
  /** What its key does too. */
  action: CommandKey;
  commands: ConsoleCommands;
  say: Say;
  /** Where the text alone says too little. */
  "aria-label"?: string;
  children: ReactNode;
}

/**
 * A button that does what its key does. Where that is not possible it stays within reach and says why:
 * to the pointer above it, to a screen reader with its name, and in the line above the bar once pressed.
 */
export function CommandButton(props: CommandButtonProps) {
  const { action, commands, say, children, view, online, pages, ...rest } = props;
  const t = useTranslations("console");
  const command = keyCommand(action, { view, online, pages });
  const refused = "refused" in command ? command.refused : null;
  const why = refused === null ? null : t(refused === "offline" ? refused : `notice.${refused}`);
  return (
    <Button
      {...rest}
      aria-disabled={why === null ? undefined : true}
      className={why === null ? "" : "border-line! text-ink-2!"}
      onClick={() => carryOut(command, { commands, say })}
      size="console"
      // Also its description for a screen reader.
      title={why ?? undefined}
    >
      {children}
    </Button>
  );
}
