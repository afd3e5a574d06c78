"use client";

import { createContext, useContext } from "react";
import type { Locale } from "@/lib/i18n/locale";

/** Shows the page in another language, without losing what is being written on it; resolves once it is shown. */
export type ShowLanguage = (locale: Locale) => Promise<void> | void;

const Shown = createContext<ShowLanguage>(() => location.reload());

/** Gives pages the way in which their words come: from Next, or from the files of a phone's page. */
export const ShowLanguageProvider = Shown;

/** After the choice was kept in the cookie. */
export const useShowLanguage = (): ShowLanguage => useContext(Shown);
