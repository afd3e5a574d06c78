"use client";

import { useTranslations } from "next-intl";
import { ActivityFrame } from "@/lib/client/participant/activity-frame";
import type { Way } from "@/lib/client/participant/use-way";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { Button } from "@/lib/ui/button";

/**
 * The one screen after sending, skipping and watching, for kinds without cards: nobody beside
 * this phone can tell which of the three it was.
 */
export function Waiting({ planned, way }: { planned: PlannedActivity; way: Way }) {
  const t = useTranslations("phone");
  return (
    <ActivityFrame planned={planned} prompt={t("waiting")} way={way}>
      <div>
        <Button onClick={way.reopen}>{t("edit")}</Button>
      </div>
    </ActivityFrame>
  );
}
