"use client";

import { type ReactNode, useId } from "react";
import { ColumnHeading, FreshColumn, LooseHeading } from "@/lib/ui/console/board-heading";
import { cardsIn, columnOf } from "@/lib/ui/console/board-state";
import type { BoardCard, BoardViewProps } from "@/lib/ui/console/board-view";
import { FOCUS_KEY, focusKeyOf } from "@/lib/ui/console/use-board-focus";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/** What is chosen for a column that does not exist yet. */
const FRESH = "new";

/** The same board below each other, where nothing has to be dragged. */
export function BoardList(props: BoardViewProps) {
  const { hand, words } = props;
  const { state, cards } = hand;
  const id = useId();
  const rowsOf = (column: string | null) => (
    <ul className="flex flex-col gap-2">
      {cardsIn(state, cards, column).map((card) => (
        <Row {...props} card={card} key={card.id} />
      ))}
    </ul>
  );
  const countOf = (column: string | null) => cardsIn(state, cards, column).length;
  return (
    <div className="flex flex-col gap-4">
      <Group labelledBy={`${id}-loose`}>
        <LooseHeading {...props} count={countOf(null)} id={`${id}-loose`} />
        {rowsOf(null)}
      </Group>
      {state.columns.map((column, at) => (
        <Group key={column.id} labelledBy={`${id}-${column.id}`}>
          <ColumnHeading
            {...props}
            at={at}
            column={column}
            count={countOf(column.id)}
            id={`${id}-${column.id}`}
          />
          {rowsOf(column.id)}
        </Group>
      ))}
      <div className="flex flex-col gap-2">
        <div className={hand.isFull ? "" : "rounded-card border border-edge border-dashed"}>
          <FreshColumn {...props} />
        </div>
        <p className="text-ink-2 text-sm">{words.note}</p>
      </div>
    </div>
  );
}

function Group({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={labelledBy}
      className="flex flex-col gap-2 border-line border-t pt-2 ps-2.5"
    >
      {children}
    </section>
  );
}

/** A card and the column it is in. Choosing keeps the focus here, a key leads to the next card. */
function Row({ hand, words, card }: BoardViewProps & { card: BoardCard }) {
  const { state } = hand;
  return (
    <li
      className={`@container rounded-card border bg-surface px-3 py-2.5 ${
        hand.chosen === card.id ? "border-accent" : "border-line"
      }`}
    >
      <div className="flex items-center justify-between gap-4 @max-lg:flex-col @max-lg:items-stretch @max-lg:gap-2">
        <PeoplesWords as="p" className="measure min-w-0 whitespace-pre-line">
          {card.text}
        </PeoplesWords>
        <select
          aria-label={words.columnFor(card.text)}
          className="min-h-10 w-48 min-w-0 shrink-0 rounded-control border border-edge bg-surface px-3 @max-lg:w-full"
          {...{ [FOCUS_KEY]: focusKeyOf.card(card.id) }}
          onChange={({ currentTarget: { value } }) => {
            if (value === FRESH) hand.put(card.id, { to: "new" }, "stay");
            else if (value === "") hand.put(card.id, { to: "loose" }, "stay");
            else hand.put(card.id, { to: "column", id: value }, "stay");
          }}
          onFocus={() => hand.choose(card.id)}
          value={columnOf(state, card.id) ?? ""}
        >
          <option value="">{words.loose}</option>
          {state.columns.map((column) => (
            <option dir="auto" key={column.id} value={column.id}>
              {column.name}
            </option>
          ))}
          {hand.isFull ? null : <option value={FRESH}>{words.fresh} …</option>}
        </select>
      </div>
    </li>
  );
}
