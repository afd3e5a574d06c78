import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOut } from "@/app/sessions/actions";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { OutsideConsole } from "@/app/sessions/outside-console";
import { SignedOutElsewhere } from "@/app/sessions/signed-out-elsewhere";
import { isolated } from "@/lib/i18n/isolated";
import { buttonClass } from "@/lib/ui/button";
import { SiteFooter } from "@/lib/ui/site-footer";

/** Everything of facilitators: signed in or not at all. */
export default async function SessionsLayout({ children }: { children: ReactNode }) {
  const facilitator = await requireFacilitator();
  const t = await getTranslations();
  // On a phone the admin's four links fit into one line only like this.
  const link = `${buttonClass("quiet", "phone")} max-sm:px-2! max-sm:text-base!`;
  return (
    <div className="flex min-h-dvh flex-col">
      <SignedOutElsewhere />
      <OutsideConsole>
        <header className="mx-auto flex w-full max-w-[1040px] flex-wrap items-center justify-between gap-x-4 px-5 pt-3 print:hidden">
          <a
            className="inline-flex min-h-12 items-center font-medium font-serif text-ink text-xl"
            href="/sessions"
          >
            {t("common.appName")}
          </a>
          <nav
            aria-label={t("auth.menu")}
            className="-mx-2 sm:-mx-3 flex flex-wrap items-center gap-x-1"
          >
            {facilitator.role === "admin" ? (
              <>
                <a className={link} href="/sessions/people">
                  {t("auth.invite")}
                </a>
                <a className={link} href="/sessions/installation">
                  {t("installation.title")}
                </a>
              </>
            ) : null}
            <a className={link} href="/sessions/account">
              {t("account.nav")}
            </a>
            <form action={signOut}>
              <button
                aria-label={`${t("auth.signOut")} (${isolated(facilitator.name)})`}
                className={link}
                title={t("auth.signedInAs", { name: isolated(facilitator.name) })}
                type="submit"
              >
                {t("auth.signOut")}
              </button>
            </form>
          </nav>
        </header>
      </OutsideConsole>
      <div className="flex flex-1 flex-col">{children}</div>
      <OutsideConsole>
        <SiteFooter />
      </OutsideConsole>
    </div>
  );
}
