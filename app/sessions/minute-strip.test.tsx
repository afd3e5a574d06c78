import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MinuteStrip } from "@/app/sessions/minute-strip";

const numbers = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(` ${name}="([\\d.]+)"`, "g"))].map(([, found]) => Number(found));

test("a part is as wide as its minutes, beside the others, and the strip ends with the last", () => {
  const svg = renderToStaticMarkup(<MinuteStrip minutes={[5, 10, 2]} />);
  const [widths, xs] = [numbers(svg, "width"), numbers(svg, "x")];
  expect(widths).toHaveLength(3);
  expect((widths[1] ?? 0) / (widths[0] ?? 0)).toBeCloseTo(2);
  const ends = widths.map((width, at) => width + (xs[at] ?? 0));
  expect(xs[1]).toBeGreaterThan(ends[0] ?? 0);
  expect(ends[2]).toBeCloseTo(Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]));
});

test("only the longest part is the darkest", () => {
  const svg = renderToStaticMarkup(<MinuteStrip minutes={[5, 10, 2]} />);
  expect(svg.match(/--chart-\d/g)).toEqual(["--chart-2", "--chart-1", "--chart-4"]);
});
