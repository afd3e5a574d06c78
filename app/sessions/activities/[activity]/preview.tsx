"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import {
  type PreviewScreenName,
  previewScreens,
} from "@/app/preview/activities/[activity]/screens";
import { phaseWords } from "@/lib/activities/screens";

/** How large each screen is drawn before it is made small: laid out in small it would be another one. */
const SIZES: Record<PreviewScreenName, { width: number; height: number }> = {
  phone: { width: 390, height: 760 },
  stage: { width: 1920, height: 1080 },
  console: { width: 1280, height: 760 },
};

export interface PreviewProps {
  activity: string;
  kind: string;
  /** In their order. */
  phases: readonly string[];
}

/** The three screens in each phase, side by side, as made-up people fill them. */
export function Preview({ activity, kind, phases }: PreviewProps) {
  const t = useTranslations("catalogue");
  const all = useTranslations();
  const [phase, setPhase] = useState(phases[0] ?? "");
  const nameOf = (each: string) => all(`${phaseWords(kind, each)}.name`);
  return (
    <>
      <p className="measure text-base text-ink-2">{t("previewLead")}</p>
      <div className="flex flex-wrap gap-2">
        {phases.map((each) => (
          <button
            aria-pressed={each === phase}
            className="min-h-10 rounded-control border border-edge bg-surface px-3.5 font-semibold text-base aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            key={each}
            onClick={() => setPhase(each)}
            type="button"
          >
            {nameOf(each)}
          </button>
        ))}
      </div>
      <div className="grid items-start gap-6 sm:grid-cols-[15rem_minmax(0,34rem)]">
        {previewScreens.map((screen) => (
          <figure
            className={`flex min-w-0 flex-col gap-1.5 ${screen === "phone" ? "max-w-60 sm:row-span-2" : ""}`}
            key={screen}
          >
            <figcaption className="text-base text-ink-2">{t(`screens.${screen}`)}</figcaption>
            <Frame
              screen={screen}
              src={`/preview/activities/${activity}?screen=${screen}&phase=${phase}`}
              title={t("previewOf", { screen: t(`screens.${screen}`), phase: nameOf(phase) })}
            />
          </figure>
        ))}
      </div>
    </>
  );
}

/** A page in its own size, made as small as there is room. It is looked at and takes no input. */
function Frame({ screen, src, title }: { screen: PreviewScreenName; src: string; title: string }) {
  const { width, height } = SIZES[screen];
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useLayoutEffect(() => {
    const frame = box.current;
    if (!frame) return;
    const observer = new ResizeObserver(() => setScale(frame.clientWidth / width));
    observer.observe(frame);
    return () => observer.disconnect();
  }, [width]);
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
        src={src}
        style={{ width, height, transform: `scale(${scale})` }}
        title={title}
      />
    </div>
  );
}
