import { fontFiles } from "@/exports/fonts";

/** Twice as many pixels as a drawing has units, which is sharp on paper and on a projector. */
const PIXELS_PER_UNIT = 2;

/** A drawing as pixels, and how large it is in the units of the screens. */
export interface Pixels {
  png: Buffer;
  width: number;
  height: number;
}

/**
 * Makes drawings into pixels, for programs that show no SVG. Null where this machine has no build of what does it: the
 * words beside a drawing say the same.
 */
export async function pixelsOf(root: string): Promise<(svg: string) => Pixels | null> {
  const found = await import("@resvg/resvg-js").catch(() => null);
  if (!found) return () => null;
  const font = {
    fontFiles: fontFiles(root),
    loadSystemFonts: false,
    defaultFontFamily: "Source Sans 3",
  };
  return (svg) => {
    const drawn = new found.Resvg(svg, {
      font,
      fitTo: { mode: "zoom", value: PIXELS_PER_UNIT },
    }).render();
    return {
      png: drawn.asPng(),
      width: drawn.width / PIXELS_PER_UNIT,
      height: drawn.height / PIXELS_PER_UNIT,
    };
  };
}
