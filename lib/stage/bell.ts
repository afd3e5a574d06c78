import type { SessionView } from "@/lib/session/view-schema";

/** What is known of the current phase: where it is, and whether its end was heard. */
export interface Bell {
  /** Null outside of all phases. */
  place: string | null;
  rung: boolean;
}

/** Where the session is, for as long as there is a phase that can come to an end. */
export function placeOf({ session: { status }, planned, activity }: SessionView): string | null {
  if (status === "lobby" || status === "finished" || !planned || !activity) return null;
  return `${planned.key}/${activity.phase}`;
}

/** Each phase is heard once: when its time is over or, if it is left before, then. */
export function bellAt(bell: Bell, place: string | null): { bell: Bell; rings: boolean } {
  if (bell.place === place) return { bell, rings: false };
  return { bell: { place, rung: false }, rings: bell.place !== null && !bell.rung };
}
