import type { ReactNode } from "react";
import { Brand } from "@/lib/ui/brand";

/** The name of the product, and whatever the page puts opposite. */
export function SiteHeader({ children }: { children?: ReactNode }) {
  return (
    <header className="site-width flex min-h-15 items-center justify-between gap-4">
      <Brand href="/" />
      {children}
    </header>
  );
}
