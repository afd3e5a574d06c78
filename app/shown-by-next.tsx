"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback } from "react";
import { ShowLanguageProvider } from "@/lib/i18n/shown-language";

/** Another language comes with the page, which is fetched anew: React keeps the state of what stays on screen. */
export function ShownByNext({ children }: { children: ReactNode }) {
  const router = useRouter();
  const show = useCallback(() => router.refresh(), [router]);
  return <ShowLanguageProvider value={show}>{children}</ShowLanguageProvider>;
}
