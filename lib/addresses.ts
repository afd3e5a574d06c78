import * as z from "zod/mini";

/** GET /api/addresses: where phones go. In LAN mode it changes with the Wi-Fi and with the facilitator's choice. */
export const addresses = z.strictObject({
  /** What links to join begin with, up to the code. */
  joinBase: z.string(),
  /** What people type, without scheme. */
  joinAddress: z.string(),
  /** Plain http in a Wi-Fi, which can be read along. */
  isLan: z.boolean(),
});

/** One of this machine's addresses. */
export interface NetworkInterface {
  /** Such as `wlan0`. */
  name: string;
  address: string;
}

export type Addresses = z.infer<typeof addresses>;
