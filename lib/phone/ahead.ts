// First: the bundle calls it where a part is loaded.
import "@/lib/phone/load-part";
import { onNeed } from "@/lib/client/on-need";
import { loadSocketIo } from "@/lib/client/socket-io";
import { activityScreen } from "@/lib/phone/activity-part";

/** All that a phone needs once it is in. */
export const inside = onNeed(() => import("@/lib/phone/inside"));

/**
 * Loads it, and what shows the room then: whoever asks by a code most likely comes in. Resolves once it is there, or didn't
 * come and is loaded where it is needed.
 */
export const loadAhead = () =>
  Promise.allSettled([inside.load(), loadSocketIo(), activityScreen.load()]);

// As soon as this runs: the network has nothing else to do while the page comes alive (P221).
void loadAhead();
