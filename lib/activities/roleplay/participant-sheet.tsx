"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { OWN_SHEET_SLOT, ownSheet } from "@/lib/activities/roleplay/kept";
import type { RoleplayGroup, RoleplayRecord } from "@/lib/activities/roleplay/record";
import { Rows } from "@/lib/activities/roleplay/rows";
import { padName, type RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { SheetEntry } from "@/lib/activities/roleplay/sheet-entry";
import { SheetTabs } from "@/lib/activities/roleplay/sheet-tabs";
import { useEntryNews } from "@/lib/activities/roleplay/use-entry-news";
import { useUnsentRows } from "@/lib/activities/roleplay/use-unsent-rows";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLive } from "@/lib/client/live-provider";
import { type SharedPad, useSharedPad } from "@/lib/client/use-shared-pad";
import { useWords } from "@/lib/client/use-words";
import { PAD_ENTRIES_MAX, PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import type { PadColumn } from "@/lib/documents/pad";
import type { PadChange } from "@/lib/documents/pad-changes";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Dock } from "@/lib/ui/phone/dock";
import { type OwnKept, useKept } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { ShortReceipt } from "@/lib/ui/receipt";
import { SavingState, type SavingStateName } from "@/lib/ui/saving-state";

interface Props extends Shown<RoleplaySettings, RoleplayRecord> {
  group: RoleplayGroup;
}

type OwnSheet = OwnKept<(typeof ownSheet)["nothing"]>;

