"use client";

import { BrokenPage } from "@/lib/ui/broken-page";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <BrokenPage onAgain={reset} />;
}
