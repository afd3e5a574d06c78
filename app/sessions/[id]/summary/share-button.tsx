"use client";

import { Link } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { FreshLink } from "@/app/fresh-link";
import { revokeLink, shareVersion } from "@/app/sessions/[id]/summary/actions";
import { ChangeFailed, LinkDialog, MakeLink } from "@/app/sessions/[id]/summary/link-dialog";
import { useChange } from "@/app/sessions/[id]/summary/use-change";
import { dateFormat } from "@/lib/i18n/dates";
import { LINK_DAYS, LINK_DAYS_DEFAULT, type SharedLink } from "@/lib/summary/shared-links";
import type { VersionAt } from "@/lib/summary/versions";
import { Button } from "@/lib/ui/button";

export interface ShareButtonProps {
  at: VersionAt;
  /** Those that work now. */
  links: readonly SharedLink[];
}

/** Opens the links to this version: one to make, and those that were made to revoke. */
export function ShareButton({ at, links }: ShareButtonProps) {
  const t = useTranslations("exports");
  return (
    <LinkDialog
      icon={<Link aria-hidden size={20} strokeWidth={1.75} />}
      label={t("share")}
      title={t("shareTitle")}
    >
      {(fresh, onMade) => (
        <>
          <p className="text-base">{t("shareText")}</p>
          <MakeLink
            days={LINK_DAYS}
            failed={t("shareFailed")}
            initial={LINK_DAYS_DEFAULT}
            label={t("shareMake")}
            labelOf={(days) => t("shareDaysOf", { days })}
            legend={t("shareDays")}
            make={(days) => shareVersion(at, days)}
            onMade={onMade}
          />
          <div aria-live="polite" className="empty:hidden">
            {fresh === null ? null : (
              <FreshLink
                hint={t("shareOnce")}
                key={fresh}
                label={t("shareLink")}
                link={fresh}
                qr={t("shareQr")}
              />
            )}
          </div>
          {links.length > 0 ? <Made links={links} session={at.session} /> : null}
        </>
      )}
    </LinkDialog>
  );
}

/** The links that work, each to be revoked. */
function Made({ links, session }: { links: readonly SharedLink[]; session: string }) {
  const t = useTranslations("exports");
  const day = dateFormat(useLocale(), { dateStyle: "long", timeZone: useTimeZone() });
  const { change, hasFailed } = useChange();
  return (
    <section aria-label={t("shareLinks")} className="border-line border-t pt-3">
      <h3 className="font-semibold text-base">{t("shareLinks")}</h3>
      <ul>
        {links.map(({ id, createdAt, expiresAt }) => {
          const dates = { made: day.format(createdAt), ends: day.format(expiresAt) };
          return (
            <li
              className="flex flex-wrap items-center justify-between gap-x-3 border-line border-b py-1 text-base last:border-b-0"
              key={id}
            >
              <span>{t("shareDates", dates)}</span>
              <Button
                aria-label={t("shareRevokeOf", dates)}
                className="-me-3"
                kind="quiet"
                onClick={() => void change(() => revokeLink(session, id))}
                size="console"
              >
                {t("shareRevoke")}
              </Button>
            </li>
          );
        })}
      </ul>
      <ChangeFailed>{hasFailed ? t("shareRevokeFailed") : null}</ChangeFailed>
    </section>
  );
}
