import { useInBrowser } from "@/lib/ui/use-in-browser";

/**
 * The device's own zone is known in the browser only; until then a time is written in a zone that server and
 * browser share, and kept out of sight: it takes the room that it will need, so that nothing moves under a
 * finger when the right one comes.
 */
export function useOwnZone(): { options: { timeZone?: "UTC" }; className: "" | "invisible" } {
  return useInBrowser()
    ? { options: {}, className: "" }
    : { options: { timeZone: "UTC" }, className: "invisible" };
}
