"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { buttonClass } from "@/lib/ui/button";
import { KeyHint } from "@/lib/ui/key-hint";

export interface MenuEntry {
  id: string;
  label: string;
  /** The key that does the same, shown at the end of the line. */
  keyHint?: string;
  disabled?: boolean;
  /** In brick; whatever it leads to still has to be confirmed. */
  irreversible?: boolean;
  onAction: () => void;
}

export interface MenuProps {
  /** Text of the button. */
  label: ReactNode;
  /** What it is called where its text says too little alone. */
  name?: string;
  /** Hangs below its button and looks like nothing that has to be pressed, as in a row of a list. */
  isQuiet?: boolean;
  entries: readonly MenuEntry[];
}

/** A button with a menu above it, as the console's bar at the bottom needs it, or below it. */
export function Menu({ label, name, isQuiet = false, entries }: MenuProps) {
  const Arrow = isQuiet ? ChevronDown : ChevronUp;
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<MenuEntry | null>(null);

  // Acts once the menu is gone: a dialog then gives the focus back to the button, not to an entry
  // that is there no more.
  useEffect(() => {
    if (open || chosen === null) return;
    setChosen(null);
    trigger.current?.focus();
    chosen.onAction();
  }, [open, chosen]);

  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button
        aria-label={name}
        className={buttonClass(isQuiet ? "quiet" : "secondary", "console")}
        ref={trigger}
      >
        {label}
        <Arrow aria-hidden size={18} strokeWidth={1.75} />
      </Button>
      <Popover
        className="min-w-56 overflow-y-auto rounded-card border border-line bg-surface p-1 text-base text-ink shadow-overlay"
        placement={isQuiet ? "bottom end" : "top end"}
      >
        <AriaMenu
          className="outline-none"
          disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}
        >
          {entries.map((entry) => (
            <MenuItem
              className={`flex min-h-target cursor-pointer items-center justify-between gap-6 rounded-control px-3 outline-none data-focused:bg-accent-soft data-disabled:text-ink-2 ${entry.irreversible ? "text-brick" : ""}`}
              id={entry.id}
              key={entry.id}
              onAction={() => setChosen(entry)}
              textValue={entry.label}
            >
              <span>{entry.label}</span>
              {entry.keyHint ? <KeyHint name={entry.keyHint} /> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
