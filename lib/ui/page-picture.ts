import { base64Of } from "@/lib/client/base64";
import { knownToXml } from "@/lib/ui/known-to-xml";

const SVG = "http://www.w3.org/2000/svg";
const XHTML = "http://www.w3.org/1999/xhtml";

/** Pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** A rule of a font by what it shares with the face that the browser made of it. */
const faceOf = (
  family: string,
  { weight, style, range }: { weight: string; style: string; range: string },
): string =>
  [family.replaceAll(/["']/g, ""), weight || "normal", style || "normal", range || "U+0-10FFFF"]
    .join("|")
    .toLowerCase()
    .replaceAll(/\s/g, "");

/** The faces that this page shows something in. */
const facesInUse = (): ReadonlySet<string> =>
  new Set(
    [...document.fonts]
      .filter(({ status }) => status === "loaded")
      .map(({ family, weight, style, unicodeRange }) =>
        faceOf(family, { weight, style, range: unicodeRange }),
      ),
  );

/**
 * The rules by which this page looks as it does, with the fonts in them that it uses: an image gets nothing from
 * elsewhere. The page's fonts have to be there already.
 */
export async function looksOfPage(): Promise<string> {
  const inUse = facesInUse();
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })),
  );
  const texts = await Promise.all(
    rules.map(async ({ rule, base }) => {
      if (!(rule instanceof CSSFontFaceRule)) return rule.cssText;
      const own = (name: string) => rule.style.getPropertyValue(name);
      const face = faceOf(own("font-family"), {
        ...{ weight: own("font-weight"), style: own("font-style") },
        range: own("unicode-range"),
      });
      return inUse.has(face) ? await withItsFont(rule.cssText, base) : "";
    }),
  );
  return texts.join("\n");
}

/** A rule with the font itself in the place of its address; as it is where it names none. */
async function withItsFont(rule: string, base: string): Promise<string> {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(rule)?.[1];
  if (address === undefined) return rule;
  const response = await fetch(new URL(address, base));
  const font = base64Of(new Uint8Array(await response.arrayBuffer()));
  return rule.replace(/url\([^)]+\)/, `url("data:font/woff2;base64,${font}")`);
}

/**
 * An element of this page as an SVG image of this size, with the page's looks (`looksOfPage`). What is drawn is HTML, so
 * that only browsers show it: it is made to become pixels.
 */
export function pictureOfElement(
  element: HTMLElement,
  looks: string,
  { width, height }: PictureSize,
): string {
  const image = document.createElementNS(SVG, "svg");
  image.setAttribute("width", String(width));
  image.setAttribute("height", String(height));
  image.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const frame = document.createElementNS(SVG, "foreignObject");
  frame.setAttribute("width", "100%");
  frame.setAttribute("height", "100%");
  // What a page's own root and body say holds for what is in them, here as there.
  const root = document.documentElement.cloneNode(false);
  const body = document.body.cloneNode(false);
  const style = document.createElementNS(XHTML, "style");
  style.textContent = looks;
  const copy = element.cloneNode(true);
  if (copy instanceof HTMLElement) {
    copy.style.cssText = `width:${width}px;height:${height}px;border:0;border-radius:0`;
  }
  body.appendChild(copy);
  root.appendChild(style);
  root.appendChild(body);
  frame.append(root);
  image.append(frame);
  return knownToXml(new XMLSerializer().serializeToString(image));
}
