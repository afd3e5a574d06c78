import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BarChart, wrap } from "@/lib/ui/bar-chart";
import { DistributionChart } from "@/lib/ui/distribution-chart";

describe("wrap", () => {
  it("breaks at spaces and loses no word", () => {
    expect(wrap("Die Frage ist offen geblieben", 12)).toEqual([
      "Die Frage",
      "ist offen",
      "geblieben",
    ]);
    expect(wrap("Donaudampfschifffahrt ja", 5)).toEqual(["Donaudampfschifffahrt", "ja"]);
    expect(wrap("  ", 5)).toEqual([]);
  });
});

describe("BarChart", () => {
  it("says in words what it shows", () => {
    const svg = renderToStaticMarkup(
      <BarChart
        bars={[{ id: "a", label: "Viel los", value: 9, valueLabel: "9 Stimmen" }]}
        title="Lesarten"
      />,
    );
    expect(svg).toContain('aria-label="Lesarten: Viel los, 9 Stimmen"');
    expect(svg).not.toContain("NaN");
  });

  it("draws nothing impossible without bars or votes", () => {
    expect(renderToStaticMarkup(<BarChart bars={[]} title="x" />)).not.toMatch(/NaN|-\d+"/);
    const bars = [{ id: "a", label: "a", value: 0, valueLabel: "" }];
    expect(renderToStaticMarkup(<BarChart bars={bars} title="x" />)).not.toContain("NaN");
  });
});

describe("DistributionChart", () => {
  it("shows no zero counts", () => {
    const svg = renderToStaticMarkup(
      <DistributionChart
        anchors={{ low: "gar nicht", high: "sehr" }}
        series={[{ id: "after", label: "", counts: [0, 2, 0, 3, 0, 0, 0, 0, 0, 0, 1] }]}
        title="Abstand"
      />,
    );
    expect(svg).toContain('aria-label="Abstand. 1: 2, 3: 3, 10: 1"');
    expect(svg.match(/<rect/g)).toHaveLength(3);
    expect(svg).not.toContain("NaN");
  });
});
