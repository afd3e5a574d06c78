import { createTranslator, NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { type ReceiptAbout, ReceiptDetails } from "@/lib/ui/receipt";

const messages = messagesFor("de", "du");
const t = createTranslator({ locale: "de", messages, namespace: "receipt" });

function written(about: ReceiptAbout): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages} timeZone="UTC">
      <ReceiptDetails about={about} onClose={() => undefined} open />
    </NextIntlClientProvider>,
  );
}

describe("Receipt", () => {
  it("promises five people only where a small group can't be chosen any more", () => {
    expect(written("joining")).toContain(t("thresholdEither"));
    expect(written("joining")).not.toContain(t("threshold"));
    expect(written("text")).toContain(t("threshold"));
    expect(written("smallGroup")).toContain(t("thresholdSmall"));
  });
});
