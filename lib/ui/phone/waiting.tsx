"use client";

import { useTranslations } from "next-intl";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import type { Way } from "@/lib/ui/phone/use-way";

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
