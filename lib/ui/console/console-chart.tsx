import type { ReactNode } from "react";

/** In units of drawing, for charts in this frame: from 390 px on their words are no smaller than 14 px. */
export const CONSOLE_CHART_WIDTH = 660;

/** The frame of every chart on the console: one width and one heading, whatever it counts. */
export function ConsoleChart({ title, note, children }: ConsoleChartProps) {
  return (
    <section className="flex max-w-[440px] flex-col gap-2">
      {title === undefined ? null : (
        <div>
          <h2 className="font-semibold">{title}</h2>
          {note === undefined ? null : <p className="text-ink-2 text-sm">{note}</p>}
        </div>
      )}
      {children}
    </section>
  );
}

export interface ConsoleChartProps {
  /** What was asked; left out where the heading above says it. */
  title?: ReactNode;
  /** How many it counts. */
  note?: ReactNode;
  children: ReactNode;
}
