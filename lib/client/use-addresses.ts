"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Addresses, addresses } from "@/lib/addresses";

/** A changed Wi-Fi or another choice is on the stage after this long. */
const REFETCH_EVERY_MS = 5_000;

const KEY = ["addresses"];

async function ask(): Promise<Addresses> {
  const response = await fetch("/api/addresses");
  return addresses.parse(await response.json());
}

/** The ways in as they are now; `first` is what the page was made with. Only a LAN changes them. */
export function useAddresses(first: Addresses): Addresses {
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ask,
    initialData: first,
    enabled: first.isLan,
    refetchInterval: first.isLan ? REFETCH_EVERY_MS : false,
  });
  return data;
}

/** Asks again at once, after a choice. */
export function useAskForAddresses(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: KEY });
}
