import type { ReactNode } from "react";
import { SiteFooter } from "@/lib/ui/site-footer";
import { SiteHeader } from "@/lib/ui/site-header";

/** A page with one short form and nothing else to do. */
export function FormPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children?: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <main className="mx-auto flex w-full max-w-[480px] flex-1 flex-col gap-4 px-5 py-6 md:py-12">
        <h1 className="text-balance font-medium font-serif text-2xl">{title}</h1>
        <p className="text-lg text-ink-2">{lead}</p>
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
