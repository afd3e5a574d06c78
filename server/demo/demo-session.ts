import { randomBytes } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import type { Language } from "@/lib/words";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { createPasswords } from "@/server/auth/passwords";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/accounts";
import { sessions } from "@/server/db/schema/sessions";
import type { Sessions } from "@/server/sessions";

/** Ends in a name that nobody can register, so no mail ever reaches a stranger. */
export const DEMO_EMAIL = "demo@aufwind.invalid";

/** 96 random bits: typed once, guessed never. */
const PASSWORD_BYTES = 12;

/** The people of a demo: enough for every threshold, few enough to follow. */
export const DEMO_PHONES = 10;

export interface DemoAccount {
  userId: string;
  email: string;
  password: string;
  /** Made just now, as the first one of this installation. */
  isFirst: boolean;
}

/**
 * The account that demo sessions belong to, with a fresh random password that is told once. Made
 * when it is missing, as the admin where nobody else is there to be one.
 */
export async function demoAccount(db: Db): Promise<DemoAccount> {
  const password = randomBytes(PASSWORD_BYTES).toString("base64url");
  const passwordHash = await createPasswords().hash(password);
  return db.transaction(async (tx) => {
    const others = await tx.select({ id: users.id }).from(users).limit(1);
    const [row] = await tx
      .insert(users)
      .values({
        email: DEMO_EMAIL,
        name: "Demo",
        passwordHash,
        role: others.length > 0 ? "facilitator" : "admin",
        language: "de",
      })
      .onConflictDoUpdate({ target: users.email, set: { passwordHash } })
      .returning({ id: users.id });
    if (!row) throw new Error("An insert returned no row");
    return { userId: row.id, email: DEMO_EMAIL, password, isFirst: others.length === 0 };
  });
}

/** Opens a session of the demo account whose title says what it is, wherever it is shown. */
export async function openDemoSession(
  { sessions: known }: { sessions: Sessions },
  userId: string,
  language: Language,
) {
  const { id } = await known.open({
    userId,
    templateId: firstAidAfterANo.id,
    address: "du",
    language,
    title: Object.fromEntries(
      Object.entries(firstAidAfterANo.title).map(([wording, text]) => [wording, `Demo: ${text}`]),
    ),
  });
  const links = await known.forFacilitator(userId, id);
  if (links?.code == null) throw new Error("The demo session has no code");
  return { ...links, code: links.code };
}

/** Deletes the demo account's sessions that were left unfinished: their phones are gone. */
export async function deleteUnfinished(db: Db, userId: string): Promise<void> {
  await db
    .delete(sessions)
    .where(and(eq(sessions.ownerId, userId), ne(sessions.status, "finished")));
}
