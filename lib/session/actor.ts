/** What an account may do in a session: see what facilitators see, and lead it. */
export type Scope = "read" | "run";

/** A session's owner may do everything; there are no other facilitators of a session yet. */
export const everyScope: ReadonlySet<Scope> = new Set<Scope>(["read", "run"]);

/**
 * Who is on the other end of a connection. A participant is nobody in particular: what tells their devices
 * apart never leaves the server's memory (anonymity.md, rule 1).
 */
export type Actor =
  | { kind: "participant" }
  | { kind: "facilitator"; account: string; scopes: ReadonlySet<Scope> }
  | { kind: "stage" };
