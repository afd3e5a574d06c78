"use client";

import { QueryClient, QueryClientContext, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useContext, useState } from "react";

/** The query cache of the page; an outer one is used where there is one. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const outer = useContext(QueryClientContext);
  const [own] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // A wrong code is an answer, and a right one is asked for again by hand.
          mutations: { retry: false, networkMode: "always" },
          // Live data comes by itself.
          queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
        },
      }),
  );
  return outer ? children : <QueryClientProvider client={own}>{children}</QueryClientProvider>;
}
