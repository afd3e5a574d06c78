import { onNeed } from "@/lib/client/on-need";

/** What a phone shows once the room does something. */
export const activityScreen = onNeed(() => import("@/lib/phone/activity-screen"));
