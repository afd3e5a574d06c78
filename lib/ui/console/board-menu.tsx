"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover } from "react-aria-components";
import type { BoardMenuEntry, BoardMenuSection, OpenBoardMenu } from "@/lib/ui/console/board-view";

interface Opened {
  button: HTMLElement;
  name: string;
  sections: readonly BoardMenuSection[];
}

/**
 * One menu for all buttons of a board: hundreds of cards have one each, and a single one is open. `close` hands the
 * focus back to the button, unless what was chosen leads it elsewhere.
 */
export function useBoardMenu(): {
  openMenu: OpenBoardMenu;
  menu: Opened | null;
  close: () => void;
} {
  const [menu, setMenu] = useState<Opened | null>(null);
  return {
    openMenu: (button, name, sections) => setMenu({ button, name, sections }),
    menu,
    close: () => setMenu(null),
  };
}

/**
 * For a button that opens a menu. A key opens it as it goes down, and nothing else comes of that: a click in between would
 * leave the focus on the menu instead of its first entry.
 */
export const opensMenu = (open: (button: HTMLElement) => void) => ({
  "aria-haspopup": "menu" as const,
  onClick: ({ currentTarget }: MouseEvent<HTMLElement>) => open(currentTarget),
  onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (!event.repeat) open(event.currentTarget);
  },
});

/** The menu that is open, beside its button. */
export function BoardMenu({ menu, close }: { menu: Opened | null; close: () => void }) {
  const trigger = useRef<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<BoardMenuEntry | null>(null);
  if (menu !== null) trigger.current = menu.button;

  // Acts once the menu is gone: whatever takes the focus then keeps it.
  useEffect(() => {
    if (menu !== null || chosen === null) return;
    setChosen(null);
    trigger.current?.focus();
    chosen.onAction();
  }, [menu, chosen]);

  return (
    <Popover
      className="max-w-80 overflow-y-auto rounded-card border border-line bg-surface p-1 text-base text-ink shadow-overlay"
      isOpen={menu !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      placement="bottom end"
      triggerRef={trigger}
    >
      <Menu aria-label={menu?.name} autoFocus="first" className="outline-none" onClose={close}>
        {(menu?.sections ?? []).map(({ title, entries }) => (
          <MenuSection className="border-line not-first:border-t" key={title}>
            <Header className="px-3 pt-2 pb-1 text-ink-2 text-sm">{title}</Header>
            {entries.map((entry) => (
              <MenuItem
                className={`flex min-h-target cursor-pointer items-center justify-between gap-4 rounded-control px-3 py-2 outline-none wrap-anywhere data-focused:bg-accent-soft ${entry.takesAway ? "text-brick" : ""}`}
                id={entry.id}
                key={entry.id}
                onAction={() => setChosen(entry)}
                textValue={entry.label}
              >
                <span dir="auto">{entry.label}</span>
                {entry.isChecked ? <Check aria-hidden size={18} strokeWidth={1.75} /> : null}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}
