"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { NetworkInterface } from "@/lib/addresses";
import { useAskForAddresses } from "@/lib/client/use-addresses";
import type { EntryLinks } from "@/lib/console/entry-links";

export interface PhoneAddressProps {
  entryLinks: EntryLinks;
  interfaces: readonly NetworkInterface[];
  /** False where it isn't one of this machine's any more. */
  onChoose: (address: string) => Promise<boolean>;
}

/**
 * Which of this machine's addresses goes into code, link and QR: VPNs and virtual machines bring some
 * that phones can't reach, and only a person knows the Wi-Fi.
 */
export function PhoneAddress({ entryLinks, interfaces, onChoose }: PhoneAddressProps) {
  const t = useTranslations("console");
  const id = useId();
  const askAgain = useAskForAddresses();
  const [failed, setFailed] = useState(false);
  const current = new URL(entryLinks.joinBase).hostname;

  async function choose(address: string) {
    const done = await onChoose(address).catch(() => false);
    setFailed(!done);
    await askAgain();
  }

  if (interfaces.length === 0) return <p className="text-ochre text-sm">{t("noNetwork")}</p>;
  return (
    <div className="flex flex-col gap-1">
      <label className="text-ink-2 text-sm" htmlFor={id}>
        {t("phoneAddress")}
      </label>
      <select
        className="tabular min-h-target max-w-full rounded-control border border-edge bg-surface px-3"
        id={id}
        onChange={(event) => void choose(event.currentTarget.value)}
        value={current}
      >
        {interfaces.map(({ name, address }) => (
          <option key={address} value={address}>
            {address} ({name})
          </option>
        ))}
      </select>
      <p className="text-ochre text-sm empty:hidden" role="status">
        {failed ? t("phoneAddressGone") : null}
      </p>
    </div>
  );
}
