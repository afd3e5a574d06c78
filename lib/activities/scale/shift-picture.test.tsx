import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { shiftOf } from "@/lib/activities/scale/shift";
import { ShiftPicture } from "@/lib/activities/scale/shift-picture";
import { messagesFor } from "@/lib/i18n/messages";
import { K_SCORES } from "@/lib/session/state";
import type { Pair } from "@/lib/ui/drawn/arc";

/** Pairs in each band before and after, of which every other one went up. */
const pairs = (n: number) =>
  Array.from({ length: n }, (_, at) =>
    at % 2 === 0 ? { before: 2, score: 8 } : { before: 8, score: 2 },
  );

interface Told {
  wasFirstShown?: boolean;
  own?: Pair | null;
}

function picture(all: ReturnType<typeof pairs>, { wasFirstShown = false, own = null }: Told = {}) {
  const shift = shiftOf(all, K_SCORES, wasFirstShown);
  if (shift === null) throw new Error("Too few pairs for anything");
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messagesFor("de", "du")} timeZone="UTC">
      <ShiftPicture anchors={{ low: "gar nicht", high: "sehr" }} own={own} shift={shift} />
    </NextIntlClientProvider>,
  );
}

describe("how the pairs moved, as phones show it", () => {
  it("is an arc from five on, bands beside it from ten, and a mean from twenty", () => {
    const shown = [9, 10, 19, 20].map((n) => picture(pairs(n)));
    expect(shown.map((html) => html.includes("<svg"))).toEqual([true, true, true, true]);
    expect(shown.map((html) => html.includes("<dl"))).toEqual([false, true, true, true]);
    expect(shown.map((html) => html.includes("Konfidenz"))).toEqual([false, false, false, true]);
  });

  it("is in words alone where a drawing would tell what single people answered", () => {
    const unanimous = picture(Array.from({ length: 12 }, () => ({ before: 6, score: 4 })));
    expect(unanimous).toContain("Alle Paare änderten sich gleich");
    expect(unanimous).not.toContain("<svg");
    const shownBefore = picture(pairs(12), { wasFirstShown: true });
    expect(shownBefore).toContain("6 niedriger · 6 höher");
    expect(shownBefore).not.toContain("<svg");
    // One of seven went up: with the others merged nothing is left to say.
    const merged = [...pairs(6).map(() => ({ before: 8, score: 2 })), { before: 2, score: 8 }];
    expect(picture(merged, { wasFirstShown: true })).toContain("Wird nicht gezeigt.");
    expect(shownBefore).not.toContain("Wird nicht gezeigt.");
  });

  it("draws nothing of anybody's own unless it is handed in", () => {
    const circles = (html: string) => html.match(/<circle/g)?.length;
    expect(circles(picture(pairs(7)))).toBe(2);
    expect(circles(picture(pairs(7), { own: { before: 8, after: 5 } }))).toBe(3);
  });
});
