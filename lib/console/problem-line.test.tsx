import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ProblemLine } from "@/lib/console/problem-line";
import { refusalCode } from "@/lib/errors";
import { LOCALES } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";

describe("ProblemLine", () => {
  it.each(LOCALES)("has a sentence for each refusal, %s", (locale) => {
    const sentences = refusalCode.options.map((problem) =>
      renderToStaticMarkup(
        <NextIntlClientProvider
          locale={locale}
          messages={messagesFor(locale, "du")}
          onError={(error) => {
            throw error;
          }}
          timeZone="UTC"
        >
          <ProblemLine online problem={problem} />
        </NextIntlClientProvider>,
      ),
    );
    for (const sentence of sentences) expect(sentence).toMatch(/\.<\/p>/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
