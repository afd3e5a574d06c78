"use client";

import { contentOf, type Kept, type KeptEntry, withContent } from "@/lib/activities/kept";
import type { Device } from "@/lib/client/device";
import { type DeviceRecord, keptKey, nextRevision, whileChanged } from "@/lib/client/device-record";
import { useDevice } from "@/lib/ui/phone/device-provider";

/**
 * Something that this device keeps of an activity and that is no card, as its kind reads it. What is given
 * to these must be pure: it is applied again to what other pages of the device have stored meanwhile.
 */
export interface OwnKept<Content> {
  content: Content;
  /** How it stands on the device; undefined: nothing is kept yet. */
  entry: KeptEntry | undefined;
  /** Changes what is to be handed in: until then it is a draft. */
  change(apply: (content: Content) => Content): void;
  /** Changes what stays here. `isDone`: its owner has finished with it. */
  keep(apply: (content: Content) => Content, isDone?: boolean): void;
  /** Keeps what there is at first; another page of this device may have begun before. */
  begin(content: Content): void;
  /** Hands it in by a command of its kind, which gets its revision here. */
  handIn(prepare: (content: Content) => HandedIn<Content>): void;
}

interface HandedIn<Content> {
  content: Content;
  command: { type: string };
}

/** What this device keeps under an activity, or under one of its slots. */
export function useKept<Content extends object>(
  kept: Kept<Content>,
  activity: string,
  slot?: string,
): OwnKept<Content> {
  return keptOn(useDevice(), kept, { activity, slot });
}

/** The same for as many slots as there are at the moment; `device` is what `useDevice` gives. */
export function keptOn<Content extends object>(
  { record, change, handIn }: Pick<Device, "change" | "handIn"> & { record: DeviceRecord },
  kept: Kept<Content>,
  { activity, slot }: { activity: string; slot: string | undefined },
): OwnKept<Content> {
  const key = keptKey(activity, slot);

  function changed(
    before: DeviceRecord,
    apply: (content: Content) => Content,
    part: Partial<Pick<KeptEntry, "state" | "revision">>,
  ): DeviceRecord {
    const known = before.kept[key];
    const entry = { ...withContent(kept, known, apply(contentOf(kept, known))), ...part };
    return { ...before, kept: { ...before.kept, [key]: entry } };
  }

  return {
    content: contentOf(kept, record.kept[key]),
    entry: record.kept[key],
    change: (apply) =>
      change((before) => changed(before, apply, { state: whileChanged(before.kept[key]) })),
    keep: (apply, isDone = false) =>
      change((before) => changed(before, apply, isDone ? { state: "saved" } : {})),
    begin: (content) =>
      change((before) => (before.kept[key] ? before : changed(before, () => content, {}))),
    handIn: (prepare) =>
      handIn((before) => {
        const { content, command } = prepare(contentOf(kept, before.kept[key]));
        const revision = nextRevision(before, before.kept[key]);
        return {
          record: changed(before, () => content, { revision, state: "saving" }),
          command: { type: "activity", activity, command: { ...command, revision } },
          kept: key,
        };
      }),
  };
}
