/** The languages of the chrome. Content stays in the language it was written in. */
export const LOCALES = ["de", "en"] as const;

export type Locale = (typeof LOCALES)[number];

/**
 * Where neither the cookie nor the browser names a language we have: more people read English. Inside a
 * session its own language takes the place (`useSessionLanguage`).
 */
export const DEFAULT_LOCALE: Locale = "en";

export const LOCALE_COOKIE = "aufwind-locale";

/** A year: whoever chose a language once does not want to be asked again. */
export const LOCALE_COOKIE_SECONDS = 365 * 24 * 60 * 60;

/** Narrows any text, such as a cookie's value, to a language we have. */
export function isLocale(value: string | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * Picks the language of a request: the device's own choice first, then the browser's preferences
 * in their order, then English.
 */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters
        .map((parameter) => parameter.trim())
        .find((p) => p.startsWith("q="));
      const weight = quality === undefined ? 1 : Number(quality.slice(2));
      return { language: tag.split("-")[0], weight: Number.isNaN(weight) ? 0 : weight };
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    if (isLocale(language)) return language;
  }
  return DEFAULT_LOCALE;
}
