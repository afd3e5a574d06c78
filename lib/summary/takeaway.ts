/** Three sentences for the takeaway; this leaves room for long ones. */
export const TAKEAWAY_CHARACTERS_MAX = 2000;
