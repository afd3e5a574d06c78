import { type AbstractIntlMessages, NextIntlClientProvider, useTranslations } from "next-intl";
import { Component, type ReactNode, useCallback, useEffect, useState } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { ShowLanguageProvider } from "@/lib/i18n/shown-language";
import { Participant } from "@/lib/phone/participant";
import type { WayIn } from "@/lib/phone/way-in";
import { loadWords } from "@/lib/phone/words-of-phones";
import type { HelpContact } from "@/lib/session/help-contacts";
import { BrokenPage } from "@/lib/ui/broken-page";
import { HelpContactsProvider } from "@/lib/ui/phone/help-contacts-provider";

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** What is said in one language. */
export interface Spoken {
  locale: Locale;
  words: AbstractIntlMessages;
}

export interface PhonePageProps {
  wayIn: WayIn;
  contacts: readonly HelpContact[];
  spoken: Spoken;
}

/** A participant's phone, from the code to the take-home: one address for all of it. */
export function PhonePage({ wayIn, contacts, spoken: first }: PhonePageProps) {
  const [{ locale, words }, setSpoken] = useState(first);
  const show = useCallback(async (wanted: Locale) => {
    // Without a network it stays as it is, and the choice counts from the next time on.
    const found = await loadWords(wanted).catch(() => null);
    if (found) setSpoken({ locale: wanted, words: found });
  }, []);
  return (
    <NextIntlClientProvider locale={locale} messages={words} timeZone={timeZone}>
      <DocumentIn locale={locale} />
      <ShowLanguageProvider value={show}>
        <WhereItBreaks>
          <HelpContactsProvider contacts={contacts}>
            <Participant wayIn={wayIn} />
          </HelpContactsProvider>
        </WhereItBreaks>
      </ShowLanguageProvider>
    </NextIntlClientProvider>
  );
}

/** What the document says of itself, in the language that is shown. */
function DocumentIn({ locale }: { locale: Locale }) {
  const t = useTranslations();
  const title = `${t("join.pageTitle")} · ${t("common.appName")}`;
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = title;
  }, [locale, title]);
  return null;
}

/** React has no hook for it. */
class WhereItBreaks extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return <BrokenPage onAgain={() => this.setState({ isBroken: false })} />;
  }
}
