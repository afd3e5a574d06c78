"use client";

import { useMemo, useState } from "react";
import { isSame } from "@/lib/activities/ballots";
import { contentOf, withContent } from "@/lib/activities/kept";
import { OWN_SHEET_SLOT, ownSheet } from "@/lib/activities/roleplay/kept";
import type { Device } from "@/lib/client/device";
import { type DeviceRecord, keptKey } from "@/lib/client/device-record";
import { randomSecret } from "@/lib/client/random";
import type { UnsentKeeper } from "@/lib/client/shared-document";
import type { PadChange } from "@/lib/documents/pad-changes";
import { useDeviceItself } from "@/lib/ui/phone/device-provider";

type UnsentRows = Required<UnsentKeeper<readonly PadChange[]>>;

/** Whose sheet it is, and which of the phone's pages writes it. */
interface WrittenSheet {
  activity: string;
  group: string;
  /** Random for each page. */
  page: string;
}

/** Where this page keeps what it has changed on the sheet of this group and the sheet has not. */
export function useUnsentRows(activity: string, group: string): UnsentRows {
  const device = useDeviceItself();
  const [page] = useState(randomSecret);
  return useMemo(
    () => unsentRows(device, { activity, group, page }),
    [device, activity, group, page],
  );
}

/**
 * What one page of a phone has changed on its group's sheet and the sheet has not. Each page keeps its own in a slot of its own:
 * two that shared one would each enter the same rows, and the answer to one would take the other's off the phone. A page
 * that opens the sheet takes over what others have left, in one step, so that of several one has it (P223, decision 0138).
 */
export function unsentRows(
  device: Pick<Device, "snapshot" | "subscribe" | "change" | "flush">,
  sheet: WrittenSheet,
): UnsentRows {
  const own = slotOf(sheet);
  const read = () => changesIn(device.snapshot(), own, sheet);
  return {
    read,
    keep(changes) {
      const unsent = changes === null ? null : { group: sheet.group, changes: [...changes] };
      device.change((record) => withUnsent(record, own, unsent));
    },
    async takeOver() {
      device.change((record) => takenOver(record, sheet));
      // Only then is it certain that no other page has been first.
      await device.flush();
    },
    onChange: device.subscribe,
  };
}

const slotOf = ({ activity, page }: Pick<WrittenSheet, "activity" | "page">): string =>
  keptKey(activity, `${OWN_SHEET_SLOT}/${page}`);

/** What is kept there for this group; what was left for another one is not written with it. */
function changesIn(
  { kept }: DeviceRecord,
  key: string,
  { group }: Pick<WrittenSheet, "group">,
): PadChange[] | null {
  const { unsent } = contentOf(ownSheet, kept[key]);
  return unsent?.group === group ? unsent.changes : null;
}

/** With this kept there; a slot in which nothing is left goes. */
function withUnsent(
  record: DeviceRecord,
  key: string,
  unsent: (typeof ownSheet)["nothing"]["unsent"],
): DeviceRecord {
  const { [key]: known, ...others } = record.kept;
  if (unsent === null && known === undefined) return record;
  const content = { ...contentOf(ownSheet, known), unsent };
  const kept = isSame(content, ownSheet.nothing)
    ? others
    : { ...others, [key]: withContent(ownSheet, known, content) };
  return { ...record, kept };
}

/** With what all other pages have left for this group in this page's slot, behind its own. */
function takenOver(record: DeviceRecord, sheet: WrittenSheet): DeviceRecord {
  const own = slotOf(sheet);
  /** Drafts of all pages stand here, and what an earlier release could not save. */
  const shared = keptKey(sheet.activity, OWN_SHEET_SLOT);
  const left = Object.keys(record.kept).filter(
    (key) =>
      (key === shared || key.startsWith(`${shared}/`)) &&
      key !== own &&
      changesIn(record, key, sheet) !== null,
  );
  if (left.length === 0) return record;
  const changes = [own, ...left].flatMap((key) => changesIn(record, key, sheet) ?? []);
  const emptied = left.reduce((before, key) => withUnsent(before, key, null), record);
  return withUnsent(emptied, own, { group: sheet.group, changes });
}
