"use client";

import { Link } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FreshLink } from "@/app/fresh-link";
import { revokeLink, shareVersion } from "@/app/sessions/[id]/summary/actions";
import { useChange } from "@/app/sessions/[id]/summary/use-change";
import { dateFormat } from "@/lib/i18n/dates";
import { LINK_DAYS, LINK_DAYS_DEFAULT, type SharedLink } from "@/lib/summary/shared-links";
import type { VersionAt } from "@/lib/summary/versions";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { Segments } from "@/lib/ui/segments";

export interface ShareButtonProps {
  at: VersionAt;
  /** Those that work now. */
  links: readonly SharedLink[];
}

/** Opens the links to this version: one to make, and those that were made to revoke. */
export function ShareButton({ at, links }: ShareButtonProps) {
  const t = useTranslations("exports");
  const day = dateFormat(useLocale(), { dateStyle: "long", timeZone: useTimeZone() });
  const [isOpen, setIsOpen] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const { change, isBusy, hasFailed } = useChange();

  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = Number(new FormData(event.currentTarget).get("days"));
    const days = LINK_DAYS.find((each) => each === chosen) ?? LINK_DAYS_DEFAULT;
    void change(async () => {
      const link = await shareVersion(at, days);
      if (link !== null) setFresh(link);
      return link !== null;
    });
  };

  return (
    <>
      <Button onClick={() => setIsOpen(true)} size="console">
        <Link aria-hidden size={20} strokeWidth={1.75} />
        {t("share")}
      </Button>
      <NativeDialog
        onClose={() => {
          setIsOpen(false);
          // Shown once: whoever opens this again may be somebody else at the same laptop.
          setFresh(null);
        }}
        open={isOpen}
        title={t("shareTitle")}
      >
        <p className="text-base">{t("shareText")}</p>
        <form className="flex flex-col items-start gap-3" onSubmit={make}>
          <Segments
            initial={String(LINK_DAYS_DEFAULT)}
            legend={t("shareDays")}
            name="days"
            options={LINK_DAYS.map((days) => ({
              value: String(days),
              label: t("shareDaysOf", { days }),
            }))}
          />
          <Button busy={isBusy} kind="primary" size="console" type="submit">
            {t("shareMake")}
          </Button>
        </form>
        <p className="text-base text-brick empty:hidden" role="alert">
          {hasFailed ? t("shareFailed") : null}
        </p>
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
        {links.length > 0 ? (
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
                      onClick={() => void change(() => revokeLink(at.session, id))}
                      size="console"
                    >
                      {t("shareRevoke")}
                    </Button>
                  </li>
                );
              })}
            </ul>
          </section>
        ) : null}
      </NativeDialog>
    </>
  );
}
