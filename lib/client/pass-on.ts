import type { Device } from "@/lib/client/device";

/** What became of passing a phone on; in all cases but `passed` nothing has changed on it. */
export type PassOnAnswer =
  | "passed"
  /** Something that was handed in has not arrived yet, and would be lost. */
  | "sending"
  /** Nobody new is let in: the next person would stand outside. */
  | "closed"
  | "offline";

/**
 * Makes a phone somebody else's: everything of this session is erased from it, secrets included, so that the next
 * person joins as a new one and nothing links the two (docs/decisions/0072-passing-a-phone-on.md).
 * `mayJoin` asks whether the session's code still lets anybody in; it rejects where nobody answers.
 */
export async function passOn(
  device: Pick<Device, "flush" | "first" | "erase" | "close">,
  mayJoin: () => Promise<boolean>,
): Promise<PassOnAnswer> {
  await device.flush();
  if (await device.first()) return "sending";
  const isOpen = await mayJoin().catch(() => null);
  if (isOpen === null) return "offline";
  if (!isOpen) return "closed";
  // Another page of this phone may have handed something in while the code was asked about.
  if (await device.first()) return "sending";
  await device.erase();
  device.close();
  return "passed";
}
