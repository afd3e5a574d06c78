import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { emptyBoard, type Place } from "@/lib/documents/place";
import { messagesFor } from "@/lib/i18n/messages";
import { Board } from "@/lib/ui/console/board";
import type { BoardColumn } from "@/lib/ui/console/board-state";

const cards = ["Erste", "Zweite", "Dritte"].map((text, at) => ({
  id: `${at}`,
  text,
  notForStage: false,
}));

/** As text: tags fall away, what is only for keys and readers stays. */
function shown(columns: BoardColumn[], placed: Record<string, string>, columnsMax = 12): string {
  const places = Object.entries(placed).map(([id, to]): [string, Place] => [id, [to, "a0", 0, 0]]);
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messagesFor("de", "du")} timeZone="Europe/Berlin">
      <Board
        cards={cards}
        columns={columns}
        columnsMax={columnsMax}
        nameMax={60}
        newId={() => "new"}
        onSpotlight={() => {}}
        places={{
          content: { ...emptyBoard, cards: new Map(places) },
          ...{ state: "saved", hasLost: false, change: () => {}, now: () => emptyBoard },
        }}
        send={async () => true}
        spotlit={null}
        title="Tafel"
        words={{
          loose: "Noch offen",
          fresh: "Neues Thema",
          name: "Name",
          remove: "Entfernen",
          full: "Mehr geht nicht.",
          note: "Kleine kommen zusammen.",
        }}
      />
    </NextIntlClientProvider>,
  );
  return markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

const named = (...names: string[]) => names.map((name) => ({ id: name, name, colour: null }));

describe("Board", () => {
  it("has every card once, with a key and a count on each column", () => {
    const text = shown(named("Stille", "Absage"), { 1: "Absage" });
    expect(text).toContain("2 offen von 3");
    expect(text).toContain("0 Noch offen 2 2 Karten Erste Dritte");
    expect(text).toContain("1 Stille 0 0 Karten 2 Absage 1 1 Karte Zweite");
    expect(text).toContain("Neues Thema 3");
  });

  it("says a column's colour beside its name, which has a shape, too", () => {
    const column = { id: "Stille", name: "Stille", colour: "ochre" as const };
    expect(shown([column], {})).toContain("1 Ocker: Stille 0");
  });

  it("offers no new column where there are as many as there may be", () => {
    const text = shown(named("Stille", "Absage"), {}, 2);
    expect(text).toContain("Mehr geht nicht.");
    expect(text).not.toContain("Neues Thema");
  });

  it("loses no card whose column has gone", () => {
    expect(shown([], { 1: "gone" })).toContain("3 offen von 3");
  });
});
