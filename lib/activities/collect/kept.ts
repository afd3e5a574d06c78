import { ownDotsOf } from "@/lib/activities/own-dots";

/** This device's dots on the themes. */
export const ownDots = ownDotsOf("collect");
