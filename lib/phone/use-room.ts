import { useLiveView } from "@/lib/client/live-provider";
import type { SessionView } from "@/lib/session/view-schema";

const roomOf = ({ session: { status }, planned, activity }: SessionView) => ({
  ...{ status, planned, activity },
});

/** Where the room is, which decides what a phone shows and says; undefined until the first view. */
export const useRoom = () => useLiveView(roomOf);
