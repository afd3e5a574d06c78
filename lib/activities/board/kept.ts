import { ownDotsOf } from "@/lib/activities/own-dots";

/** This device's dots on the notes. */
export const ownDots = ownDotsOf("board");
