import type { ReactNode } from "react";
import { SiteFooter } from "@/lib/ui/site-footer";
import { SiteHeader } from "@/lib/ui/site-header";

/**
 * A page with one short form and nothing else to do. It hangs from the top: a sentence that comes, such as what
 * is wrong with an entry, moves nothing above it.
 */
export function FormPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <main className="mx-auto flex w-full max-w-[472px] flex-1 flex-col gap-6 px-4 py-6 md:py-[10dvh]">
        <div className="flex flex-col gap-2">
          <h1 className="text-balance font-medium font-serif text-3xl">{title}</h1>
          <p className="text-lg text-ink-2">{lead}</p>
        </div>
        <div className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4 md:p-6">
          {children}
        </div>
      </main>
      <SiteFooter />
    </div>
  );
}
