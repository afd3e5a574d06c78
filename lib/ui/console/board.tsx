"use client";

import { useTranslations } from "next-intl";
import { useCallback, useId, useRef, useState, useSyncExternalStore } from "react";
import { isolated } from "@/lib/i18n/isolated";
import { Button } from "@/lib/ui/button";
import { InBar } from "@/lib/ui/console/bar-slot";
import { BoardColumns } from "@/lib/ui/console/board-columns";
import { hasText } from "@/lib/ui/console/board-filter";
import { BoardList } from "@/lib/ui/console/board-list";
import { BoardMenu, useBoardMenu } from "@/lib/ui/console/board-menu";
import { columnOf } from "@/lib/ui/console/board-state";
import type {
  BoardHand,
  BoardViewProps,
  BoardWords,
  InSpotlight,
} from "@/lib/ui/console/board-view";
import { type BoardShown, wishBoard, wishedBoard } from "@/lib/ui/console/board-wish";
import { useCardActions } from "@/lib/ui/console/card-menu";
import { UndoButtons } from "@/lib/ui/console/undo-buttons";
import { useBoardExport } from "@/lib/ui/console/use-board-export";
import { FOCUS_KEY, focusKeyOf } from "@/lib/ui/console/use-board-focus";
import { type BoardHandInput, useBoardHand } from "@/lib/ui/console/use-board-hand";
import { KeyHint } from "@/lib/ui/key-hint";
import { Menu } from "@/lib/ui/menu";

export interface BoardProps extends Omit<BoardHandInput, "frame"> {
  words: BoardWords;
  nameMax: number;
  /** What the board is called on a picture of it. */
  title: string;
  /** What the stage shows alone; null: nothing. */
  spotlit: InSpotlight | null;
  onSpotlight: (spotlight: InSpotlight | null) => void;
}

/** Windows whose bar is always in sight, and in one row has room for one more button. */
const BAR_FROM = "(min-width: 68.8125rem) and (min-height: 30rem)";

/** From this width on columns stand beside each other; below it a list is easier to read. */
const COLUMNS_FROM = "(min-width: 48rem)";

/**
 * Cards in columns, to be sorted by dragging, by keys or by choosing; as columns or as a list, which can do
 * the same. Nothing of it is this console's alone but what it last did, which can be undone.
 */
export function Board({ words, nameMax, title, spotlit, onSpotlight, ...input }: BoardProps) {
  const { places } = input;
  const t = useTranslations("console.board");
  const frame = useRef<HTMLDivElement>(null);
  const hand = useBoardHand({ ...input, frame });
  const isWide = useMedia(COLUMNS_FROM);
  const hasBar = useMedia(BAR_FROM);
  const [wished, setWished] = useState(wishedBoard);
  const shown = wished ?? (isWide ? "columns" : "list");
  const [wanted, setWanted] = useState("");
  const { openMenu, menu, close } = useBoardMenu();
  const saved = useBoardExport(hand, words, title);
  const on = useCardActions({ hand, words, spotlit, onSpotlight, openMenu });
  const view = { hand, words, nameMax, wanted, spotlit, onSpotlight, on, openMenu };
  const found = hand.cards.filter(({ text }) => hasText(text, wanted)).length;
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
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Filter found={wanted.trim() === "" ? null : found} onWant={setWanted} wanted={wanted} />
        <Menu
          entries={[
            { id: "svg", label: t("saveSvg"), onAction: saved.svg },
            { id: "png", label: t("savePng"), onAction: () => void saved.png() },
          ]}
          isQuiet
          label={t("menu")}
        />
      </div>
      {/* Each of these is there before it says anything, so that it is heard; empty they take no room. */}
      <div className="flex flex-col">
        <SaidLine hand={hand} words={words} />
        <News hand={hand} words={words} />
        <PlacesLine places={places} />
        <p className="text-ochre" role="status">
          {saved.failed ? t("saveFailed") : null}
        </p>
        <Marked hand={hand} />
      </div>
      {shown === "columns" ? <BoardColumns {...view} /> : <BoardList {...view} />}
      <BoardMenu close={close} menu={menu} />
    </div>
  );
}

