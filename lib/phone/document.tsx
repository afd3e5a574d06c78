import { NextIntlClientProvider, useTranslations } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";
import { Checking } from "@/lib/phone/checking";
import { CONTACTS, FONTS, NONCE, PEOPLE, PLACE } from "@/lib/phone-document";
import { THEME_COLOURS, VIEWPORT } from "@/lib/ui/page-head";

/** Addresses of what a phone needs before it shows anything. */
export interface PhoneFiles {
  /** The script that asks about the code (`begin.ts`); it waits for nothing, and the other for it. */
  begin: string;
  /** The script that everything begins with, and all that have to be there before it runs. */
  script: string;
  scripts: readonly string[];
  styles: string;
  /** The styles that name them. */
  fonts: string;
  words: string;
}

/**
 * The document of a phone's page, the same for every code: rendered while building, so that a phone that is on its way in
 * costs the server next to nothing. It shows what the page shows while the server is asked about the code.
 */
export function documentOf(locale: Locale, files: PhoneFiles): string {
  const page = (
    <NextIntlClientProvider locale={locale} messages={messagesFor(locale, "du")} timeZone="UTC">
      <PhoneDocument files={files} locale={locale} />
    </NextIntlClientProvider>
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}

function PhoneDocument({ locale, files }: { locale: Locale; files: PhoneFiles }) {
  const t = useTranslations();
  return (
    <html lang={locale}>
      {/* biome-ignore lint/style/noHeadElement: Next has no part in this document */}
      <head>
        <meta charSet="utf-8" />
        <meta content={VIEWPORT} name="viewport" />
        <title>{`${t("join.pageTitle")} · ${t("common.appName")}`}</title>
        <script async nonce={NONCE} src={files.begin} type="module" />
        <link href={files.styles} rel="stylesheet" />
        {/* Until a script says otherwise: what nobody waits for is in nobody's way then. */}
        <link href={files.fonts} id={FONTS} media="not all" rel="stylesheet" />
        {files.scripts.map((each) => (
          <link href={each} key={each} nonce={NONCE} rel="modulepreload" />
        ))}
        <script nonce={NONCE} src={files.script} type="module" />
        <link as="fetch" crossOrigin="anonymous" href={files.words} rel="preload" />
        {THEME_COLOURS.map(({ media, color }) => (
          <meta content={color} key={media} media={media} name="theme-color" />
        ))}
        <meta content={t("pages.description")} name="description" />
        <meta content="noindex, nofollow" name="robots" />
        <meta content="same-origin" name="referrer" />
        <meta content="telephone=no, address=no, email=no" name="format-detection" />
        <meta nonce={NONCE} property="csp-nonce" />
        <link href="/icon.svg" rel="icon" type="image/svg+xml" />
      </head>
      <body>
        <p className="browser-too-old">{t("pages.browserTooOld")}</p>
        <noscript>
          <p className="p-4 text-lg">{t("pages.noScript")}</p>
        </noscript>
        <div id={PLACE}>
          <Checking />
        </div>
        <script id={PEOPLE} nonce={NONCE} type="application/json">
          {CONTACTS}
        </script>
      </body>
    </html>
  );
}
