"use client";

import { useState } from "react";
import { useOneAtATime } from "@/app/use-one-at-a-time";
import { download } from "@/lib/ui/download";
import { looksOfPage, pictureOfElement } from "@/lib/ui/page-picture";
import { pngOf } from "@/lib/ui/png";

/** As large as the projector's picture that everything is drawn for. */
const SIZE = { width: 1920, height: 1080 };

/** The first moment that a zip knows: equal pictures are equal bytes. */
const NO_TIME = new Date(1980, 0, 1);

/** A picture that is shown on this page, or an SVG image, by the name that its file gets. */
export type PictureToPack = { name: string; element: HTMLElement } | { name: string; svg: string };

/** The file while it is made, or that it could not be. */
export interface ZipAttempt {
  is: "making" | "failed";
  /** So many of its pictures are made. */
  step: { step: "picture"; at: number; of: number } | null;
}

/** Makes pictures of this page into one file of PNGs, in the browser; it can be given up between any two of them. */
export function usePicturesZip() {
  const [attempt, setAttempt] = useState<ZipAttempt | null>(null);
  const work = useOneAtATime();

  async function make(fileName: string, pictures: readonly PictureToPack[]) {
    const signal = work.begin();
    setAttempt({ is: "making", step: null });
    const files = await filesOf(pictures, signal, (at) =>
      setAttempt({ is: "making", step: { step: "picture", at, of: pictures.length } }),
    ).catch(() => null);
    if (signal.aborted) return;
    if (files === null) return setAttempt({ is: "failed", step: null });
    // Pictures are packed already.
    const { zipSync } = await import("fflate");
    const zip = zipSync(files, { mtime: NO_TIME, level: 0 });
    download(`${fileName}.zip`, new Blob([new Uint8Array(zip)], { type: "application/zip" }));
    setAttempt(null);
  }

  function giveUp() {
    work.giveUp();
    setAttempt(null);
  }

  return { attempt, make, giveUp };
}

/** All pictures by the names of their files; null where the browser can't draw one of them. */
async function filesOf(
  pictures: readonly PictureToPack[],
  signal: AbortSignal,
  onNext: (at: number) => void,
): Promise<Record<string, Uint8Array> | null> {
  await document.fonts.ready;
  const looks = await looksOfPage();
  const files: Record<string, Uint8Array> = {};
  for (const [at, picture] of pictures.entries()) {
    if (signal.aborted) return null;
    onNext(at + 1);
    const png =
      "svg" in picture
        ? await pngOf(picture.svg)
        : await pngOf(pictureOfElement(picture.element, looks, SIZE), 1);
    if (png === null) return null;
    files[`${picture.name}.png`] = new Uint8Array(await png.arrayBuffer());
    if ("svg" in picture) files[`${picture.name}.svg`] = new TextEncoder().encode(picture.svg);
  }
  return files;
}
