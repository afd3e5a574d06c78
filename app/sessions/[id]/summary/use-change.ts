"use client";

import { useRouter } from "next/navigation";
import { useCarryOut } from "@/app/sessions/use-carry-out";

/** Carries out what changes what this page tells of; it is then told anew. */
export function useChange() {
  const router = useRouter();
  const { carryOut, ...state } = useCarryOut();
  async function change(work: () => Promise<boolean>) {
    if (await carryOut(work)) router.refresh();
  }
  return { ...state, change };
}
