"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { removeAccount, setRole } from "@/app/sessions/people/actions";
import { isolated } from "@/lib/i18n/isolated";
import { ArmButton } from "@/lib/ui/arm-button";
import { Button } from "@/lib/ui/button";

export interface PersonProps {
  person: { userId: string; name: string; email: string; role: "admin" | "facilitator" };
  isMe: boolean;
  /** The last one can't be taken away. */
  admins: number;
}

/** One account, and what an admin may do with it. */
export function Person({ person, isMe, admins }: PersonProps) {
  const t = useTranslations("auth");
  const [pending, start] = useTransition();
  const { userId, name, email, role } = person;
  const isAdmin = role === "admin";
  const isLast = isAdmin && admins === 1;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
      <div className="min-w-0" id={`person-${userId}`}>
        <p className="font-semibold text-base">
          {name}
          {isMe ? <span className="font-normal text-ink-2"> · {t("accountYou")}</span> : null}
        </p>
        <p className="break-words text-ink-2 text-sm">
          {email} · {isAdmin ? t("roleAdmin") : t("roleFacilitator")}
        </p>
        {isLast ? <p className="text-ink-2 text-sm">{t("roleLast")}</p> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {isLast ? null : (
          <Button
            aria-describedby={`person-${userId}`}
            busy={pending}
            onClick={() => start(() => setRole(userId, isAdmin ? "facilitator" : "admin"))}
            size="console"
          >
            {isAdmin ? t("roleMakeFacilitator") : t("roleMakeAdmin")}
          </Button>
        )}
        {isMe ? null : (
          <ArmButton
            again={t("accountRemoveAgain", { name: isolated(name) })}
            disabled={pending}
            kind="secondary"
            onConfirm={() => start(() => removeAccount(userId))}
          >
            {t("accountRemove")}
          </ArmButton>
        )}
      </div>
    </li>
  );
}
