import type { ReactNode } from "react";

/** The frame of every chart on the console: as wide as its words can be read well, whatever it counts. */
export function ConsoleChart({ title, note, children }: ConsoleChartProps) {
  return (
    <section className="flex max-w-[480px] flex-col gap-2">
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
