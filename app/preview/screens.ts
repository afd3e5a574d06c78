import type { Audience } from "@/lib/channel";

/** The three screens of a session, by what their pages are called here. */
export const previewScreens = ["phone", "stage", "console"] as const;
export type PreviewScreenName = (typeof previewScreens)[number];

export const audienceOf: Record<PreviewScreenName, Audience> = {
  phone: "participant",
  stage: "stage",
  console: "facilitator",
};
