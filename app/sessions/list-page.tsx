import type { ReactNode } from "react";

/** A page beside the list of sessions: its title, what it is about, and its parts. */
export function ListPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children: ReactNode;
}) {
  return (
    <main className="site-width flex flex-1 flex-col gap-6 py-5 md:pb-10">
      <div className="flex flex-col gap-1">
        <h1 className="text-balance font-medium font-serif text-3xl">{title}</h1>
        {lead ? <p className="measure text-ink-2 text-lg">{lead}</p> : null}
      </div>
      {children}
    </main>
  );
}

export interface PartProps {
  title: string;
  /** What it is about, beside it on wide windows. */
  lead?: ReactNode;
  children: ReactNode;
}

/** One part of such a page: what it is about on the left, what can be done on the right. */
export function Part({ title, lead, children }: PartProps) {
  return (
    <section className="grid gap-x-16 gap-y-4 border-line border-t pt-5 md:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]">
      <div className="flex flex-col gap-1">
        <h2 className="font-medium font-serif text-xl">{title}</h2>
        {lead ? <p className="text-base text-ink-2">{lead}</p> : null}
      </div>
      <div className="flex min-w-0 max-w-[640px] flex-col gap-4">{children}</div>
    </section>
  );
}
