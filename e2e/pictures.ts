import type { Page } from "@playwright/test";

/**
 * Of 255, and so no eye sees it: by what it has drawn before, Chromium rounds the edge of a corner one way or
 * the other.
 */
const ROUNDING = 2;

/** Whether two pictures show the same, pixel for pixel; `page` is any page, in which they are looked at. */
export async function isSamePicture(page: Page, one: Buffer, other: Buffer): Promise<boolean> {
  if (one.equals(other)) return true;
  return page.evaluate(
    async ({ pictures, rounding }) => {
      const [first, second] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const { width, height } = bitmap;
          const context = new OffscreenCanvas(width, height).getContext("2d");
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, width, height);
        }),
      );
      if (!first || !second || first.width !== second.width || first.height !== second.height)
        return false;
      return first.data.every((value, at) => Math.abs(value - (second.data[at] ?? 0)) <= rounding);
    },
    { pictures: [one, other].map((picture) => picture.toString("base64")), rounding: ROUNDING },
  );
}

/**
 * What the screen is made of in sight: without what is folded away, and without ids, which count what a page has
 * shown so far.
 */
export async function markup(phone: Page): Promise<string> {
  const html = await phone.getByRole("main").evaluate((main) => {
    const seen = document.importNode(main, true);
    const folded = seen.querySelectorAll("details:not([open]) > :not(summary)");
    for (const part of folded) part.remove();
    return seen.innerHTML;
  });
  return html.replaceAll(/ (id|for|aria-controls|aria-labelledby|name)="[^"]*"/g, "");
}
