import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountLinks } from "@/server/db/schema/accounts";
import { accountParts, ada, ben, headers, linkIn, tokenIn } from "@/server/testing/account-parts";
import { textOf } from "@/server/testing/mail-server";

const { at, admin, facilitator, whoIs, lettersAfter } = accountParts();

describe("a link to sign in", () => {
  it("comes by e-mail in the account's language, and works once", async () => {
    const { userId } = await admin();
    await facilitator(userId);
    const [letter] = await lettersAfter(() => at.mailed.request("signIn", " BEN@example.org "));
    if (!letter) throw new Error("no letter came");
    expect(letter).toMatchObject({ from: "aufwind@example.org", to: ben.email });
    expect(textOf(letter)).toContain("Hello Ben,");
    const token = linkIn(textOf(letter));
    // A mail scanner opens it, again and again.
    for (let i = 0; i < 3; i += 1) {
      expect(await at.own.openLink(token)).toMatchObject({ purpose: "signIn", email: ben.email });
    }
    const answer = await at.auth.signInByLink(token, headers);
    if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
    const cookie = `${at.auth.cookie.name}=${answer.cookieValue}`;
    expect(await whoIs(cookie)).toMatchObject({ name: "Ben", role: "facilitator" });
    expect(await at.auth.signInByLink(token, headers)).toEqual({ ok: false, reason: "wrong" });
    expect(await at.own.openLink(token)).toBeNull();
  });

  it("goes to nobody without an account, and the answer is the same and at once", async () => {
    await admin();
    // Both return before anything was looked up, so there is nothing to be told apart.
    expect(at.mailed.request("signIn", "nobody@example.org")).toBe(
      at.mailed.request("signIn", ada.email),
    );
    await at.mailed.settled();
    expect(at.smtp.received.map(({ to }) => to)).toEqual([ada.email]);
  });

  it("floods nobody, and what has come still works", async () => {
    await admin();
    const letters = await lettersAfter(() => {
      for (let i = 0; i < 20; i += 1) at.mailed.request("signIn", ada.email);
    });
    expect(letters).toHaveLength(5);
    const [first] = letters;
    const token = linkIn(first ? textOf(first) : "");
    expect((await at.auth.signInByLink(token, headers)).ok).toBe(true);
    // One of them was enough: the others are worth nothing any more.
    expect(await at.connection.db.select().from(accountLinks)).toHaveLength(0);
  });

  it("opens one sign-in for everybody who presses at the same moment", async () => {
    const { userId } = await admin();
    const tokens = await Promise.all(
      [1, 2, 3].map(async () => tokenIn(await at.links.make(userId, "signIn"))),
    );
    const answers = await Promise.all(
      [...tokens, ...tokens].map((token) => at.auth.signInByLink(token, headers)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("runs out, is stored as a hash only, and is good for nothing else", async () => {
    const { userId } = await admin();
    const token = tokenIn(await at.links.make(userId, "signIn"));
    const [row] = await at.connection.db.select().from(accountLinks);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await at.own.resetPassword(token, "ein neuer Satz hier")).toBeNull();
    expect(await at.own.confirmEmail(token)).toBe("link");
    const late = sql`now() - interval '1 second'`;
    await at.connection.db.update(accountLinks).set({ expiresAt: late });
    expect(await at.own.openLink(token)).toBeNull();
    expect(await at.auth.signInByLink(token, headers)).toEqual({ ok: false, reason: "wrong" });
  });
});
