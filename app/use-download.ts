"use client";

import { useEffect, useRef, useState } from "react";

/** What the server answers where it can make no such file at all. */
const NOT_ON_THIS_MACHINE = 501;

/** Some browsers read a file that is handed to them only after the click is over. */
const TAKEN_AFTER_MS = 60_000;

/** A file that is being made, or why there is none. */
export interface DownloadAttempt<What> {
  what: What;
  is: "making" | "failed" | "unavailable";
}

/** Fetches one made file at a time; the next one gives up the one before, and so does whoever leaves the page. */
export function useDownload<What>() {
  const [attempt, setAttempt] = useState<DownloadAttempt<What> | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  async function make(what: What, address: string) {
    current.current?.abort();
    const wanted = new AbortController();
    current.current = wanted;
    setAttempt({ what, is: "making" });
    const end = await download(address, wanted.signal);
    if (wanted.signal.aborted) return;
    setAttempt(end === "done" ? null : { what, is: end });
  }

  function giveUp() {
    current.current?.abort();
    setAttempt(null);
  }

  return { attempt, make, giveUp };
}

/** Fetches a file that is made for it, and hands it to the browser under the name that it came with. */
async function download(
  address: string,
  signal: AbortSignal,
): Promise<"done" | "failed" | "unavailable"> {
  const response = await fetch(address, { signal }).catch(() => null);
  if (response?.status === NOT_ON_THIS_MACHINE) return "unavailable";
  const named = /filename="([^"]+)"/.exec(response?.headers.get("content-disposition") ?? "");
  // Whoever is signed out gets a page instead, which has no such name.
  const file = response?.ok && named ? await response.blob().catch(() => null) : null;
  if (!file) return "failed";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = named?.[1] ?? "";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_AFTER_MS);
  return "done";
}
