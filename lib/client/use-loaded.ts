"use client";

import { useQuery } from "@tanstack/react-query";

/**
 * A module that few screens need, loaded where one needs it.
 *
 * @param name what it is kept under, once for all who need it; two modules must not share one
 * @param load an `import()` of it, so that it becomes a file of its own
 * @returns null as long as it isn't needed or not there yet; without a connection it is tried again
 */
export function useLoaded<Module>(
  name: string,
  isNeeded: boolean,
  load: () => Promise<Module>,
): Module | null {
  const { data } = useQuery({
    queryKey: ["loaded", name],
    enabled: isNeeded,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: load,
  });
  return data ?? null;
}
