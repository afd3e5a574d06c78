import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatCode } from "@/lib/session/room-code";

/** What every picture on the stage shows besides its own content. */
export interface StageSurroundings {
  /** Small, top left: the activity's or the session's title. */
  label: ReactNode;
  /** Shown without its scheme. */
  joinUrl: string;
  code: string;
  /** The last picture stays while the connection is looked for. */
  offline: boolean;
  /** Left in the footer; a picture's own ("Karten 1–4 von 12") takes the place of the one around it. */
  note?: ReactNode;
}

/**
 * Told how many pages there are to turn, and how many of them, from the first, the room is meant to see: all, where
 * that isn't said.
 */
export type TellPages = ((pages: number, needed?: number) => void) | undefined;

export interface StageFrameProps extends StageSurroundings {
  /** Small, top right: phase or clock. */
  corner?: ReactNode;
  /** 3.6u above the content; leave it out for a lone prompt. */
  heading?: ReactNode;
  children?: ReactNode;
}

/** An address as people type it. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
}

/** The frame of every picture on the projector; the way in is always in its footer. */
export function StageFrame({
  label,
  corner,
  heading,
  children,
  note,
  joinUrl,
  code,
  offline,
}: StageFrameProps) {
  const t = useTranslations("stage");
  return (
    <div className="flex h-full min-h-0 flex-col bg-paper px-[calc(4*var(--u))] py-[calc(2.6*var(--u))] text-ink text-stage-label">
      <header className="flex items-baseline justify-between gap-[calc(3*var(--u))] text-ink-2">
        {heading === undefined ? <h1>{label}</h1> : <p>{label}</p>}
        <div className="shrink-0">{corner}</div>
      </header>
      <main className="flex min-h-0 flex-1 flex-col">
        {heading === undefined ? null : <StageHeading as="h1">{heading}</StageHeading>}
        {children}
      </main>
      <footer className="flex items-baseline justify-between gap-[calc(3*var(--u))] pt-[calc(1.8*var(--u))] text-ink-2">
        <div className="min-w-0" role="status">
          {offline ? <span className="text-ochre">{t("searching")}</span> : note}
        </div>
        <p className="flex shrink-0 items-baseline gap-[calc(3*var(--u))]">
          <span>{shortAddress(joinUrl)}</span>
          <strong className="tabular font-semibold text-ink tracking-wider">
            {formatCode(code)}
          </strong>
        </p>
      </footer>
    </div>
  );
}

/** 3.6u above what it is about; a picture without a heading of its own may have some on its pages. */
export function StageHeading({
  as: Tag = "h2",
  children,
}: {
  as?: "h1" | "h2";
  children: ReactNode;
}) {
  return (
    <Tag className="text-pretty pt-[calc(1.6*var(--u))] pb-[calc(1.8*var(--u))] font-medium font-serif text-stage-heading">
      {children}
    </Tag>
  );
}
