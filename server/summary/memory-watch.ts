import { readFile } from "node:fs/promises";

/** How often it is looked at: native code can take this long to fill some hundred megabytes. */
const LOOK_EVERY_MS = 100;

/** Where Linux says how much memory a process holds, in kB. Elsewhere there is no such file, and nothing is watched. */
const RESIDENT = /^VmRSS:\s+(\d+) kB$/m;

/** Calls once a process holds more than so many bytes, native code included. The function ends the watch. */
export function watchMemory(pid: number, bytesMax: number, onTooMuch: () => void): () => void {
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    const kilobytes = Number(RESIDENT.exec(status)?.[1] ?? 0);
    if (kilobytes * 1024 > bytesMax) onTooMuch();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
