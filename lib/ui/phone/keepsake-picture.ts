import { directionOf } from "@/lib/i18n/isolated";
import { charactersOf } from "@/lib/text";
import { type Keepsake, type KeepsakeWords, lacksStep } from "@/lib/ui/phone/keepsake";

/** How a run of words is set: the hand of the plan, or that of what stands around it. */
type Face = "own" | "quote" | "label" | "plain" | "strong" | "foot";

interface Run {
  text: string;
  face: Face;
  /** In the quieter colour. */
  quiet: boolean;
}

/** One line of text, or what divides and marks the card. `y` is the base line of text, else the upper edge. */
export type Item =
  | { type: "line"; y: number; runs: readonly Run[] }
  | { type: "rule"; y: number }
  | { type: "mark"; y: number };

export interface Layout {
  height: number;
  items: readonly Item[];
}

/** How wide this text is in this face. */
export type Measure = (text: string, face: Face) => number;

/** Size and line of each face, as on the card on screen. */
const FACES: Record<Face, { size: number; line: number; font: string }> = {
  own: { size: 22, line: 29, font: "500 22px Literata, Georgia, serif" },
  quote: { size: 20, line: 27, font: "500 20px Literata, Georgia, serif" },
  label: { size: 16, line: 24, font: '400 16px "Source Sans 3 Variable", system-ui, sans-serif' },
  plain: { size: 17, line: 25, font: '400 17px "Source Sans 3 Variable", system-ui, sans-serif' },
  strong: { size: 17, line: 25, font: '600 17px "Source Sans 3 Variable", system-ui, sans-serif' },
  foot: { size: 14, line: 20, font: '400 14px "Source Sans 3 Variable", system-ui, sans-serif' },
};

/** As wide as a phone, so that it reads like a screenshot of it. */
export const PICTURE_WIDTH = 390;
/** Paper around the card, and the card around its words. */
const MARGIN = 16;
const INSET = 22;
const LEFT = MARGIN + INSET;
const TEXT_WIDTH = PICTURE_WIDTH - 2 * LEFT;
/** Between what belongs together, and on both sides of a line that divides. */
const NEAR = 8;
const APART = 16;
const MARK = 32;

/** Where everything of a keepsake stands in its picture. Pure, but for how wide words are. */
export function layOut(keepsake: Keepsake, words: KeepsakeWords, measure: Measure): Layout {
  const { steps, notes, helpful, moves, session } = keepsake;
  const items: Item[] = [{ type: "mark", y: MARGIN + INSET }];
  let y = MARGIN + INSET;
  const put = (runs: readonly Run[], width = TEXT_WIDTH) => {
    for (const line of brokenInto(runs, width, measure)) {
      const { size, line: height } = FACES[line[0]?.face ?? "plain"];
      items.push({ type: "line", y: y + (height + size * 0.7) / 2, runs: line });
      y += height;
    }
  };
  const divide = () => {
    y += APART;
    items.push({ type: "rule", y });
    y += APART;
  };
  const say = (text: string, face: Face, quiet = false): Run => ({ text, face, quiet });

  if (steps.length > 0 || lacksStep(keepsake)) {
    put([say(words.step, "label", true)], TEXT_WIDTH - MARK);
    y += NEAR;
  }
  if (lacksStep(keepsake)) put([say(words.noStep, "plain", true)]);
  for (const [at, { sentence }] of steps.entries()) {
    if (at > 0) y += NEAR;
    put(sentence.map(({ text, isHinge }) => say(text, "own", isHinge)));
  }
  for (const [at, { prompt, text }] of notes.entries()) {
    const isFirst = at === 0 && steps.length === 0;
    if (!isFirst) divide();
    put([say(prompt, "label", true)], isFirst ? TEXT_WIDTH - MARK : TEXT_WIDTH);
    y += NEAR / 2;
    put([say(text, "quote")]);
  }
  if (helpful !== null) {
    divide();
    put([say(words.helpful, "label", true)]);
    y += NEAR / 2;
    put([say(words.quoted(helpful), "quote")]);
  }
  if (moves.length > 0) divide();
  for (const move of moves) {
    put([say(`${move.question} `, "plain"), say(words.moved(move), "strong")]);
  }
  if (session !== null) {
    y += APART;
    put([say(session, "foot", true)]);
  }
  return { height: y + INSET + MARGIN, items };
}

