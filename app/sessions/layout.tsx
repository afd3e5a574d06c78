import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { facilitatorsMessages } from "@/app/facilitators-messages";
import { signOut } from "@/app/sessions/actions";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { OutsideConsole } from "@/app/sessions/outside-console";
import { SignedOutElsewhere } from "@/app/sessions/signed-out-elsewhere";
import { SiteNav } from "@/app/sessions/site-nav";
import { isolated } from "@/lib/i18n/isolated";
import { MoreMessages } from "@/lib/i18n/more-messages";
import { Brand } from "@/lib/ui/brand";
import { buttonClass } from "@/lib/ui/button";
import { SiteFooter } from "@/lib/ui/site-footer";

/** Everything of facilitators: signed in or not at all. */
export default async function SessionsLayout({ children }: { children: ReactNode }) {
  const facilitator = await requireFacilitator();
  const t = await getTranslations();
  const messages = await facilitatorsMessages();
  const isAdmin = facilitator.role === "admin";
  const links = [
    { href: "/sessions", name: t("sessions.listTitle") },
    { href: "/sessions/activities", name: t("catalogue.title") },
    ...(isAdmin
      ? [
          { href: "/sessions/people", name: t("auth.invite") },
          { href: "/sessions/installation", name: t("installation.title") },
        ]
      : []),
    { href: "/sessions/account", name: t("account.nav") },
  ];
  return (
    <MoreMessages messages={messages}>
      <div className="flex min-h-dvh flex-col">
        <SignedOutElsewhere />
        <OutsideConsole>
          <header className="border-line border-b bg-surface print:hidden">
            <div className="site-width flex min-h-15 flex-wrap items-center gap-x-12 max-md:justify-between">
              <Brand href="/sessions" />
              <div className="max-md:order-last max-md:w-full">
                <SiteNav label={t("auth.menu")} links={links} />
              </div>
              <form action={signOut} className="md:ms-auto">
                <button
                  aria-label={`${t("auth.signOut")} (${isolated(facilitator.name)})`}
                  className={`${buttonClass("quiet", "phone")} -me-3 text-base! text-ink-2!`}
                  title={t("auth.signedInAs", { name: isolated(facilitator.name) })}
                  type="submit"
                >
                  {t("auth.signOut")}
                </button>
              </form>
            </div>
          </header>
        </OutsideConsole>
        <div className="flex flex-1 flex-col">{children}</div>
        <OutsideConsole>
          <SiteFooter />
        </OutsideConsole>
      </div>
    </MoreMessages>
  );
}
