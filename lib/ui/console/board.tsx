"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState, useSyncExternalStore } from "react";
import { isolated } from "@/lib/i18n/isolated";
import { Button } from "@/lib/ui/button";
import { InBar } from "@/lib/ui/console/bar-slot";
import { BoardColumns } from "@/lib/ui/console/board-columns";
import { BoardList } from "@/lib/ui/console/board-list";
import { cardsIn } from "@/lib/ui/console/board-state";
import type { BoardHand, BoardViewProps, BoardWords } from "@/lib/ui/console/board-view";
import { type BoardShown, wishBoard, wishedBoard } from "@/lib/ui/console/board-wish";
import { FOCUS_KEY, focusKeyOf } from "@/lib/ui/console/use-board-focus";
import { type BoardHandInput, useBoardHand } from "@/lib/ui/console/use-board-hand";
import { KeyHint } from "@/lib/ui/key-hint";

export interface BoardProps extends Omit<BoardHandInput, "frame"> {
  words: BoardWords;
  nameMax: number;
}

/** Windows whose bar is always in sight, and in one row has room for one more button. */
const BAR_FROM = "(min-width: 68.8125rem) and (min-height: 30rem)";

/** From this width on columns stand beside each other; below it a list is easier to read. */
const COLUMNS_FROM = "(min-width: 48rem)";

/**
 * Cards in columns, to be sorted by dragging, by keys or by choosing; as columns or as a list, which can do
 * the same. Nothing of it is this console's alone but what it last did, which can be undone.
 */
export function Board({ words, nameMax, ...input }: BoardProps) {
  const frame = useRef<HTMLDivElement>(null);
  const hand = useBoardHand({ ...input, frame });
  const isWide = useMedia(COLUMNS_FROM);
  const hasBar = useMedia(BAR_FROM);
  const [wished, setWished] = useState(wishedBoard);
  const shown = wished ?? (isWide ? "columns" : "list");
  const view = { hand, words, nameMax };
  return (
    <div className="@container flex flex-col gap-3" ref={frame}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Progress hand={hand} shown={shown} />
        <div className="ms-auto flex flex-wrap items-center gap-2">
          {hasBar ? (
            <InBar>
              <Undo hand={hand} />
            </InBar>
          ) : (
            <Undo hand={hand} />
          )}
          <Views
            onShow={(view) => {
              setWished(view);
              wishBoard(view);
            }}
            shown={shown}
          />
        </div>
      </div>
      <SaidLine hand={hand} words={words} />
      {shown === "columns" ? <BoardColumns {...view} /> : <BoardList {...view} />}
    </div>
  );
}

interface Shown {
  shown: BoardShown;
}

/** How many cards are still loose, and how one sorts them. */
function Progress({ hand, shown }: { hand: BoardHand } & Shown) {
  const t = useTranslations("console.board");
  const loose = cardsIn(hand.state, hand.cards, null).length;
  return (
    <p
      className="tabular text-ink-2 outline-none"
      {...{ [FOCUS_KEY]: focusKeyOf.count }}
      tabIndex={-1}
    >
      {t.rich("loose", {
        n: loose,
        all: hand.cards.length,
        count: (text) => <span className="font-semibold text-ink">{text}</span>,
      })}
      <span className="ms-3 text-sm max-sm:hidden">
        {t.rich(shown === "columns" ? "howColumns" : "howList", {
          key: (name) => (
            <>
              <KeyHint name={`${name}`} />
              <span className="sr-only">{name}</span>
            </>
          ),
        })}
      </span>
    </p>
  );
}

function Undo({ hand }: { hand: BoardHand }) {
  const t = useTranslations("console.board");
  // Stays in reach of the keyboard when there is nothing left to undo.
  return (
    <Button
      aria-disabled={!hand.canUndo}
      aria-keyshortcuts="Control+Z"
      className="aria-disabled:border-line aria-disabled:text-ink-2"
      onClick={() => hand.undo(false)}
      size="console"
    >
      {t("undo")}
    </Button>
  );
}

/** Columns or list. */
function Views({ shown, onShow }: Shown & { onShow: (view: BoardShown) => void }) {
  const t = useTranslations("console.board");
  const views = [
    ["columns", t("columns")],
    ["list", t("list")],
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent
    <div
      aria-label={t("view")}
      className="inline-flex rounded-control border border-edge bg-surface"
      role="group"
    >
      {views.map(([view, label]) => (
        <button
          aria-pressed={shown === view}
          className="min-h-10 border-edge px-3.5 first:rounded-s-control last:rounded-e-control last:border-s aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
          key={view}
          onClick={() => onShow(view)}
          type="button"
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** What the last press did is heard; that it did nothing is seen as well. */
function SaidLine({ hand, words }: Pick<BoardViewProps, "hand" | "words">) {
  const t = useTranslations("console.board");
  const { said, state, cards } = hand;
  function textOf(): string {
    if (said === null) return "";
    if (said.says !== "moved") return t(`said.${said.says}`);
    const card = cards.find(({ id }) => id === said.card)?.text ?? "";
    const column = state.columns.find(({ id }) => id === said.to)?.name ?? words.loose;
    return t("said.moved", { card: isolated(card), column: isolated(column) });
  }
  const isHeard = said === null || said.says === "moved" || said.says === "undone";
  return (
    <p className={isHeard ? "sr-only" : "text-ochre"} role="status">
      {textOf()}
    </p>
  );
}

function useMedia(query: string): boolean {
  const onChange = useCallback(
    (tell: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", tell);
      return () => media.removeEventListener("change", tell);
    },
    [query],
  );
  return useSyncExternalStore(
    onChange,
    () => window.matchMedia(query).matches,
    () => true,
  );
}
