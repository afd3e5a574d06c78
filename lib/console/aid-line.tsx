"use client";

import { useTranslations } from "next-intl";
import { screensOf } from "@/lib/activities/screens";
import { offersAid } from "@/lib/console/aid-offer";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import { useNow } from "@/lib/console/use-now";
import type { AidName } from "@/lib/session/aid-schema";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { Button } from "@/lib/ui/button";

interface AidOfferProps {
  view: FacilitatorView;
  clockOffset: number;
  commands: ConsoleCommands;
}

/** One line where few have written by half time, or what was shown then; nothing else, and no dialog. */
export function AidOffer({ view, clockOffset, commands }: AidOfferProps) {
  const t = useTranslations("console");
  const all = useTranslations();
  const now = useNow(clockOffset);
  const nameOf = (name: AidName) =>
    name === "starters" && view.planned
      ? all(screensOf(view.planned.kind).startersAre)
      : t(`aid.${name}`);
  const show = (aid: AidName | null) => commands.move({ type: "showAid", aid });
  if (view.aid) {
    return (
      <Line text={t("aidShown", { aid: nameOf(view.aid.name) })}>
        <Button onClick={() => show(null)} size="console">
          {t("aidAway")}
        </Button>
      </Line>
    );
  }
  if (!offersAid(view, now)) return null;
  return (
    <Line text={t("aidOffer")}>
      {view.facilitator.aids.names.map((name) => (
        <Button key={name} onClick={() => show(name)} size="console">
          {nameOf(name)}
        </Button>
      ))}
    </Line>
  );
}

function Line({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <p role="status">{text}</p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
