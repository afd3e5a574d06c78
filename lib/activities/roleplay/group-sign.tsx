"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { GroupSign } from "@/lib/activities/roleplay/group-shape";
import { Button } from "@/lib/ui/button";
import { useModal } from "@/lib/ui/native-dialog";
import type { DialogState } from "@/lib/ui/opened";

/** A group's sign on the whole screen, to hold up: light in either theme, so that it is seen across a room. */
export function GroupSignDialog({
  letter,
  place,
  open,
  onClose,
}: DialogState & { letter: string; place: ReactNode }) {
  const t = useTranslations("kinds.roleplay");
  const ref = useModal(open);
  const id = useId();

  return (
    <dialog
      aria-labelledby={id}
      className="m-0 h-dvh max-h-none w-screen max-w-none overflow-y-auto border-0 bg-surface p-0 text-ink"
      data-theme="light"
      onClose={onClose}
      ref={ref}
    >
      <div className="flex min-h-full flex-col items-center justify-evenly gap-4 px-2 py-6 text-center">
        <GroupSign className="w-[min(100%,max(18.75rem,70dvh))] max-w-150" letter={letter} />
        <div>
          <h2 className="font-medium font-serif text-3xl" id={id}>
            {t("common.group", { letter })}
          </h2>
          {place === null ? null : <p className="text-2xl">{place}</p>}
        </div>
        <Button onClick={onClose}>{t("phone.signBack")}</Button>
      </div>
    </dialog>
  );
}
