/** Pixels of a PNG for each pixel of an image: sharp on a projector, and in a document. */
const SHARP = 2;

/** The largest canvas that every browser of ours draws. */
const CANVAS_PIXELS_MAX = 16_000_000;

/** Where an image element finds an SVG image. Not a blob: of one that holds HTML, browsers give no pixels back. */
export const addressOfSvg = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/**
 * An SVG image as PNG, drawn by the browser with so many pixels for each of the image's, or as many as it can; null where
 * it can't. The image needs nothing from elsewhere.
 */
export async function pngOf(svg: string, pixelsPerPixel = SHARP): Promise<Blob | null> {
  try {
    const image = new Image();
    image.src = addressOfSvg(svg);
    await image.decode();
    const canvas = document.createElement("canvas");
    const pixels = image.naturalWidth * image.naturalHeight;
    const scale = Math.min(pixelsPerPixel, Math.sqrt(CANVAS_PIXELS_MAX / pixels));
    canvas.width = Math.floor(image.naturalWidth * scale);
    canvas.height = Math.floor(image.naturalHeight * scale);
    const context = canvas.getContext("2d");
    if (context === null) return null;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } catch {
    return null;
  }
}
