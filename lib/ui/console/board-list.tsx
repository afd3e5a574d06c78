"use client";

import { Check, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Checkbox, GridList, GridListItem } from "react-aria-components";
import { isolated } from "@/lib/i18n/isolated";
import { buttonClass } from "@/lib/ui/button";
import { ColumnHeading, FreshColumn, LooseHeading } from "@/lib/ui/console/board-heading";
import type { BoardCard, BoardViewProps } from "@/lib/ui/console/board-view";
import { SpotlitMark, useCardMenu } from "@/lib/ui/console/card-menu";
import { FOCUS_KEY, focusKeyAt, focusKeyOf } from "@/lib/ui/console/use-board-focus";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/**
 * The same board below each other, for keyboards, screen readers and narrow windows: each column is a grid with a row
 * for each card, which arrows walk, the space bar marks and Enter moves.
 */
export function BoardList(props: BoardViewProps) {
  const { hand, words } = props;
  const id = useId();
  const countOf = (column: string | null) => hand.cardsOf(column).length;
  return (
    <div className="flex flex-col gap-4">
      <Group labelledBy={`${id}-loose`}>
        <LooseHeading {...props} count={countOf(null)} id={`${id}-loose`} />
        <Rows {...props} column={null} labelledBy={`${id}-loose`} />
      </Group>
      {hand.state.columns.map((column, at) => (
        <Group key={column.id} labelledBy={`${id}-${column.id}`}>
          <ColumnHeading
            {...props}
            at={at}
            column={column}
            count={countOf(column.id)}
            id={`${id}-${column.id}`}
          />
          <Rows {...props} column={column.id} labelledBy={`${id}-${column.id}`} />
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

/** The cards of one column, or the loose ones for null. */
function Rows(props: BoardViewProps & { column: string | null; labelledBy: string }) {
  const { hand, column, labelledBy } = props;
  const rows = hand.cardsOf(column);
  const inHere = new Set(rows.map(({ id }) => id));
  if (rows.length === 0) return null;
  const chooseAt = (target: EventTarget) => {
    const key = focusKeyAt(target);
    const card = rows.find(({ id }) => focusKeyOf.card(id) === key);
    if (card) hand.choose(card.id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears which row has the focus
    <div onFocus={({ target }) => chooseAt(target)}>
      <GridList
        aria-labelledby={labelledBy}
        className="flex flex-col gap-2 outline-none"
        // Digits put cards into columns here.
        disallowTypeAhead
        onSelectionChange={(chosen) => {
          const elsewhere = [...hand.marked].filter((id) => !inHere.has(id));
          const here = chosen === "all" ? [...inHere] : [...chosen].map(String);
          hand.mark([...elsewhere, ...here]);
        }}
        selectedKeys={[...hand.marked].filter((id) => inHere.has(id))}
        selectionMode="multiple"
      >
        {rows.map((card) => (
          <Row {...props} card={card} key={card.id} />
        ))}
      </GridList>
    </div>
  );
}

/** A card with its mark and the button that moves it. */
function Row(props: BoardViewProps & { card: BoardCard }) {
  const { hand, card, isDimmed, spotlit, openMenu } = props;
  const t = useTranslations("console.board");
  const sectionsFor = useCardMenu(props);
  const label = t("moveCard", { card: isolated(card.text) });
  const isFaded = isDimmed(card);
  return (
    <GridListItem
      className={`@container rounded-card border ps-1 pe-3 outline-offset-2 data-focus-visible:outline-3 data-focus-visible:outline-accent ${
        isFaded ? "border-line border-dashed text-ink-2" : "bg-surface"
      } ${hand.marked.has(card.id) ? "border-accent" : "border-line"}`}
      {...{ [FOCUS_KEY]: focusKeyOf.card(card.id) }}
      id={card.id}
      textValue={card.text}
    >
      <div className="flex items-start gap-1">
        <Checkbox
          className="group flex size-12 shrink-0 items-center justify-center rounded-control"
          slot="selection"
        >
          <span className="flex size-6 items-center justify-center rounded-chip border-2 border-edge group-data-focus-visible:outline-3 group-data-focus-visible:outline-accent group-data-focus-visible:outline-offset-2 group-data-selected:border-accent group-data-selected:bg-accent">
            <Check
              aria-hidden
              className="hidden text-on-accent group-data-selected:block"
              size={18}
              strokeWidth={2.5}
            />
          </span>
        </Checkbox>
        <div className="flex min-w-0 flex-1 items-start justify-between gap-x-4 gap-y-1 py-2.5 @max-lg:flex-col">
          <div className="min-w-0">
            <PeoplesWords as="p" className="measure whitespace-pre-line">
              {card.text}
            </PeoplesWords>
            <SpotlitMark isSpotlit={spotlit === card.id} />
          </div>
          <button
            aria-haspopup="menu"
            aria-label={label}
            className={`${buttonClass("quiet", "console")} -my-1 shrink-0 @max-lg:-ms-3 @max-lg:-mb-2 @max-lg:min-h-12`}
            onClick={({ currentTarget }) => openMenu(currentTarget, label, sectionsFor(card))}
            type="button"
          >
            {t("move")}
            <ChevronDown aria-hidden size={18} strokeWidth={1.75} />
          </button>
        </div>
      </div>
    </GridListItem>
  );
}
