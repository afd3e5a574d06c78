"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { RevealedCard } from "@/lib/activities/card-schema";
import type { CollectRecord } from "@/lib/activities/collect/record";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { transientRefusals } from "@/lib/errors";
import { isolated } from "@/lib/i18n/isolated";
import type { Command } from "@/lib/session/commands";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { RevealedCardItem } from "@/lib/ui/phone/revealed-card";

interface RoomSortingProps {
  activity: string;
  record: CollectRecord;
}

/** Where a card was put from here, and what the room's board said of it then. */
interface Put {
  to: string | null;
  was: string | null;
}

/**
 * The cards below their themes, each with the field that says in which it lies: whoever is in the room can change that
 * where the plan lets them. Nobody learns who did.
 */
export function RoomSorting({ activity, record }: RoomSortingProps) {
  const t = useTranslations("kinds.collect.phone");
  const cards = Object.values(useLiveView((view) => view.cards) ?? {});
  const { themeOf, put, said } = usePlacing(activity, record);
  const frame = useRef<HTMLDivElement>(null);
  useKeptFocus(frame, said);
  if (cards.length === 0) return <p className="text-ink-2">{t("noCards")}</p>;

  const groups = [...record.themes, { id: null, name: t("sortNone") }];
  const nameOf = (theme: string | null) => groups.find(({ id }) => id === theme)?.name ?? "";
  const textOf = (card: string) => cards.find(({ id }) => id === card)?.text ?? "";
  return (
    <div className="flex flex-col gap-5" ref={frame}>
      <p>{t(record.themes.length === 0 ? "sortNoThemes" : "sortTogether")}</p>
      {groups.map((group) => {
        const inside = cards.filter(({ id }) => themeOf(id) === group.id);
        if (inside.length === 0) return null;
        return (
          <section className="flex flex-col gap-3" key={group.id ?? ""}>
            <h2 className="font-semibold">
              {group.id === null ? group.name : <PeoplesWords>{group.name}</PeoplesWords>}
            </h2>
            <ul className="flex flex-col gap-3">
              {inside.map((card) => (
                <RevealedCardItem card={card} key={card.id}>
                  {record.themes.length === 0 ? null : (
                    <ThemeField
                      card={card}
                      groups={groups}
                      onPut={(to) => put(card.id, to)}
                      value={group.id}
                    />
                  )}
                </RevealedCardItem>
              ))}
            </ul>
          </section>
        );
      })}
      <p className="sr-only" role="status">
        {said === null
          ? null
          : t(said.isTaken ? "sortMoved" : "sortGone", {
              card: isolated(textOf(said.card)),
              theme: isolated(nameOf(themeOf(said.card))),
            })}
      </p>
    </div>
  );
}

/** Marks the field of a card, for the focus. */
const FIELD_OF = "data-field-of";

interface ThemeFieldProps {
  card: RevealedCard;
  groups: readonly { id: string | null; name: string }[];
  value: string | null;
  onPut: (theme: string | null) => void;
}

function ThemeField({ card, groups, value, onPut }: ThemeFieldProps) {
  const t = useTranslations("kinds.collect.phone");
  return (
    <select
      aria-label={t("sortField", { card: isolated(card.text) })}
      className="mt-1 min-h-12 w-full text-ellipsis rounded-control border border-edge bg-surface px-3"
      {...{ [FIELD_OF]: card.id }}
      onChange={({ currentTarget }) => onPut(currentTarget.value || null)}
      value={value ?? ""}
    >
      {groups.map(({ id, name }) => (
        <option dir="auto" key={id ?? ""} value={id ?? ""}>
          {name}
        </option>
      ))}
    </select>
  );
}

interface SaidOfCard {
  card: string;
  isTaken: boolean;
}

/** Puts cards into themes: shown at once, and taken back where the server did not take it. */
function usePlacing(activity: string, record: CollectRecord) {
  const { send } = useLive();
  const { handIn } = useDevice();
  const [puts, setPuts] = useState<Readonly<Record<string, Put>>>({});
  const [said, setSaid] = useState<SaidOfCard | null>(null);
  const onBoard = (card: string): string | null => record.sorted[card] ?? null;
  const isThere = (theme: string | null) =>
    theme === null || record.themes.some(({ id }) => id === theme);

  function themeOf(card: string): string | null {
    const own = puts[card];
    // Once the board says anything new of the card, that holds.
    return own && own.was === onBoard(card) && isThere(own.to) ? own.to : onBoard(card);
  }
  async function put(card: string, to: string | null): Promise<void> {
    const entry = { to, was: onBoard(card) };
    setPuts((before) => ({ ...before, [card]: entry }));
    setSaid({ card, isTaken: true });
    const command: Command = {
      ...{ type: "activity", activity },
      command: { type: "placeCards", cards: [{ id: card, to, before: null }] },
    };
    const answer = await send(command);
    if (answer.ok) return;
    if (transientRefusals.has(answer.code)) {
      // Waits on the device for the connection, and is decided once it arrives.
      handIn((before) => ({ record: before, command }));
      return;
    }
    setPuts(({ [card]: now, ...others }) =>
      now && now !== entry ? { ...others, [card]: now } : others,
    );
    setSaid({ card, isTaken: false });
  }
  return { themeOf, put, said };
}

/** A card that goes below another heading is another element: its field keeps the focus. */
function useKeptFocus(frame: RefObject<HTMLElement | null>, said: SaidOfCard | null): void {
  useLayoutEffect(() => {
    if (said === null) return;
    frame.current?.querySelector<HTMLElement>(`[${FIELD_OF}="${said.card}"]`)?.focus();
  }, [frame, said]);
}