/** Runs in lines of this width, broken at spaces that may be; a word that is longer than a line, between characters. */
function brokenInto(runs: readonly Run[], width: number, measure: Measure): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let filled = 0;
  const end = () => {
    if (line.length > 0) lines.push(line);
    line = [];
    filled = 0;
  };
  for (const run of runs) {
    for (const text of run.text.match(/\n|[^ \t\n]+[ \t]*|[ \t]+/g) ?? []) {
      if (text === "\n") {
        end();
        continue;
      }
      for (const part of piecesOf(text, run.face, width, measure)) {
        const wide = measure(part.trimEnd(), run.face);
        if (filled > 0 && filled + wide > width) end();
        const last = line.at(-1);
        if (last && last.face === run.face && last.quiet === run.quiet) last.text += part;
        else line.push({ ...run, text: part });
        filled += measure(part, run.face);
      }
    }
  }
  end();
  return lines;
}

function piecesOf(word: string, face: Face, width: number, measure: Measure): string[] {
  if (measure(word.trimEnd(), face) <= width) return [word];
  const found: string[] = [];
  let piece = "";
  for (const character of charactersOf(word)) {
    if (piece !== "" && measure(piece + character, face) > width) {
      found.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...found, piece];
}

/** What the picture takes from the card on screen: its colours, and the drawing of the mark on a grid of 24. */
export interface KeepsakeLook {
  colours: Record<"paper" | "surface" | "ink" | "ink-2" | "line" | "edge" | "accent", string>;
  mark: readonly string[];
}

/** Drawn larger than on screen, so that it stays sharp where it is enlarged or printed. */
const SCALE = 3;
const CARD_RADIUS = 14;

/**
 * The keepsake as a picture (PNG), drawn on this device and sent nowhere; null where the browser can't. The fonts
 * are those that the page has loaded.
 */
export async function keepsakePicture(
  keepsake: Keepsake,
  words: KeepsakeWords,
  look: KeepsakeLook,
): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return null;
  // A font that can't be fetched any more is replaced by its next best.
  const fonts = Object.values(FACES).map(({ font }) => document.fonts.load(font));
  await Promise.allSettled(fonts);
  const { height, items } = layOut(keepsake, words, (text, face) => {
    context.font = FACES[face].font;
    return context.measureText(text).width;
  });
  canvas.width = PICTURE_WIDTH * SCALE;
  canvas.height = Math.ceil(height) * SCALE;
  context.scale(SCALE, SCALE);
  paintCard(context, Math.ceil(height), look);
  for (const item of items) paint(context, item, look);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function paintCard(context: CanvasRenderingContext2D, height: number, { colours }: KeepsakeLook) {
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, PICTURE_WIDTH, height);
  context.beginPath();
  context.roundRect(MARGIN, MARGIN, PICTURE_WIDTH - 2 * MARGIN, height - 2 * MARGIN, CARD_RADIUS);
  context.fillStyle = colours.surface;
  context.fill();
  context.strokeStyle = colours.edge;
  context.lineWidth = 1;
  context.stroke();
}

function paint(context: CanvasRenderingContext2D, item: Item, { colours, mark }: KeepsakeLook) {
  switch (item.type) {
    case "rule":
      context.fillStyle = colours.line;
      context.fillRect(LEFT, item.y, TEXT_WIDTH, 1);
      return;
    case "mark":
      context.save();
      context.translate(PICTURE_WIDTH - LEFT - MARK, item.y);
      context.scale(MARK / 24, MARK / 24);
      context.strokeStyle = colours.accent;
      context.lineWidth = 1.75;
      context.lineCap = "round";
      for (const path of mark) context.stroke(new Path2D(path));
      context.restore();
      return;
    case "line":
      paintLine(context, item, colours);
  }
}

function paintLine(
  context: CanvasRenderingContext2D,
  { runs, y }: Extract<Item, { type: "line" }>,
  colours: KeepsakeLook["colours"],
) {
  const whole = runs.map(({ text }) => text).join("");
  if (directionOf(whole) === "rtl") {
    // As one: in pieces its words would stand in the wrong order.
    context.direction = "rtl";
    context.font = FACES[runs[0]?.face ?? "plain"].font;
    context.fillStyle = colours.ink;
    context.fillText(whole, PICTURE_WIDTH - LEFT, y);
    return;
  }
  context.direction = "ltr";
  let x = LEFT;
  for (const { text, face, quiet } of runs) {
    context.font = FACES[face].font;
    context.fillStyle = quiet ? colours["ink-2"] : colours.ink;
    context.fillText(text, x, y);
    x += context.measureText(text).width;
  }
}
