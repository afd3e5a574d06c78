import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, isLocale, LOCALE_COOKIE } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";

/** What next-intl asks for once per request; named in `next.config.js`. */
export default getRequestConfig(async ({ locale: wanted }) => {
  const locale = isLocale(wanted)
    ? wanted
    : chooseLocale(
        (await cookies()).get(LOCALE_COOKIE)?.value,
        (await headers()).get("accept-language"),
      );
  return {
    locale,
    messages: messagesFor(locale, "du"),
    // Named, so that server and browser agree while hydrating. Clock times are shown in the
    // device's own zone by `ClockTime`.
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
});
