"use client";

import { ArrowDown, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from "react";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { THEME_COLOURS, type ThemeColour } from "@/lib/activities/theme-colour";
import { isolated } from "@/lib/i18n/isolated";
import { Button } from "@/lib/ui/button";
import { opensMenu } from "@/lib/ui/console/board-menu";
import {
  type BoardColumn,
  type BoardTarget,
  keyOfColumn,
  LOOSE_KEY,
} from "@/lib/ui/console/board-state";
import type { BoardMenuSection, BoardViewProps } from "@/lib/ui/console/board-view";
import { isIn, SpotlitMark } from "@/lib/ui/console/card-menu";
import { FOCUS_KEY, focusKeyOf } from "@/lib/ui/console/use-board-focus";
import { KeyHint } from "@/lib/ui/key-hint";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ThemeMark } from "@/lib/ui/theme-mark";

interface CountedProps extends BoardViewProps {
  /** Names the column's section. */
  id: string;
  /** How many cards it holds. */
  count: number;
}

/** The heading of the cards that are in no column. */
export function LooseHeading({ hand, words, id, count }: CountedProps) {
  return (
    <div className="flex min-h-10 items-center gap-1">
      {hand.state.columns.length > 0 ? (
        <PutHere hand={hand} keyName={LOOSE_KEY} name={words.loose} target={{ to: "loose" }} />
      ) : null}
      <h2 className="min-w-0 flex-1 font-semibold" id={id}>
        {words.loose}
      </h2>
      <Count n={count} />
    </div>
  );
}

/** A column's name, which leads to what can be done with it, and how many cards it holds. */
export function ColumnHeading(props: CountedProps & { column: BoardColumn; at: number }) {
  const { hand, words, nameMax, id, count, column, at, openMenu, spotlit } = props;
  const t = useTranslations("console.board");
  const sections = useColumnMenu(props);
  const more = t("columnMenu", { column: isolated(column.name) });
  const isNamed = hand.naming?.of === "column" && hand.naming.id === column.id;
  if (isNamed) {
    return (
      <NameForm
        label={words.name}
        max={nameMax}
        name={column.name}
        onDone={hand.finishNaming}
        submit={t("rename")}
      >
        <Button
          aria-label={`${words.remove}: ${isolated(column.name)}`}
          kind="quiet"
          onClick={() => hand.remove(column.id)}
          size="console"
        >
          {words.remove}
        </Button>
      </NameForm>
    );
  }
  return (
    <div
      className={`flex items-start gap-1 ${column.colour === null ? "" : `-mx-2 -mt-2 rounded-t-card border-t-4 px-2 pt-1 ${EDGE_OF[column.colour]}`}`}
    >
      <PutHere
        hand={hand}
        keyName={keyOfColumn(at)}
        name={column.name}
        target={{ to: "column", id: column.id }}
      />
      <h2 className="min-w-0 flex-1 font-semibold" id={id}>
        <button
          {...opensMenu((pressed) => openMenu(pressed, more, sections()))}
          className="min-h-target w-full hyphens-auto rounded-chip py-2 text-start wrap-anywhere hover:underline focus-visible:outline-offset-0"
          {...{ [FOCUS_KEY]: focusKeyOf.column(column.id) }}
          title={more}
          type="button"
        >
          {column.colour === null ? null : (
            <>
              <ThemeMark
                className="me-1.5 inline! size-4! align-[-0.15em]"
                colour={column.colour}
              />
              <span className="sr-only">{t(`colours.${column.colour}`)}: </span>
            </>
          )}
          <PeoplesWords>{column.name}</PeoplesWords>
          <ChevronDown
            aria-hidden
            className="ms-1 inline text-ink-2"
            size={16}
            strokeWidth={1.75}
          />
        </button>
        <SpotlitMark isSpotlit={isIn(spotlit, { of: "column", id: column.id })} />
      </h2>
      <Count n={count} />
    </div>
  );
}

/** The line above a column that has a colour. */
const EDGE_OF: Record<ThemeColour, string> = {
  green: "border-accent",
  ochre: "border-ochre",
  brick: "border-brick",
};

/** What can be done with a column as a whole. */
function useColumnMenu({
  hand,
  words,
  spotlit,
  onSpotlight,
  column,
}: Pick<BoardViewProps, "hand" | "words" | "spotlit" | "onSpotlight"> & { column: BoardColumn }) {
  const t = useTranslations("console.board");
  return (): BoardMenuSection[] => {
    const spotlight = { of: "column", id: column.id } as const;
    const isSpotlit = isIn(spotlit, spotlight);
    // The stage names no smaller one.
    const isShown = hand.cardsOf(column.id).filter((card) => !card.notForStage).length >= CELL_MIN;
    const others = hand.state.columns.filter(({ id }) => id !== column.id);
    const colours = [null, ...THEME_COLOURS];
    const at = hand.state.columns.findIndex(({ id }) => id === column.id);
    const all: BoardMenuSection[] = [
      {
        title: column.name,
        entries: [
          {
            id: "rename",
            label: t("rename"),
            onAction: () => hand.startNaming({ of: "column", id: column.id }),
          },
          ...(at > 0
            ? [
                {
                  ...{ id: "earlier", label: t("shiftEarlier") },
                  onAction: () => hand.shift(column.id, others[at - 1]?.id ?? null),
                },
              ]
            : []),
          ...(at < others.length
            ? [
                {
                  ...{ id: "later", label: t("shiftLater") },
                  onAction: () => hand.shift(column.id, others[at + 1]?.id ?? null),
                },
              ]
            : []),
          {
            ...{ id: "remove", label: words.remove, takesAway: true },
            onAction: () => hand.remove(column.id),
          },
        ],
      },
      {
        title: t("onStage"),
        entries:
          isShown || isSpotlit
            ? [
                {
                  ...{ id: "spotlight", label: t("spotlight"), isChecked: isSpotlit },
                  onAction: () => onSpotlight(isSpotlit ? null : spotlight),
                },
              ]
            : [],
      },
      {
        title: t("colour"),
        entries: colours.map((colour) => ({
          id: `colour ${colour ?? ""}`,
          label: t(`colours.${colour ?? "none"}`),
          isChecked: column.colour === colour,
          onAction: () => hand.paint(column.id, colour),
        })),
      },
      {
        title: t("mergeInto"),
        entries: others.map((other) => ({
          id: `into ${other.id}`,
          label: other.name,
          onAction: () => hand.merge(column.id, other.id),
        })),
      },
    ];
    return all.filter(({ entries }) => entries.length > 0);
  };
}

