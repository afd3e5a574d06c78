"use client";

import { useState } from "react";
import { readMaking } from "@/app/read-making";
import { useOneAtATime } from "@/app/use-one-at-a-time";
import { MAKING_MEDIA, type MakingStep } from "@/lib/summary/document-steps";
import { download } from "@/lib/ui/download";

/** A file that is being made, or why there is none. */
export interface DownloadAttempt<What> {
  what: What;
  is: "making" | "failed" | "unavailable";
  /** What is done for it now; null as long as nobody has said. */
  step: MakingStep | null;
}

/** What comes of a file that is fetched. */
type DownloadEnd = "done" | "failed" | "unavailable";

/** Fetches one made file at a time; the next one gives up the one before, and so does whoever leaves the page. */
export function useDownload<What>() {
  const [attempt, setAttempt] = useState<DownloadAttempt<What> | null>(null);
  const work = useOneAtATime();

  /** What came of it; null where it was given up. */
  async function make(what: What, address: string): Promise<DownloadEnd | null> {
    const signal = work.begin();
    const tell = (is: DownloadAttempt<What>["is"], step: MakingStep | null = null) => {
      if (!signal.aborted) setAttempt({ what, is, step });
    };
    tell("making");
    const end = await fetched(address, signal, (step) => tell("making", step));
    if (signal.aborted) return null;
    if (end === "done") setAttempt(null);
    else tell(end);
    return end;
  }

  function giveUp() {
    work.giveUp();
    setAttempt(null);
  }

  return { attempt, make, giveUp };
}

/** Fetches a file that is made for it, and hands it to the browser under the name that it came with. */
async function fetched(
  address: string,
  signal: AbortSignal,
  onStep: (step: MakingStep) => void,
): Promise<DownloadEnd> {
  const headers = { accept: MAKING_MEDIA };
  const response = await fetch(address, { headers, signal }).catch(() => null);
  // Whoever is signed out gets a page instead.
  const isMaking = response?.ok && response.headers.get("content-type") === MAKING_MEDIA;
  if (!isMaking || response.body === null) return "failed";
  const read = await readMaking(response.body, onStep).catch(() => "failed" as const);
  if (typeof read === "string") return read;
  download(read.name, read.content);
  return "done";
}