/** The sheet of one's group, written by all its phones: a column at a time, each entry on a slip of its own. */
export function SheetScreen({ planned, phase, record, group }: Props) {
  const t = useTranslations("kinds.roleplay");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { connection } = useLive();
  const own = useKept(ownSheet, planned.key, OWN_SHEET_SLOT);
  const [column, setColumn] = useState<PadColumn>("guess");
  const unsent = useUnsentRows(planned.key, group.letter);
  const pad = useSharedPad(`${planned.key}/${padName(group.letter)}`, {
    keeper: {
      ...unsent,
      noRoom: (changes) =>
        own.keep((before) => ({ ...before, drafts: withTexts(before.drafts, changes) })),
    },
    isOpen: group.pad?.isOpen ?? false,
  });
  const [removed, setRemoved] = useState<{ column: PadColumn; text: string } | null>(null);
  const { news, noteOwn } = useEntryNews(pad);
  const panel = useId();
  const isOpen = (group.pad?.isOpen ?? false) && pad.state !== "closed" && pad.state !== "reading";
  const entries = pad.columns[column];
  const state = savingOf(pad, connection === "offline");
  const { label } = planned.settings;

  function add(into: PadColumn, text: string): boolean {
    const isAdded = pad.add(into, text);
    if (isAdded) noteOwn();
    return isAdded;
  }

  return (
    <ActivityFrame
      lead={
        <SheetTabs
          chosen={column}
          counts={{
            guess: pad.columns.guess.length,
            know: pad.columns.know.length,
            ask: pad.columns.ask.length,
          }}
          onChoose={setColumn}
          panel={panel}
        />
      }
      part={t("common.group", { letter: group.letter })}
      planned={planned}
      progress={progress}
      prompt={t(`phone.sheetAsks.${column}`)}
    >
      <div
        aria-label={t(`common.pad.${column}`)}
        className="flex flex-col gap-3"
        id={panel}
        role="tabpanel"
      >
        {entries.length > 0 ? (
          <ul className="flex flex-col gap-2">
            {entries.map((entry, at) => (
              <SheetEntry
                entry={entry}
                isReadOnly={!isOpen}
                key={entry.key}
                label={t("phone.sheetEntry", { n: at + 1, of: entries.length })}
                onRemove={() => {
                  setRemoved({ column, text: entry.now() });
                  entry.remove();
                }}
                removeLabel={t("phone.sheetRemove", { n: at + 1 })}
              />
            ))}
          </ul>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-3 empty:hidden" role="status">
          {removed?.column === column ? (
            <>
              <span className="text-base text-ink-2">{t("phone.sheetRemoved")}</span>
              {isOpen ? (
                <Button
                  kind="quiet"
                  onClick={() => {
                    if (add(removed.column, removed.text)) setRemoved(null);
                  }}
                >
                  {t("phone.sheetRestore")}
                </Button>
              ) : null}
            </>
          ) : null}
        </div>
        {isOpen ? (
          <NewEntry
            column={column}
            isFull={entries.length >= PAD_ENTRIES_MAX}
            onAdd={(text) => add(column, text)}
            own={own}
          />
        ) : (
          <p className="text-base text-ink-2">
            {t(pad.state === "opening" ? "phone.sheetOpening" : "phone.sheetClosed")}
          </p>
        )}
        {state ? <SavingState state={state} /> : null}
        {pad.hasLost ? (
          <p className="rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre" role="status">
            {t("phone.sheetLost")}
          </p>
        ) : null}
        <p className="text-base text-ink-2">
          {t("phone.sheetNote")}
          {/* Often no whole sentence, so in a line of its own. */}
          {label ? <span className="block">{words(label)}</span> : null}
        </p>
        <Rows rows={record.rows} />
        <p className="sr-only" role="status">
          {news.map(({ column: into, n }) => (
            <span key={into}>{t("phone.sheetNews", { n, column: t(`common.pad.${into}`) })} </span>
          ))}
        </p>
      </div>
    </ActivityFrame>
  );
}

/** The slip that is being written: it is on the sheet once it is put there, and until then on this phone alone. */
function NewEntry({
  column,
  isFull,
  own,
  onAdd,
}: {
  column: PadColumn;
  isFull: boolean;
  own: OwnSheet;
  onAdd: (text: string) => boolean;
}) {
  const t = useTranslations("kinds.roleplay.phone");
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<"nothing" | "notNow" | null>(null);
  const receipt = useId();
  const text = own.content.drafts[column];
  const isEmpty = text.trim() === "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said was about the other column
  useEffect(() => setSaid(null), [column]);

  const write = (next: string) =>
    own.change((before) => ({ ...before, drafts: { ...before.drafts, [column]: next } }));

  function add(): void {
    if (isEmpty) setSaid("nothing");
    else if (onAdd(text.trim())) {
      setSaid(null);
      write("");
    } else setSaid("notNow");
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The key that ends a word of a composing keyboard is no Enter.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  }

  if (isFull)
    return <p className="text-base text-ink-2">{t("sheetFull", { n: PAD_ENTRIES_MAX })}</p>;
  return (
    <>
      <textarea
        aria-describedby={receipt}
        aria-label={t("sheetNew")}
        className="field-sizing-content min-h-20 w-full resize-none rounded-card border border-edge bg-surface px-4 py-2.5 text-lg"
        dir="auto"
        enterKeyHint="done"
        maxLength={PAD_ENTRY_CHARACTERS_MAX}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={t(`sheetHint.${column}`)}
        ref={field}
        rows={2}
        value={text}
      />
      <p className="text-base text-brick empty:hidden" role="status">
        {said === null || (said === "nothing" && !isEmpty)
          ? null
          : t(said === "nothing" ? "sheetNothing" : "sheetNotNow")}
      </p>
      <Dock>
        <ShortReceipt about="pad" id={receipt} />
        <Button kind={isEmpty ? "unready" : "primary"} onClick={add} wide>
          {t("sheetAdd")}
        </Button>
      </Dock>
    </>
  );
}

/** Where everything of one's own is; null while there is nothing to say, as of a sheet on which nothing stands. */
function savingOf({ state, columns }: SharedPad, isOffline: boolean): SavingStateName | null {
  if (state === "saving") return isOffline ? "offline" : "saving";
  const isBlank = Object.values(columns).every((entries) => entries.length === 0);
  return state === "saved" && !isBlank ? "saved" : null;
}

/** What found no room on the sheet is a draft again. */
function withTexts(
  drafts: Readonly<Record<PadColumn, string>>,
  changes: readonly PadChange[],
): Record<PadColumn, string> {
  const all = { ...drafts };
  for (const { column, after } of changes) {
    if (after !== null) all[column] = [all[column], after].filter((text) => text !== "").join(" ");
  }
  return all;
}
