"use client";

import "@/lib/client/zod-setup";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { asksForView, hear, PREVIEW_PATH, tell } from "@/app/preview/handed-view";
import type { PreviewScreenName } from "@/app/preview/screens";
import type { SessionView } from "@/lib/session/view-schema";

/** How large each screen is drawn before it is made small: laid out in small it would be another one. */
const SIZES: Record<PreviewScreenName, { width: number; height: number }> = {
  phone: { width: 390, height: 760 },
  stage: { width: 1920, height: 1080 },
  console: { width: 1280, height: 760 },
};

export interface PreviewFrameProps {
  screen: PreviewScreenName;
  /** What it shows; null as long as that isn't known. */
  view: SessionView | null;
  title: string;
}

/** A screen in its own size, made as small as there is room. It is looked at and takes no input. */
export function PreviewFrame({ screen, view, title }: PreviewFrameProps) {
  const { width, height } = SIZES[screen];
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [scale, setScale] = useState(0);
  useLayoutEffect(() => {
    const around = box.current;
    if (!around) return;
    const observer = new ResizeObserver(() => setScale(around.clientWidth / width));
    observer.observe(around);
    return () => observer.disconnect();
  }, [width]);
  useEffect(() => {
    if (view === null) return;
    const inside = () => frame.current?.contentWindow ?? null;
    const hand = () => {
      const preview = inside();
      if (preview) tell(preview, { screen, view });
    };
    // It may be listening already; else it asks once it does.
    hand();
    return hear(inside, (message) => {
      if (asksForView.safeParse(message).success) hand();
    });
  }, [screen, view]);
  return (
    <div
      className="relative w-full overflow-hidden rounded-card border border-edge bg-paper"
      ref={box}
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      <iframe
        className="absolute top-0 left-0 origin-top-left border-0"
        inert
        loading="lazy"
        ref={frame}
        src={PREVIEW_PATH}
        style={{ width, height, transform: `scale(${scale})` }}
        title={title}
      />
    </div>
  );
}
