import type { Upcast } from "@/lib/session/upcast";

/** From version to version of what a device keeps of a session. */
export const deviceUpcasts: readonly Upcast[] = [];
