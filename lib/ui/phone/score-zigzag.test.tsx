import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { ScoreZigzag } from "@/lib/ui/phone/score-zigzag";

function radiosOf(value: number | null): string[] {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messagesFor("en", "du")} timeZone="UTC">
      <ScoreZigzag
        anchors={{ low: "not at all", high: "very" }}
        labelledBy="question"
        onChange={() => undefined}
        value={value}
      />
    </NextIntlClientProvider>,
  );
  return markup.match(/<button[^>]*role="radio"[^>]*>/g) ?? [];
}

describe("ScoreZigzag", () => {
  it("has eleven targets in true order, and says at the ends what they mean", () => {
    const names = radiosOf(null).map((radio) => /aria-label="([^"]*)"/.exec(radio)?.[1]);
    const between = Array.from({ length: 9 }, (_, index) => String(index + 1));
    expect(names).toEqual(["0, not at all", ...between, "10, very"]);
  });

  it("has chosen nothing by itself, and is one stop for Tab either way", () => {
    const with_ = (value: number | null, attribute: string) =>
      radiosOf(value).flatMap((radio, score) => (radio.includes(attribute) ? [score] : []));
    expect(with_(null, 'aria-checked="true"')).toEqual([]);
    expect(with_(null, 'tabindex="0"')).toEqual([0]);
    expect(with_(7, 'aria-checked="true"')).toEqual([7]);
    expect(with_(7, 'tabindex="0"')).toEqual([7]);
  });
});
