import type { Addresses } from "@/lib/addresses";
import type { FacilitatorView } from "@/lib/session/facilitator-view";

/** How people and the stage get into the session. */
export interface EntryLinks extends Addresses {
  /** Null once the session has ended. */
  code: string | null;
  joinUrl: string | null;
  stageUrl: string;
}

/** The ways in as they are now: facilitators may exchange both while the console is open. */
export function entryLinksOf(
  addresses: Addresses,
  { code, facilitator }: FacilitatorView,
): EntryLinks {
  return {
    ...addresses,
    code,
    joinUrl: code === null ? null : `${addresses.joinBase}/${code}`,
    stageUrl: `/stage/${facilitator.stageKey}`,
  };
}
