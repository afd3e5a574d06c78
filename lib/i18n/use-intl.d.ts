import type { Locale } from "@/lib/i18n/locale";
import type { Catalogue } from "@/lib/i18n/messages";

declare module "use-intl" {
  /** Lets the compiler know every text, so that a key that is not there is an error. */
  interface AppConfig {
    Locale: Locale;
    Messages: Catalogue;
  }
}
