import type { ReactNode } from "react";
import { SiteFooter } from "@/lib/ui/site-footer";
import { SiteHeader } from "@/lib/ui/site-header";

export interface QuietPageProps {
  /** A drawing of what the sentence below says. */
  scene: ReactNode;
  title: string;
  text: string;
  /** The one way on. */
  children?: ReactNode;
}

/** A page on which there is nothing to read but why, and nothing to do but go on. */
export function QuietPage({ scene, title, text, children }: QuietPageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <main className="mx-auto flex w-full max-w-[520px] flex-1 flex-col items-start justify-center gap-4 px-4 py-8">
        <div className="w-[240px] [@media(max-height:480px)]:hidden">{scene}</div>
        <h1 className="text-balance pt-2 font-medium font-serif text-3xl">{title}</h1>
        <p className="text-lg text-ink-2">{text}</p>
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
