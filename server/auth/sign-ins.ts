import { and, desc, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import { type AccountRole, isUuid } from "@/server/auth/account";
import type { Db } from "@/server/db/client";
import { signIns, users } from "@/server/db/schema/accounts";

/** A month, then the password is asked for again, also on a device in daily use. */
export const SIGN_IN_DAYS = 30;
/** "Last seen" is for recognising a device: minutes are exact enough and spare the writes. */
const SEEN_EVERY_MINUTES = 5;

/** Whoever is behind a request or a socket. */
export interface Facilitator {
  userId: string;
  signInId: string;
  role: AccountRole;
  name: string;
}

/** A browser as its owner recognises it. */
export interface SignedInDevice {
  id: string;
  /** Browser and system, such as "Firefox · Linux"; empty when neither is known. */
  device: string;
  lastSeenAt: Date;
}

type SignedOutListener = (signInId: string) => void;

export type SignIns = ReturnType<typeof createSignIns>;

/** The signed-in browsers. A sign-in is valid exactly as long as its row exists and is young. */
export function createSignIns(db: Db) {
  const listeners = new Set<SignedOutListener>();
  const young = gt(signIns.createdAt, sql`now() - make_interval(days => ${SIGN_IN_DAYS})`);

  /** A new row for a browser that has just proved who it is. */
  async function start(userId: string, userAgent: string): Promise<string> {
    const [row] = await db
      .insert(signIns)
      .values({ userId, userAgent: shortUserAgent(userAgent) })
      .returning({ id: signIns.id });
    if (!row) throw new Error("An insert returned no row.");
    await db
      .delete(signIns)
      .where(lt(signIns.createdAt, sql`now() - make_interval(days => ${SIGN_IN_DAYS})`));
    return row.id;
  }

  /** Looks a sign-in up; to be called at every request and handshake. */
  async function check(signInId: string): Promise<Facilitator | null> {
    if (!isUuid(signInId)) return null;
    const [row] = await db
      .select({
        userId: users.id,
        signInId: signIns.id,
        role: users.role,
        name: users.name,
        stale: sql<boolean>`${signIns.lastSeenAt} < now() - make_interval(mins => ${SEEN_EVERY_MINUTES})`,
      })
      .from(signIns)
      .innerJoin(users, eq(users.id, signIns.userId))
      .where(and(eq(signIns.id, signInId), young));
    if (!row) return null;
    const { stale, ...facilitator } = row;
    if (stale) {
      await db.update(signIns).set({ lastSeenAt: sql`now()` }).where(eq(signIns.id, signInId));
    }
    return facilitator;
  }

  /**
   * Which of these still hold: for sockets on other nodes, where the hook of a sign-out isn't
   * heard.
   */
  async function stillSignedIn(signInIds: readonly string[]): Promise<Set<string>> {
    const ids = signInIds.filter(isUuid);
    if (ids.length === 0) return new Set();
    const rows = await db
      .select({ id: signIns.id })
      .from(signIns)
      .where(and(inArray(signIns.id, ids), young));
    return new Set(rows.map((row) => row.id));
  }

  /** Ends one sign-in for good and tells whoever holds its sockets. */
  async function end(signInId: string): Promise<void> {
    if (!isUuid(signInId)) return;
    await db.delete(signIns).where(eq(signIns.id, signInId));
    for (const listener of listeners) listener(signInId);
  }

  /** Ends every sign-in of an account, except perhaps the one that asks for it. */
  async function endAll(userId: string, except?: string): Promise<void> {
    const ended = await db
      .delete(signIns)
      .where(and(eq(signIns.userId, userId), except ? ne(signIns.id, except) : undefined))
      .returning({ id: signIns.id });
    for (const { id } of ended) for (const listener of listeners) listener(id);
  }

  /** Ends one of the account's own sign-ins; another account's is not touched. */
  async function endOwn(userId: string, signInId: string): Promise<void> {
    const own = await listOf(userId);
    if (own.some(({ id }) => id === signInId)) await end(signInId);
  }

  /** The browsers in which an account is signed in, the latest first. */
  async function listOf(userId: string): Promise<SignedInDevice[]> {
    return await db
      .select({ id: signIns.id, device: signIns.userAgent, lastSeenAt: signIns.lastSeenAt })
      .from(signIns)
      .where(and(eq(signIns.userId, userId), young))
      .orderBy(desc(signIns.lastSeenAt));
  }

  /** Calls `listener` after each sign-out on this node. Returns how to stop that. */
  function onSignedOut(listener: SignedOutListener): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  return { start, check, stillSignedIn, end, endAll, endOwn, listOf, onSignedOut };
}

const BROWSERS = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["FxiOS", "Firefox"],
  ["CriOS", "Chrome"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;

const SYSTEMS = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["CrOS", "ChromeOS"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** The long form would be a fingerprint; two words tell one's laptop from one's phone. */
function shortUserAgent(userAgent: string): string {
  const nameIn = (table: readonly (readonly [string, string])[]) =>
    table.find(([mark]) => userAgent.includes(mark))?.[1];
  return [nameIn(BROWSERS), nameIn(SYSTEMS)].filter(Boolean).join(" · ");
}