interface PutHereProps extends Pick<BoardViewProps, "hand"> {
  target: BoardTarget;
  name: string;
  /** Null: columns beyond the last key have none. */
  keyName: string | null;
}

/** Does what the key on it does, for whoever has no keys and does not drag. */
function PutHere({ hand, target, name, keyName }: PutHereProps) {
  const t = useTranslations("console.board");
  return (
    <button
      aria-keyshortcuts={keyName ?? undefined}
      aria-label={t("putHere", { column: isolated(name) })}
      className="-ms-2.5 -me-1 flex size-target shrink-0 items-center justify-center rounded-control text-ink-2 hover:text-accent"
      onClick={() => hand.press(null, target)}
      title={t("putHere", { column: isolated(name) })}
      type="button"
    >
      {keyName === null ? (
        <ArrowDown aria-hidden size={18} strokeWidth={1.75} />
      ) : (
        <KeyHint name={keyName} />
      )}
    </button>
  );
}

function Count({ n }: { n: number }) {
  const t = useTranslations("cards");
  return (
    <p className="tabular py-2 font-semibold">
      <span aria-hidden>{n}</span>
      <span className="sr-only">{t("counted", { n })}</span>
    </p>
  );
}

/** Where a new column begins: a button that turns into the field for its name. */
export function FreshColumn({ hand, words, nameMax }: BoardViewProps) {
  const t = useTranslations("console.board");
  const { columns } = hand.state;
  const key = keyOfColumn(columns.length);
  if (hand.isFull) return <p className="text-ink-2 text-sm">{words.full}</p>;
  if (hand.naming?.of === "new") {
    return (
      <NameForm
        label={words.name}
        max={nameMax}
        name=""
        onDone={hand.finishNaming}
        submit={t("add")}
      >
        {null}
      </NameForm>
    );
  }
  return (
    <button
      className="flex min-h-12 w-full items-center justify-center gap-2 rounded-control px-3 py-2 font-semibold text-accent"
      {...{ [FOCUS_KEY]: focusKeyOf.fresh }}
      onClick={() => hand.startNaming({ of: "new", cards: [] })}
      type="button"
    >
      {words.fresh}
      {key === null ? null : <KeyHint name={key} />}
    </button>
  );
}

interface NameFormProps {
  label: string;
  name: string;
  max: number;
  submit: string;
  onDone: (name: string | null, left?: boolean) => void;
  /** What else can be done with it. */
  children: ReactNode;
}

/** Enter, the button and going elsewhere keep the name, Esc does not. Grows with it, so that none is cut. */
function NameForm({ label, name, max, submit, onDone, children }: NameFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  /** What goes as it is done also loses the focus. */
  const isDone = useRef(false);
  const isPressed = useIsPressed();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function done(written: string | null, left = false): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(written, left);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.repeat) return;
    done(event.key === "Enter" ? event.currentTarget.value : null);
  }
  function onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLFormElement>): void {
    // Whoever looks at another window comes back to where they were.
    if (currentTarget.contains(relatedTarget) || !document.hasFocus()) return;
    const written = field.current?.value ?? null;
    const leave = () => done(written, true);
    // Not while something else is being pressed: it would move away from under the hand.
    if (!isPressed.current) leave();
    else window.addEventListener("pointerup", () => setTimeout(leave), { once: true });
  }
  return (
    <form
      className="flex flex-col gap-2 p-1"
      onBlur={onBlur}
      onSubmit={(event) => {
        event.preventDefault();
        done(field.current?.value ?? null);
      }}
    >
      <label className="font-semibold text-sm" htmlFor={id}>
        {label}
      </label>
      <textarea
        autoComplete="off"
        className="field-sizing-content min-h-target w-full resize-none rounded-control border border-edge bg-surface px-2 py-2"
        defaultValue={name}
        dir="auto"
        id={id}
        maxLength={max}
        onKeyDown={onKeyDown}
        ref={field}
        rows={1}
      />
      <Button size="console" type="submit">
        {submit}
      </Button>
      {children}
    </form>
  );
}

/** Whether a hand presses something now. */
function useIsPressed() {
  const isPressed = useRef(false);
  useEffect(() => {
    const down = () => {
      isPressed.current = true;
    };
    const up = () => {
      isPressed.current = false;
    };
    window.addEventListener("pointerdown", down, { capture: true });
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
    return () => {
      window.removeEventListener("pointerdown", down, { capture: true });
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
    };
  }, []);
  return isPressed;
}
