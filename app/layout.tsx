import "@fontsource-variable/source-sans-3/index.css";
import "@fontsource/literata/latin-500.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ShownByNext } from "@/app/shown-by-next";
import { sentMessages } from "@/lib/i18n/messages";
import { THEME_COLOURS } from "@/lib/ui/page-head";
import { StyleNonce } from "@/lib/ui/style-nonce";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return {
    title: { default: t("common.appName"), template: `%s · ${t("common.appName")}` },
    description: t("pages.description"),
    // A room's pages belong to the people in it, not to a search engine.
    robots: { index: false, follow: false },
    // Not `no-referrer`: with that, forms post `Origin: null`, which our own server refuses.
    referrer: "same-origin",
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: THEME_COLOURS,
};

/** The outermost frame: language, fonts, and the two sentences for browsers that cannot go on. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // The nonce of the content security policy is new for each request, so no page is static.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const locale = await getLocale();
  const t = await getTranslations();
  const { everywhere } = sentMessages(await getMessages());
  return (
    <html lang={locale}>
      <head>{nonce ? <StyleNonce nonce={nonce} /> : null}</head>
      <body>
        <p className="browser-too-old">{t("pages.browserTooOld")}</p>
        <noscript>
          <p className="p-4 text-lg">{t("pages.noScript")}</p>
        </noscript>
        <NextIntlClientProvider messages={everywhere}>
          <ShownByNext>{children}</ShownByNext>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
