import * as z from "zod/mini";

/** Days for which a link works: until it was read, until the next meeting, until a report is written. */
export const LINK_DAYS = [7, 30, 90] as const;

export const LINK_DAYS_DEFAULT: LinkDays = 30;

export const linkDays = z.literal(LINK_DAYS);

export type LinkDays = z.infer<typeof linkDays>;

/** One reader, one link: so that one of them can be revoked. Nobody has more readers of one version. */
export const LINKS_MAX = 20;

/** A link as its facilitator sees it again: when it was made and until when it works, and never who came. */
export interface SharedLink {
  id: string;
  createdAt: Date;
  expiresAt: Date;
}
