"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { saveReview } from "@/app/sessions/[id]/summary/actions";
import type { ReviewChange } from "@/lib/summary/review";
import type { VersionAt } from "@/lib/summary/versions";

/** Keeps changes of what a facilitator makes of a version of a summary; the paper follows once they are kept. */
export function useReview(at: VersionAt) {
  const router = useRouter();
  const [state, setState] = useState<"idle" | "saving" | "failed">("idle");

  /** Whether it was kept. */
  async function change(wanted: ReviewChange): Promise<boolean> {
    setState("saving");
    const isKept = await saveReview(at, wanted).catch(() => false);
    setState(isKept ? "idle" : "failed");
    if (isKept) router.refresh();
    return isKept;
  }

  return { change, isSaving: state === "saving", hasFailed: state === "failed" };
}
