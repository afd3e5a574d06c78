import type { FacilitatorView } from "@/lib/console/facilitator-view";

/** The addresses of this server, which are the same for every session. */
export interface Addresses {
  /** What links to join begin with, up to the code. */
  joinBase: string;
  /** What people type, without scheme. */
  joinAddress: string;
  /** Plain http in a Wi-Fi, which can be read along. */
  isLan: boolean;
}

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
