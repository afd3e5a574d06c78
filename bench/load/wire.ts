import * as z from "zod";

/** What travels between the bench and a load generator. */
export const asked = z.object({ id: z.int(), name: z.string(), ask: z.unknown() });

export const answered = z.union([
  z.object({ id: z.int(), error: z.string() }),
  z.object({ id: z.int(), answer: z.unknown() }),
]);
