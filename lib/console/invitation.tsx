"use client";

import { ExternalLink, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { NetworkInterface } from "@/lib/addresses";
import type { EntryLinks } from "@/lib/console/entry-links";
import { JoinLink } from "@/lib/console/join-link";
import { PhoneAddress } from "@/lib/console/phone-address";
import { formatCode } from "@/lib/session/room-code";
import type { People } from "@/lib/session/view-schema";
import { Button, buttonClass } from "@/lib/ui/button";
import { Ring } from "@/lib/ui/drawn/ring";

export interface InvitationProps {
  entryLinks: EntryLinks;
  interfaces: readonly NetworkInterface[];
  choosePhoneAddress: (address: string) => Promise<boolean>;
  qr: ReactNode;
  people: People;
  withoutPhone: number;
  /** Until when the code works. */
  until: ReactNode;
  /** Where what remains of earlier meetings hangs, as a stage; null where there is none. */
  wall: string | null;
  onTest: () => void;
}

/** How people and the stage come in, and how many have. */
export function Invitation(props: InvitationProps) {
  const {
    entryLinks,
    interfaces,
    choosePhoneAddress,
    qr,
    people,
    withoutPhone,
    until,
    wall,
    onTest,
  } = props;
  const t = useTranslations("console");
  const common = useTranslations("common");
  return (
    <div className="grid items-start gap-6 rounded-card border border-line bg-surface p-5 sm:grid-cols-[220px_minmax(0,1fr)]">
      <div className="mx-auto w-full max-w-[220px]">{qr}</div>
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex items-start justify-between gap-x-4">
          <div className="min-w-0">
            <p className="text-ink-2">{entryLinks.joinAddress}</p>
            <p className="tabular whitespace-nowrap font-semibold text-3xl tracking-wider">
              {entryLinks.code === null ? "" : formatCode(entryLinks.code)}
            </p>
            <p aria-live="polite" className="tabular text-ink-2">
              {t("people", { n: people.joined })}
              {people.away > 0 ? ` · ${t("away", { n: people.away })}` : ""}
              {withoutPhone > 0 ? ` · ${common("withoutPhone", { n: withoutPhone })}` : ""}
            </p>
            <div className="text-ink-2">{until}</div>
          </div>
          <Ring
            className="w-48 max-w-[40%] shrink-0 max-md:hidden"
            joined={people.joined + withoutPhone}
          />
        </div>
        {entryLinks.joinUrl === null ? null : <JoinLink url={entryLinks.joinUrl} />}
        <div className="flex flex-wrap gap-2">
          <a
            className={buttonClass("secondary", "console")}
            href={entryLinks.stageUrl}
            rel="noopener"
            target="_blank"
          >
            <ExternalLink aria-hidden size={18} strokeWidth={1.75} />
            {t("stageOpen")}
          </a>
          {wall === null ? null : (
            <a
              className={buttonClass("secondary", "console")}
              href={wall}
              rel="noopener"
              target="_blank"
            >
              <ExternalLink aria-hidden size={18} strokeWidth={1.75} />
              {t("wallOpen")}
            </a>
          )}
          <Button onClick={onTest} size="console">
            <Smartphone aria-hidden size={18} strokeWidth={1.75} />
            {t("testPhone")}
          </Button>
        </div>
        {entryLinks.isLan ? (
          <PhoneAddress
            entryLinks={entryLinks}
            interfaces={interfaces}
            onChoose={choosePhoneAddress}
          />
        ) : null}
        {/* Without a network there is nobody to read along, and one thing to say. */}
        {entryLinks.isLan && interfaces.length > 0 ? (
          <p className="text-ochre text-sm">{t("lanWarning")}</p>
        ) : null}
      </div>
    </div>
  );
}
