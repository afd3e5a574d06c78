import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { identities, users } from "@/server/db/schema/accounts";
import { KEEP_DAYS_DEFAULT } from "@/server/db/schema/sessions";
import { createNetwork } from "@/server/lan";
import { createSessions } from "@/server/sessions";
import { accountParts, ada, ben, PUBLIC_URL } from "@/server/testing/account-parts";
import { anyWorkshop } from "@/server/testing/workshop";

const { at, admin, facilitator, signIn, whoIs } = accountParts();

describe("leaving", () => {
  const open = (userId: string) => {
    const network = createNetwork({ publicUrl: PUBLIC_URL, allowedHosts: [] }, () => 0);
    const sessions = createSessions({
      db: at.connection.db,
      network,
      keepDays: KEEP_DAYS_DEFAULT,
      onDeleted: async () => undefined,
    });
    return sessions.open({ userId, ...anyWorkshop });
  };

  /** How many rows each table holds. */
  async function rows(): Promise<Record<string, number>> {
    const { rows: tables } = await at.connection.db.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const counted = await at.connection.db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(name)}`,
      );
      found[name] = counted.rows[0]?.n ?? 0;
    }
    return found;
  }

  it("takes the account and everything of it along, and nothing of others", async () => {
    const { userId } = await admin();
    await open(userId);
    await signIn(ada);
    const before = await rows();
    const leaver = await facilitator(userId);
    const { id } = await open(leaver.userId);
    const issuer = "https://at.accounts.example";
    await at.connection.db
      .insert(identities)
      .values({ issuer, subject: "b", userId: leaver.userId });
    await at.links.make(leaver.userId, "reset");
    await at.accounts.invite(leaver.userId);
    await at.accounts.invite(userId, { email: ben.email });
    const cookie = await signIn(ben);
    const me = await whoIs(cookie);
    expect(await at.own.profile(leaver.userId)).toMatchObject({ sessions: 1, hasPassword: true });
    expect(await rows()).not.toEqual(before);

    const wrong = { me, entered: "not the sentence" };
    expect(await at.own.leave(wrong)).toEqual({ ok: false, reason: "wrong" });
    expect(await at.own.leave({ ...wrong, entered: ben.password })).toEqual({ ok: true });
    expect(at.sessionsDeleted).toEqual([id]);
    expect(await at.auth.facilitatorFromRequest(cookie)).toBeNull();
    // The used invitation is the admin's own record; it names nobody.
    expect(await rows()).toEqual({ ...before, invitations: (before.invitations ?? 0) + 1 });
    const text = JSON.stringify(await at.connection.db.execute(sql`select * from invitations`));
    expect(text).not.toContain(ben.email);
  });

  it("asks an account without a password for its address", async () => {
    const { userId } = await admin();
    const { userId: id } = await facilitator(userId);
    await at.connection.db.update(users).set({ passwordHash: null }).where(eq(users.id, id));
    const me = { userId: id, signInId: "00000000-0000-0000-0000-000000000000" };
    const proof = { me, entered: ada.email };
    expect(await at.own.leave(proof)).toEqual({ ok: false, reason: "wrong" });
    expect(await at.own.leave({ ...proof, entered: " BEN@example.org" })).toEqual({ ok: true });
  });

  it("is not for the last admin beside others, until somebody takes over", async () => {
    const { userId } = await admin();
    const { userId: next } = await facilitator(userId);
    const me = await whoIs(await signIn(ada));
    const proof = { me, entered: ada.password };
    expect(await at.own.leave(proof)).toEqual({ ok: false, reason: "lastAdmin" });
    expect(await at.leaving.remove(userId)).toBe(false);
    expect(await at.leaving.setRole(userId, "facilitator")).toBe(false);
    expect(await at.leaving.setRole(next, "admin")).toBe(true);
    expect(await at.own.leave(proof)).toEqual({ ok: true });
    expect(await at.accounts.people()).toMatchObject([{ userId: next, role: "admin" }]);
  });

  it("leaves one admin, also when two step back in the same moment", async () => {
    const { userId } = await admin();
    const { userId: second } = await facilitator(userId);
    await facilitator(userId, { ...ben, email: "cem@example.org" });
    for (let i = 0; i < 10; i += 1) {
      await at.leaving.setRole(userId, "admin");
      await at.leaving.setRole(second, "admin");
      await Promise.all([
        at.leaving.setRole(userId, "facilitator"),
        at.leaving.setRole(second, "facilitator"),
      ]);
      const admins = (await at.accounts.people()).filter(({ role }) => role === "admin");
      expect(admins).toHaveLength(1);
    }
  });

  it("of the only account makes room for a first one again", async () => {
    await admin();
    const me = await whoIs(await signIn(ada));
    expect(await at.own.leave({ me, entered: ada.password })).toEqual({
      ok: true,
    });
    expect(await at.accounts.setupLink()).not.toBeNull();
  });
});
