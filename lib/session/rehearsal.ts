import type { SessionView } from "@/lib/session/view-schema";

/** Enough for every threshold, few enough to follow. The words on the screens say "ten". */
export const REHEARSAL_PEOPLE = 10;

/** How many phones that somebody holds have joined: in a rehearsal those beyond the invented people's. */
export function heldPhones({ session, people }: Pick<SessionView, "session" | "people">): number {
  const joined = people?.joined ?? 0;
  return session.rehearsal ? Math.max(0, joined - REHEARSAL_PEOPLE) : joined;
}
