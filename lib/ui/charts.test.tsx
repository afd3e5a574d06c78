import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { BarChart, wrap } from "@/lib/ui/bar-chart";
import { DistributionChart } from "@/lib/ui/distribution-chart";

describe("wrap", () => {
  it("breaks at spaces and loses no word", () => {
    expect(wrap("Die Frage ist offen geblieben", 12)).toEqual([
      "Die Frage",
      "ist offen",
      "geblieben",
    ]);
    // A name without a space would leave the picture.
    expect(wrap("Donaudampfschifffahrt ja", 8)).toEqual(["Donaudam", "pfschiff", "fahrt ja"]);
    expect(wrap("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 12)).toEqual(["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]);
    expect(wrap("  ", 5)).toEqual([]);
  });
});

describe("BarChart", () => {
  it("says in words what it shows", () => {
    const svg = renderToStaticMarkup(
      <BarChart
        bars={[{ id: "a", label: "Viel los", value: 9, valueLabel: "9 Stimmen" }]}
        title="Sichtweisen"
      />,
    );
    expect(svg).toContain('aria-label="Sichtweisen: Viel los, 9 Stimmen"');
    expect(svg).not.toContain("NaN");
  });

  it("20: keeps the direction of people's words, and of what is said about them", () => {
    const label = "לא ענו לי אחרי 3 שבועות, XING.";
    const bars = [
      { id: "a", label, value: 2, valueLabel: "2 von 3" },
      { id: "b", label: "Zeit", value: 1, valueLabel: "1 von 3" },
    ];
    const svg = renderToStaticMarkup(<BarChart bars={bars} title="Ergebnis" width={300} />);
    // Each of its lines, the one that begins with a Latin word too.
    expect(svg.match(/direction="rtl"[^>]*text-anchor="end"/g)).toHaveLength(2);
    expect(svg).toMatch(/direction="ltr"[^>]*text-anchor="start"[^>]*>Zeit</);
    expect(svg).toContain(`\u2068${label}\u2069 2 von 3; Zeit, 1 von 3`);
  });

  it("draws nothing impossible without bars or votes", () => {
    expect(renderToStaticMarkup(<BarChart bars={[]} title="x" />)).not.toMatch(/NaN|-\d+"/);
    const bars = [{ id: "a", label: "a", value: 0, valueLabel: "" }];
    expect(renderToStaticMarkup(<BarChart bars={bars} title="x" />)).not.toContain("NaN");
  });
});

function distribution(title: string, counts: readonly number[]): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messagesFor("de", "du")} timeZone="UTC">
      <DistributionChart
        anchors={{ low: "gar nicht", high: "sehr" }}
        counts={counts}
        title={title}
        width={440}
      />
    </NextIntlClientProvider>,
  );
}

describe("29: the names of charts", () => {
  it("are sentences also where the title is a question or a label ends with a mark", () => {
    expect(distribution("Wie persönlich nimmst du es?", [0, 0, 0, 0, 0, 4])).toContain(
      'aria-label="Wie persönlich nimmst du es? 4 Antworten bei 5"',
    );
    const bars = [
      { id: "a", label: "Vielleicht war viel los.", value: 2, valueLabel: "2 von 3" },
      { id: "b", label: "Zeit", value: 1, valueLabel: "1 von 3" },
    ];
    expect(renderToStaticMarkup(<BarChart bars={bars} title="Ergebnis" />)).toContain(
      'aria-label="Ergebnis: Vielleicht war viel los. 2 von 3; Zeit, 1 von 3"',
    );
  });
});

describe("DistributionChart", () => {
  it("shows no zero counts", () => {
    const svg = distribution("Abstand", [0, 2, 0, 3, 0, 0, 0, 0, 0, 0, 1]);
    expect(svg).toContain(
      'aria-label="Abstand: 2 Antworten bei 1, 3 Antworten bei 3, eine Antwort bei 10"',
    );
    expect(svg.match(/<rect/g)).toHaveLength(3);
    expect(svg).not.toContain("NaN");
  });
});
