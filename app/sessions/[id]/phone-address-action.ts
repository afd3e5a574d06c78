"use server";

import { requireFacilitator } from "@/app/sessions/facilitator";
import { running } from "@/server/running-server";

/** Chooses the address that phones get; false where it isn't one of this machine's any more. */
export async function choosePhoneAddress(address: string): Promise<boolean> {
  // An action is an open endpoint: its argument may be anything.
  if (typeof address !== "string") return false;
  await requireFacilitator();
  const { network } = running();
  return network.isLan && network.setPhoneAddress(address);
}
