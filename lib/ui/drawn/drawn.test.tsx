import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Arc } from "@/lib/ui/drawn/arc";
import { OpenStack } from "@/lib/ui/drawn/open-stack";
import { Ring } from "@/lib/ui/drawn/ring";
import { Stack } from "@/lib/ui/drawn/stack";

/** Nobody, one, rooms of today, and both sides of where a sheet or a chair stands for two. */
const ROOMS = [0, 1, 9, 14, 24, 25, 60];
const drawnFor = (people: number) => (people < 25 ? people : Math.ceil(people / 2));
/** More than one hall holds. */
const CROWDS = [61, 300, 5_000];

const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;
/** Sheets are filled and closed; ticks are pairs of short lines in the colour of edges. */
const sheets = (svg: string) => count(svg, /z" fill="var\(--surface\)"/g);
const ticks = (svg: string) => count(svg, /stroke="var\(--edge\)"/g);

/** The lowest and the highest line of a drawing, and the frame that it has to stand in. */
function heights(svg: string) {
  const [, top = "", height = ""] = /viewBox="\S+ (\S+) \S+ (\S+)"/.exec(svg) ?? [];
  const ys = [...svg.matchAll(/[ML]\s?-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y));
  return { top: Number(top), bottom: Number(top) + Number(height), ys };
}

describe("Stack", () => {
  it.each(ROOMS)("has a sheet for each who is done and a tick for each who isn't, of %i", (of) => {
    for (const done of new Set([0, Math.floor(of / 2), of])) {
      const svg = renderToStaticMarkup(<Stack done={done} of={of} />);
      const expected = of < 25 ? done : Math.ceil(done / 2);
      expect(sheets(svg)).toBe(expected);
      expect(ticks(svg)).toBe(drawnFor(of) - expected);
    }
  });

  it.each([...ROOMS, ...CROWDS])("stays in its frame with %i", (of) => {
    const { top, bottom, ys } = heights(renderToStaticMarkup(<Stack done={of} of={of} />));
    expect(Math.min(...ys)).toBeGreaterThan(top);
    expect(Math.max(...ys)).toBeLessThan(bottom);
  });

  it.each(CROWDS)("is no higher with %i than with sixty, so that it stays on the stage", (of) => {
    const svg = renderToStaticMarkup(<Stack done={of} of={of} />);
    expect(sheets(svg)).toBeLessThanOrEqual(30);
    expect(sheets(renderToStaticMarkup(<Stack done={1} of={of} />))).toBe(1);
    const sixty = heights(renderToStaticMarkup(<Stack done={60} of={60} />));
    expect(heights(svg).top).toBeGreaterThanOrEqual(sixty.top);
  });

  it("is as high with half of the people as with all: nothing jumps while they finish", () => {
    const [half, all] = [7, 14].map((done) =>
      heights(renderToStaticMarkup(<Stack done={done} of={14} />)),
    );
    expect(half?.top).toBe(all?.top);
  });
});

describe("Ring", () => {
  it.each(ROOMS)("has a chair for each of %i, all alike, and one more that is free", (joined) => {
    const svg = renderToStaticMarkup(<Ring joined={joined} />);
    expect(count(svg, /M-9 -24v40/g)).toBe(drawnFor(joined) + 1);
    expect(count(svg, /stroke="var\(--accent\)"/g)).toBe(1);
  });

  it.each(CROWDS)("has room for %i", (joined) => {
    const svg = renderToStaticMarkup(<Ring joined={joined} />);
    expect(count(svg, /M-9 -24v40/g)).toBeLessThanOrEqual(31);
  });
});

describe("OpenStack", () => {
  it.each(ROOMS.slice(1))(
    "has a sheet for each of %i cards, in large rooms for several",
    (cards) => {
      const svg = renderToStaticMarkup(<OpenStack count={cards} most={cards} />);
      expect(sheets(svg)).toBe(drawnFor(cards));
    },
  );

  it.each([...ROOMS, ...CROWDS])("stays in its frame beside a stack of %i", (most) => {
    const { top, bottom, ys } = heights(
      renderToStaticMarkup(<OpenStack count={most} most={most} />),
    );
    expect(Math.min(...ys)).toBeGreaterThan(top);
    expect(Math.max(...ys)).toBeLessThan(bottom);
  });

  it("stands on the base of the one beside it, at the same scale", () => {
    const [small, high] = [3, 9].map((count) =>
      heights(renderToStaticMarkup(<OpenStack count={count} most={9} />)),
    );
    expect([small?.top, small?.bottom]).toEqual([high?.top, high?.bottom]);
    expect(Math.min(...(small?.ys ?? []))).toBeGreaterThan(Math.min(...(high?.ys ?? [])));
  });
});

describe("Arc", () => {
  const all = Array.from({ length: 11 }, (_, value) => value);
  const drawn = (before: number, after: number, own = false) =>
    renderToStaticMarkup(
      <Arc last={10} own={own ? { before, after } : null} room={{ before, after }} size="narrow" />,
    );

  it("has an open circle, a filled one and both numbers wherever the room stood", () => {
    for (const before of all) {
      for (const after of all) {
        const svg = drawn(before, after);
        expect(count(svg, /<circle/g)).toBe(2);
        expect(count(svg, /<text/g)).toBe(before === after ? 1 : 2);
        expect(count(svg, /\dC/g)).toBe(before === after ? 0 : 1);
        expect(svg).not.toMatch(/NaN|undefined/);
      }
    }
  });

  it("marks what is one's own only where that was asked for", () => {
    expect(count(drawn(7, 5, true), /<circle/g)).toBe(3);
    expect(drawn(7, 5)).not.toBe(drawn(7, 5, true));
  });
});
