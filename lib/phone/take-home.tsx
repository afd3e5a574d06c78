"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { onNeed } from "@/lib/client/on-need";
import { useLoaded } from "@/lib/client/use-loaded";
import { useOpened } from "@/lib/ui/opened";
import { ConfirmButton } from "@/lib/ui/phone/confirm-button";
import { Covered } from "@/lib/ui/phone/covered";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { HelpContacts } from "@/lib/ui/phone/help-contacts";

/** What lies behind the button: nobody needs it before they are in. */
export const takeHomeContents = onNeed(() => import("@/lib/phone/take-home-contents"));

/** Where it is noted that what stays with the person lies open. */
const NAME = "take-home";

/** Whether it does. */
export const useTakeHomeOpen = (): boolean => useOpened(NAME)[0];

/**
 * What stays with the person, behind one button that is the same on every phone; whom to call; and the way to
 * forget it all. `primary`: it is what the screen is for, so its button is the filled one, in the dock.
 * `helpInFooter`: whom to call stands there until it lies open.
 */
export function TakeHome({
  primary = false,
  helpInFooter = false,
}: {
  primary?: boolean;
  helpInFooter?: boolean;
}) {
  const isOpen = useTakeHomeOpen();
  const t = useTranslations("phone");
  const { erase } = useDevice();
  const [deleted, setDeleted] = useState(false);

  async function forget() {
    await erase();
    setDeleted(true);
  }

  return (
    <>
      <Covered
        docked={primary}
        kind={primary ? "primary" : "secondary"}
        name={NAME}
        show={t("keepsake.show")}
        title={t("keepsake.title")}
      >
        <Contents />
      </Covered>
      {helpInFooter && !isOpen ? null : <HelpContacts />}
      <div className="flex flex-col items-start gap-2">
        <div className="-ms-3">
          <ConfirmButton
            kind="quiet"
            label={t("deleteLocal")}
            onConfirm={forget}
            sure={t("deleteLocalSure")}
          />
        </div>
        <p className="text-base text-ink-2" role="status">
          {deleted ? t("deletedLocal") : null}
        </p>
      </div>
    </>
  );
}

/** What one may want to keep before the phone is somebody else's. */
export function TakeHomeBefore() {
  const t = useTranslations("phone.keepsake");
  return (
    <Covered name="before-passing-on" show={t("show")} title={t("title")}>
      <Contents />
    </Covered>
  );
}

function Contents() {
  const contents = useLoaded(takeHomeContents, true);
  return contents && <contents.TakeHomeContents />;
}
