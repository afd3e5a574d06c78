/** How people and the stage get into the session. */
export interface Door {
  /** Null once the session has ended. */
  code: string | null;
  joinUrl: string | null;
  /** What people type, without scheme. */
  joinAddress: string;
  stageUrl: string;
  /** Plain http in a Wi-Fi, which can be read along. */
  isLan: boolean;
}
