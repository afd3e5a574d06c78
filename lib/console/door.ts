import type { Addresses } from "@/lib/addresses";
import type { FacilitatorView } from "@/lib/session/facilitator-view";

/** How people and the stage get into the session. */
export interface Door extends Addresses {
  /** Null once the session has ended. */
  code: string | null;
  joinUrl: string | null;
  stageUrl: string;
}

/** The ways in as they are now: facilitators may exchange both while the console is open. */
export function doorOf(addresses: Addresses, { code, facilitator }: FacilitatorView): Door {
  return {
    ...addresses,
    code,
    joinUrl: code === null ? null : `${addresses.joinBase}/${code}`,
    stageUrl: `/stage/${facilitator.stageKey}`,
  };
}
