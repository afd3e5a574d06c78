"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import type { Shown } from "@/lib/activities/screens-contract";
import { placeName } from "@/lib/activities/sort/pictures";
import type { SortSettings } from "@/lib/activities/sort/schema";
import { useNaming } from "@/lib/activities/sort/use-naming";
import type { OwnItem, OwnPlacingHand } from "@/lib/activities/sort/use-own-placing";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { isolated } from "@/lib/i18n/isolated";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { Quarters } from "@/lib/ui/quarters";
import { type CardDrag, DROP_TARGET, useCardDrag } from "@/lib/ui/use-card-drag";

type Props = Pick<Shown<SortSettings, unknown>, "planned"> & { hand: OwnPlacingHand };

/**
 * Things put into places: the next one is in the hand already, so that a tap into a place is enough; any other is
 * taken by a tap, or dragged. The list says the same without a field.
 */
export function PlaceItems(props: Props) {
  const t = useTranslations("kinds.sort.phone");
  const [isList, setIsList] = useState(false);
  if (props.hand.items.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {isList ? <ItemsList {...props} /> : <Field {...props} />}
      <div className="-ms-3">
        <Button kind="quiet" onClick={() => setIsList(!isList)}>
          {t(isList ? "asField" : "asList")}
        </Button>
      </div>
    </div>
  );
}

function Field({ hand, planned }: Props) {
  const t = useTranslations("kinds.sort.phone");
  const words = useWords();
  const [taken, setTaken] = useState<string | null>(null);
  const { items } = hand;
  const loose = items.filter(({ cell }) => cell === null);
  const inHand = items.find(({ key }) => key === taken) ?? loose[0] ?? null;
  const put = (item: string, cell: string) => {
    hand.place(item, cell);
    setTaken(null);
  };
  const dragging = useCardDrag(put);
  const { drag, ghost } = dragging;
  const dragged = items.find(({ key }) => key === drag?.card);
  const { layout, emptyText } = planned.settings;
  const zones = hand.cells.map((cell) => (
    <Zone
      cell={cell}
      drag={dragging}
      empty={loose.length === 0 && emptyText ? words(emptyText) : null}
      inHand={inHand}
      items={items.filter((item) => item.cell === cell)}
      key={cell}
      layout={layout}
      onPut={put}
      onTake={setTaken}
    />
  ));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex min-h-12 flex-wrap items-center gap-2">
        {loose.map((item) => (
          <Item drag={dragging} inHand={inHand} item={item} key={item.key} onTake={setTaken} />
        ))}
        {loose.length === 0 ? <p className="text-base text-ink-2">{t("allPlaced")}</p> : null}
      </div>
      {layout.type === "grid" ? (
        <Quarters
          across={{ low: words(layout.across.low), high: words(layout.across.high) }}
          className="[&>div:first-of-type]:min-h-72"
          up={{ low: words(layout.up.low), high: words(layout.up.high) }}
        >
          {zones}
        </Quarters>
      ) : (
        <div className="flex flex-col gap-2">{zones}</div>
      )}
      {drag && dragged ? (
        <span
          aria-hidden
          className="pointer-events-none fixed start-0 top-0 z-50 max-w-48 rounded-control border border-accent bg-surface px-3 py-2 text-base"
          ref={ghost}
        >
          {dragged.text}
        </span>
      ) : null}
    </div>
  );
}

interface ZoneProps {
  cell: string;
  layout: SortSettings["layout"];
  items: readonly OwnItem[];
  inHand: OwnItem | null;
  empty: ReactNode;
  drag: CardDrag;
  onPut: (item: string, cell: string) => void;
  onTake: (item: string | null) => void;
}

/** A place with what lies in it; behind that, as large as the place, the button that puts something there. */
function Zone({ cell, layout, items, inHand, empty, drag, onPut, onTake }: ZoneProps) {
  const t = useTranslations("kinds.sort.phone");
  const words = useWords();
  const naming = useNaming(useWordsText());
  const name = placeName(layout, cell, naming);
  const bucket =
    layout.type === "buckets" ? layout.buckets.find(({ key }) => key === cell) : undefined;
  const isOver = drag.drag?.over === cell;
  const frame = layout.type === "grid" ? "min-h-36" : "min-h-14 rounded-card border border-line";
  return (
    <section
      aria-label={name}
      className={`relative flex flex-col gap-1 bg-surface p-2 ${frame} ${
        isOver ? "outline-2 outline-accent outline-dashed -outline-offset-4" : ""
      }`}
      {...{ [DROP_TARGET]: cell }}
    >
      {inHand ? (
        <button
          aria-label={t("putHere", { item: isolated(inHand.text), place: name })}
          className="absolute inset-0 rounded-[inherit] active:bg-accent-soft"
          data-missing={inHand.cell === null ? "places" : undefined}
          onClick={() => onPut(inHand.key, cell)}
          type="button"
        />
      ) : null}
      {layout.type === "grid" ? null : (
        <p className="pointer-events-none relative px-1">
          <span className="font-semibold">{bucket ? words(bucket.name) : name}</span>
          {bucket?.detail ? (
            <span className="block text-ink-2 text-sm">{words(bucket.detail)}</span>
          ) : null}
        </p>
      )}
      <div className="pointer-events-none relative flex flex-wrap gap-1 *:pointer-events-auto">
        {items.map((item) => (
          <Item drag={drag} inHand={inHand} item={item} key={item.key} onTake={onTake} />
        ))}
      </div>
      {items.length === 0 && empty ? (
        <p className="pointer-events-none relative m-auto text-balance px-2 text-center text-ink-2 text-sm">
          {empty}
        </p>
      ) : null}
    </section>
  );
}

/** One thing: a tap takes it into the hand or lays it back, a finger drags it. */
function Item({
  item,
  inHand,
  drag,
  onTake,
}: { item: OwnItem } & Pick<ZoneProps, "inHand" | "drag" | "onTake">) {
  const isInHand = inHand?.key === item.key;
  return (
    <button
      aria-pressed={isInHand}
      className={`min-h-12 min-w-12 max-w-full touch-none select-none rounded-control border px-2.5 py-1 hyphens-auto text-start text-base wrap-anywhere ${
        isInHand
          ? "border-accent bg-accent-soft font-semibold text-accent"
          : "border-edge bg-surface"
      } ${drag.drag?.card === item.key ? "border-dashed opacity-60" : ""}`}
      onClick={() => onTake(isInHand ? null : item.key)}
      onPointerDown={(event) => drag.grip(event, item.key)}
      type="button"
    >
      <PeoplesWords>{item.text}</PeoplesWords>
    </button>
  );
}

function ItemsList({ hand, planned }: Props) {
  const t = useTranslations("kinds.sort.phone");
  const naming = useNaming(useWordsText());
  const id = useId();
  return (
    <ul className="flex flex-col gap-3">
      {hand.items.map(({ key, text, cell }) => (
        <li className="flex flex-col gap-1" key={key}>
          <label htmlFor={`${id}-${key}`}>
            <PeoplesWords>{text}</PeoplesWords>
          </label>
          <select
            className="min-h-12 w-full rounded-control border border-edge bg-surface px-3 text-lg"
            data-missing={cell === null ? "places" : undefined}
            id={`${id}-${key}`}
            onChange={(event) => hand.place(key, event.target.value || null)}
            value={cell ?? ""}
          >
            <option value="">{t("nowhereYet")}</option>
            {hand.cells.map((each) => (
              <option key={each} value={each}>
                {placeName(planned.settings.layout, each, naming)}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}
