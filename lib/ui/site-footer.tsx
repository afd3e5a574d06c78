import { useTranslations } from "next-intl";
import { LocaleSwitch } from "@/lib/i18n/locale-switch";

/** Links that have to be on every page outside a session. */
export function SiteFooter() {
  const t = useTranslations("common");
  const links = [
    { href: "/how-anonymous", name: t("howAnonymous") },
    { href: "/imprint", name: t("imprint") },
    { href: "/privacy", name: t("privacy") },
    { href: "/accessibility", name: t("accessibility") },
    { href: "/licences", name: t("licences") },
  ];
  return (
    <footer className="border-line border-t print:hidden">
      <div className="site-width flex flex-wrap items-center justify-between gap-x-6 py-1">
        <nav aria-label={t("footer")}>
          <ul className="flex flex-wrap gap-x-6 text-sm">
            {links.map(({ href, name }) => (
              <li key={href}>
                <a
                  className="inline-flex min-h-12 min-w-12 items-center text-ink-2 underline-offset-4 hover:text-ink hover:underline"
                  href={href}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LocaleSwitch />
      </div>
    </footer>
  );
}
