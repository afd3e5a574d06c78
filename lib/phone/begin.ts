import { beginWayIn } from "@/lib/phone/way-in";

/** This page's; begun as soon as this file has come, before the scripts that show anything. */
export const wayIn = beginWayIn(location.pathname);