interface FilterProps {
  wanted: string;
  onWant: (wanted: string) => void;
  /** How many cards have it; null while nothing is looked for. */
  found: number | null;
}

/** What is looked for on the cards: those without it step back, and stay where they are. */
function Filter({ wanted, onWant, found }: FilterProps) {
  const t = useTranslations("console.board");
  const id = useId();
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <label className="font-semibold text-sm" htmlFor={id}>
        {t("filter")}
      </label>
      <input
        autoComplete="off"
        className="min-h-target w-52 min-w-0 rounded-control border border-edge bg-surface px-3"
        dir="auto"
        id={id}
        onChange={({ currentTarget }) => onWant(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || wanted === "") return;
          event.preventDefault();
          onWant("");
        }}
        type="search"
        value={wanted}
      />
      <p className="tabular text-ink-2 text-sm" role="status">
        {found === null ? null : t("found", { n: found })}
      </p>
    </div>
  );
}

/** How many cards are marked to be moved together. */
function Marked({ hand }: { hand: BoardHand }) {
  const t = useTranslations("console.board");
  const n = hand.marked.size;
  return (
    <div className="flex flex-wrap items-center gap-x-4" role="status">
      {n > 0 ? (
        <>
          <p className="tabular font-semibold text-accent">{t("marked", { n })}</p>
          <Button kind="quiet" onClick={() => hand.mark([])} size="console">
            {t("markNone")}
          </Button>
        </>
      ) : null}
    </div>
  );
}

interface Shown {
  shown: BoardShown;
}

/** How many cards are still loose, and how one sorts them. */
function Progress({ hand, shown }: { hand: BoardHand } & Shown) {
  const t = useTranslations("console.board");
  const loose = hand.cardsOf(null).length;
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
  return (
    <UndoButtons
      canRedo={hand.canRedo}
      canUndo={hand.canUndo}
      onRedo={() => hand.redo(false)}
      onUndo={() => hand.undo(false)}
    />
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
          className="min-h-target border-edge px-3.5 first:rounded-s-control last:rounded-e-control last:border-s aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
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
    if (said.says === "arranged") {
      const card = cards.find(({ id }) => id === said.card)?.text ?? "";
      return t("said.arranged", { ...said, card: isolated(card) });
    }
    if (said.says !== "moved") return t(`said.${said.says}`);
    const column = isolated(state.columns.find(({ id }) => id === said.to)?.name ?? words.loose);
    if (said.cards.length !== 1) return t("said.movedMany", { n: said.cards.length, column });
    const card = cards.find(({ id }) => id === said.cards[0])?.text ?? "";
    return t("said.moved", { card: isolated(card), column });
  }
  const isHeard = said === null || ["moved", "arranged", "undone", "redone"].includes(said.says);
  return (
    <p className={isHeard ? "sr-only" : "text-ochre"} role="status">
      {textOf()}
    </p>
  );
}

/** What others have moved is heard now and then; seen it is anyway. */
function News({ hand: { news, state, cards }, words }: Pick<BoardViewProps, "hand" | "words">) {
  const t = useTranslations("console.board");
  function textOf(): string | null {
    const [first] = news?.cards ?? [];
    if (news === null || first === undefined) return null;
    if (news.cards.length > 1) return t("newsMany", { n: news.cards.length });
    const column = state.columns.find(({ id }) => id === columnOf(state, first))?.name;
    const card = cards.find(({ id }) => id === first)?.text ?? "";
    return t("newsOne", { card: isolated(card), column: isolated(column ?? words.loose) });
  }
  return (
    <p className="sr-only" role="status">
      {textOf()}
    </p>
  );
}

/** Where the board can't be changed now, or something of it was lost. */
function PlacesLine({ places: { state, hasLost } }: Pick<BoardProps, "places">) {
  const t = useTranslations("console.board");
  const says = hasLost ? "lost" : state === "opening" || state === "reading" ? state : null;
  return (
    <p className={says === "opening" ? "text-ink-2 text-sm" : "text-ochre"} role="status">
      {says === null ? null : t(`places.${says}`)}
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
