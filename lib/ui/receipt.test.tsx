import { createTranslator, NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { type ReceiptAbout, ReceiptDetails, ShortReceipt } from "@/lib/ui/receipt";

const messages = messagesFor("de", "du");
const t = createTranslator({ locale: "de", messages, namespace: "receipt" });

const markupOf = (receipt: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages} timeZone="UTC">
      {receipt}
    </NextIntlClientProvider>,
  );

const written = (about: ReceiptAbout): string =>
  markupOf(<ReceiptDetails about={about} onClose={() => undefined} open />);

describe("Receipt", () => {
  it("promises five people only where a small group can't be chosen any more", () => {
    expect(written("joining")).toContain(t("thresholdEither"));
    expect(written("joining")).not.toContain(t("threshold"));
    expect(written("text")).toContain(t("threshold"));
    expect(written("smallGroup")).toContain(t("thresholdSmall"));
  });

  it("has the whole sentence and who runs the server no further than one tap from the short one", () => {
    for (const about of ["text", "scores", "votes", "checks"] as const) {
      expect(markupOf(<ShortReceipt about={about} />)).toContain(`>${t("more")}</button>`);
      expect(written(about)).toContain(t(about));
      expect(written(about)).toContain(t("limitOperator"));
    }
    expect(written("local")).toContain(t("local"));
  });
});
