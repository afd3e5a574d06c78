"use client";

import { useState } from "react";
import { download } from "@/lib/ui/download";
import { pngOf } from "@/lib/ui/png";

/** Hands SVG images over as files; `name` is the file's, without an extension. */
export function useImageFiles() {
  const [failed, setFailed] = useState(false);
  return {
    svg(image: string, name: string) {
      setFailed(false);
      download(`${name}.svg`, new Blob([image], { type: "image/svg+xml" }));
    },
    async png(image: string, name: string) {
      const png = await pngOf(image);
      setFailed(png === null);
      if (png) download(`${name}.png`, png);
    },
    /** Whether the browser could not draw the last one. */
    failed,
  };
}
