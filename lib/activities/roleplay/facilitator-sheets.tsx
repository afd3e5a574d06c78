"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { ChairRow } from "@/lib/activities/roleplay/facilitator-groups";
import { GroupGlyph } from "@/lib/activities/roleplay/group-shape";
import type { RoleplayConsole, RowsRead } from "@/lib/activities/roleplay/record";
import { padName, ROWS_SHOWN_MAX } from "@/lib/activities/roleplay/schema";
import type { RoleplayDeskProps } from "@/lib/activities/roleplay/screens";
import { inOrder, UNDERLINES } from "@/lib/activities/roleplay/sheet-rows";
import { useChosenRows } from "@/lib/activities/roleplay/use-chosen-rows";
import { useLostRows } from "@/lib/activities/roleplay/use-lost-rows";
import { useSharedPad } from "@/lib/client/use-shared-pad";
import { PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import { PAD_COLUMNS, type PadColumn } from "@/lib/documents/pad";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";

export interface SheetsDeskProps extends RoleplayDeskProps {
  desk: RoleplayConsole;
}

type DeskGroup = RoleplayConsole["groups"][number];

interface Choice {
  shown: RowsRead;
  toggle: (column: PadColumn, text: string) => void;
}

/** The sheets of all groups as they are written, or as they were put away; rows of them go on the stage. */
export function SheetsDesk(props: SheetsDeskProps) {
  const { desk } = props;
  const t = useTranslations("kinds.roleplay.console");
  const choice: Choice = useChosenRows(props);
  return (
    <div className="flex flex-col gap-4">
      <p className="measure text-ink-2 text-sm">{t("sheetsNote", { max: ROWS_SHOWN_MAX })}</p>
      <OnStage {...choice} />
      <ul className="flex flex-col gap-3">
        {desk.groups.map((group) => (
          <GroupSheet {...props} choice={choice} group={group} key={group.letter} />
        ))}
      </ul>
      {desk.balcony.length > 0 ? (
        <section>
          <h2 className="font-semibold">{t("balcony")}</h2>
          <ul>
            {desk.balcony.map((chair, at) => (
              <ChairRow {...props} chair={chair} group={null} key={chair.id} n={at + 1} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** What the room reads, also of sheets that say something else by now; and a place for what a group says aloud. */
function OnStage({ shown, toggle }: Choice) {
  const t = useTranslations("kinds.roleplay");
  return (
    <section className="flex flex-col gap-2 rounded-card border border-accent p-4">
      <h2 className="font-semibold">{t("console.rowsShown")}</h2>
      <Columns
        below={(column) =>
          shown[column].length < ROWS_SHOWN_MAX ? (
            <RowField
              column={column}
              onAdd={(text) => toggle(column, text)}
              shown={shown[column]}
            />
          ) : null
        }
        rowOf={(column, text) => (
          <>
            <PeoplesWords className="min-w-0 flex-1 py-1.5">{text}</PeoplesWords>
            <Button
              aria-label={t("console.rowHide", { text })}
              kind="quiet"
              onClick={() => toggle(column, text)}
              size="console"
            >
              {t("console.rowHideShort")}
            </Button>
          </>
        )}
        rows={shown}
      />
    </section>
  );
}

/** A row that a facilitator writes for a group without phones. Taken at Enter. */
function RowField({
  column,
  shown,
  onAdd,
}: {
  column: PadColumn;
  shown: readonly string[];
  onAdd: (text: string) => void;
}) {
  const t = useTranslations("kinds.roleplay");
  const [text, setText] = useState("");
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    const row = text.trim();
    if (row === "" || shown.includes(row)) return;
    onAdd(row);
    setText("");
  }
  return (
    <input
      aria-label={t("console.rowAdd", { column: t(`common.pad.${column}`) })}
      className="mt-2 min-h-target w-full min-w-0 rounded-control border border-edge bg-surface px-3"
      dir="auto"
      maxLength={PAD_ENTRY_CHARACTERS_MAX}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      placeholder={t("console.rowAddHint")}
      value={text}
    />
  );
}

function GroupSheet({
  group,
  choice,
  ...props
}: SheetsDeskProps & { group: DeskGroup; choice: Choice }) {
  const t = useTranslations("kinds.roleplay");
  const { act } = props;
  const { letter, place, pad, chairs } = group;
  if (pad === null) return null;
  const { kept, isOpen } = pad;
  return (
    <li className="flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2.5">
        <GroupGlyph className="size-7! text-accent" letter={letter} />
        <h2 className="font-medium font-serif text-xl">{t("common.group", { letter })}</h2>
        {place === null ? null : <PeoplesWords className="text-ink-2">{place}</PeoplesWords>}
        {kept === null ? (
          <span className="ms-auto flex items-center gap-3">
            {isOpen ? null : <span className="text-ink-2">{t("console.padClosed")}</span>}
            <Button
              aria-label={t(isOpen ? "console.padClose" : "console.padOpen", { letter })}
              onClick={() => void act({ type: "openPad", group: letter, on: !isOpen })}
              size="console"
            >
              {t(isOpen ? "console.padCloseShort" : "console.padOpenShort")}
            </Button>
          </span>
        ) : null}
      </div>
      {kept === null ? (
        <WrittenNow
          {...choice}
          name={`${props.planned.key}/${padName(letter)}`}
          onRestore={(rows) => act({ type: "restoreRows", group: letter, rows })}
        />
      ) : (
        <ChosenFrom {...choice} rows={kept} />
      )}
      {kept === null ? (
        <details>
          <summary className="min-h-target cursor-pointer py-2 text-ink-2">
            {t("console.chairs", { n: chairs.length })}
          </summary>
          <ul>
            {chairs.map((chair, at) => (
              <ChairRow {...props} chair={chair} group={group} key={chair.id} n={at + 1} />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

/** A sheet while its group writes it. */
function WrittenNow({
  name,
  onRestore,
  ...choice
}: Choice & { name: string; onRestore: (rows: RowsRead) => Promise<boolean> }) {
  const t = useTranslations("kinds.roleplay.console");
  const pad = useSharedPad(name);
  const { lost, forget } = useLostRows(pad);
  const { columns, state } = pad;
  const lostCount = PAD_COLUMNS.reduce((sum, column) => sum + lost[column].length, 0);
  if (state === "opening") return <p className="text-ink-2">{t("sheetOpening")}</p>;
  const textsOf = (column: PadColumn) =>
    columns[column].map(({ text }) => text.trim()).filter((text) => text !== "");
  return (
    <>
      <ChosenFrom
        {...choice}
        rows={{ guess: textsOf("guess"), know: textsOf("know"), ask: textsOf("ask") }}
      />
      {lostCount > 0 ? (
        <p className="flex flex-wrap items-center gap-3 text-ink-2">
          {t("rowsLost", { n: lostCount })}
          <Button
            onClick={() => {
              void onRestore(lost).then((isTaken) => {
                if (isTaken) forget();
              });
            }}
            size="console"
          >
            {t("rowsRestore")}
          </Button>
        </p>
      ) : null}
    </>
  );
}

/** Every row with a box: ticked, the room reads it. */
function ChosenFrom({ rows, shown, toggle }: Choice & { rows: RowsRead }) {
  const t = useTranslations("kinds.roleplay.console");
  if (PAD_COLUMNS.every((column) => rows[column].length === 0)) {
    return <p className="text-ink-2">{t("sheetEmpty")}</p>;
  }
  return (
    <Columns
      rowOf={(column, text) => {
        const isShown = shown[column].includes(text);
        return (
          <label className="flex min-h-target flex-1 cursor-pointer items-start gap-2.5 py-1.5">
            <input
              checked={isShown}
              className="mt-1 size-5 shrink-0 accent-accent"
              disabled={!isShown && shown[column].length >= ROWS_SHOWN_MAX}
              onChange={() => toggle(column, text)}
              type="checkbox"
            />
            <PeoplesWords className="min-w-0">{text}</PeoplesWords>
          </label>
        );
      }}
      rows={rows}
    />
  );
}

function Columns({
  rows,
  rowOf,
  below,
}: {
  rows: RowsRead;
  rowOf: (column: PadColumn, text: string) => ReactNode;
  below?: (column: PadColumn) => ReactNode;
}) {
  const t = useTranslations("kinds.roleplay.common.pad");
  return (
    <div className="@container">
      <div className="grid gap-x-6 gap-y-3 @min-[40rem]:grid-cols-3">
        {PAD_COLUMNS.map((column) => (
          <div className="min-w-0" key={column}>
            <h3 className={`border-b pb-0.5 font-semibold ${UNDERLINES[column]}`}>{t(column)}</h3>
            <ul className="wrap-anywhere">
              {inOrder(rows[column]).map(({ key, text }) => (
                <li className="flex items-start gap-2" key={key}>
                  {rowOf(column, text)}
                </li>
              ))}
            </ul>
            {below?.(column)}
          </div>
        ))}
      </div>
    </div>
  );
}
