import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { From } from "@/server/auth/attempts";
import { identities, users } from "@/server/db/schema/accounts";
import {
  accountParts,
  ada,
  ben,
  headers,
  linkIn,
  OIDC,
  tokenIn,
} from "@/server/testing/account-parts";
import { textOf } from "@/server/testing/mail-server";

const { at, admin, facilitator, signIn, whoIs, lettersAfter, withoutMail } = accountParts();

describe("a new password", () => {
  it("by link ends every sign-in and leaves the link open while it is refused", async () => {
    const { userId } = await admin();
    const cookie = await signIn(ada);
    const [letter] = await lettersAfter(() => at.mailed.request("reset", ada.email));
    const token = linkIn(letter ? textOf(letter) : "");
    expect(await at.own.resetPassword(token, "kurz")).toEqual({
      ok: false,
      fields: { password: "tooShort" },
    });
    expect(await at.own.resetPassword(token, "ein ganz neuer Satz")).toEqual({
      ok: true,
      email: ada.email,
    });
    expect(await at.auth.facilitatorFromRequest(cookie)).toBeNull();
    expect((await at.auth.signIn(ada, headers)).ok).toBe(false);
    await signIn({ email: ada.email, password: "ein ganz neuer Satz" });
    expect(await at.own.resetPassword(token, "noch ein neuer Satz")).toBeNull();
    expect(await at.auth.signIns.listOf(userId)).toHaveLength(1);
  });

  it("on the account page asks for the current one and ends all other sign-ins", async () => {
    await admin();
    const here = await signIn(ada);
    const elsewhere = await signIn(ada);
    const me = await whoIs(here);
    const other = await whoIs(elsewhere);
    const ended: string[] = [];
    at.auth.onSignedOut((id) => ended.push(id));
    const wrong = { me, entered: "ein falscher Satz" };
    const next = "ein ganz neuer Satz";
    const [letter] = await lettersAfter(() => at.mailed.request("reset", ada.email));
    const token = linkIn(letter ? textOf(letter) : "");
    expect(await at.own.openLink(token)).not.toBeNull();
    expect(await at.own.changePassword(wrong, next)).toEqual({ ok: false, reason: "wrong" });
    expect(ended).toEqual([]);
    const right = { ...wrong, entered: ada.password };
    expect(await at.own.changePassword(right, next)).toEqual({ ok: true });
    // What sockets listen to.
    expect(ended).toEqual([other.signInId]);
    expect(await at.auth.facilitatorFromRequest(elsewhere)).toBeNull();
    expect(await at.auth.facilitatorFromRequest(here)).toEqual(me);
    // Nor may somebody who can read old letters undo it.
    expect(await at.own.openLink(token)).toBeNull();
  });

  it("can't be guessed at on the account page, and strangers don't slow it down there", async () => {
    await admin();
    const me = await whoIs(await signIn(ada));
    const proof = { me, entered: "a guess" };
    expect(await at.own.leave(proof)).toEqual({ ok: false, reason: "wrong" });
    // Until so many wait that nobody would wait any longer.
    const until = (from: From) => {
      for (let tries = 0; at.attempts.begin(from, ada.email); tries += 1) {
        if (tries > 100) throw new Error("nothing is counted");
      }
    };
    until({ address: headers["x-forwarded-for"] });
    expect(await at.own.leave(proof)).toEqual({ ok: false, reason: "wrong" });
    until({ browser: me.signInId });
    const right = { me, entered: ada.password };
    expect(await at.own.leave(right)).toEqual({ ok: false, reason: "busy" });
    expect(await at.auth.signIn(ada, headers)).toEqual({ ok: false, reason: "busy" });
  });
});

describe("another address", () => {
  it("counts once the letter to it was answered", async () => {
    const { userId } = await admin();
    const me = await whoIs(await signIn(ada));
    const proof = { me, entered: ada.password };
    const next = "ada.demir@example.org";
    expect(await at.own.changeEmail(proof, next)).toEqual({ ok: true, sent: true });
    await at.mailed.settled();
    expect((await at.own.profile(userId)).email).toBe(ada.email);
    const [letter] = at.smtp.received;
    expect(letter?.to).toBe(next);
    expect(await at.own.confirmEmail(linkIn(letter ? textOf(letter) : ""))).toBe("done");
    expect((await at.own.profile(userId)).email).toBe(next);
  });

  it("that is somebody's is neither told nor written to", async () => {
    const { userId } = await admin();
    await facilitator(userId);
    const me = await whoIs(await signIn(ada));
    const proof = { me, entered: ada.password };
    expect(await at.own.changeEmail(proof, ben.email)).toEqual({ ok: true, sent: true });
    await at.mailed.settled();
    expect(at.smtp.received).toHaveLength(0);
    // Taken only after the letter went out: the account keeps what it has.
    const token = tokenIn(await at.links.make(userId, "email", { email: ben.email }));
    expect(await at.own.confirmEmail(token)).toBe("taken");
    expect((await at.own.profile(userId)).email).toBe(ada.email);
  });

  it("counts at once where no letters can be sent", async () => {
    withoutMail();
    const { userId } = await admin();
    const me = await whoIs(await signIn(ada));
    const wrong = { me, entered: "ein falscher Satz" };
    expect(await at.own.changeEmail(wrong, "x@example.org")).toEqual({
      ok: false,
      reason: "wrong",
    });
    const right = { ...wrong, entered: ada.password };
    expect(await at.own.changeEmail(right, "no address")).toMatchObject({ ok: false });
    expect(await at.own.changeEmail(right, "x@example.org")).toEqual({ ok: true });
    expect((await at.own.profile(userId)).email).toBe("x@example.org");
  });
});

describe("the organisation's sign-in", () => {
  it("is unlinked, except where it is the only way in", async () => {
    const { userId } = await admin();
    const { userId: other } = await facilitator(userId);
    const { issuer } = OIDC;
    await at.connection.db.insert(identities).values([
      { issuer, subject: "ada", userId },
      { issuer, subject: "ben", userId: other },
    ]);
    await at.connection.db.update(users).set({ passwordHash: null }).where(eq(users.id, other));
    expect(await at.own.unlink(other)).toBe(false);
    expect((await at.own.profile(other)).linkedAt).not.toBeNull();
    expect(await at.own.unlink(userId)).toBe(true);
    expect((await at.own.profile(userId)).linkedAt).toBeNull();
    expect((await at.own.profile(other)).linkedAt).not.toBeNull();
  });
});

describe("signed-in devices", () => {
  it("are listed with two words, and ended one by one or all but this one", async () => {
    const { userId } = await admin();
    const other = await facilitator(userId);
    const [here, second, third] = [await signIn(ada), await signIn(ada), await signIn(ada)];
    const bens = await signIn(ben);
    const devices = await at.auth.signIns.listOf(userId);
    expect(devices.map(({ device }) => device)).toEqual(Array(3).fill("Firefox · Linux"));
    await at.auth.signIns.endOwn(userId, (await whoIs(second)).signInId);
    expect(await at.auth.facilitatorFromRequest(second)).toBeNull();
    // Nobody ends the sign-ins of others.
    await at.auth.signIns.endOwn(userId, (await whoIs(bens)).signInId);
    await at.auth.signIns.endAll(userId, (await whoIs(here)).signInId);
    expect(await at.auth.facilitatorFromRequest(third)).toBeNull();
    expect((await whoIs(here)).userId).toBe(userId);
    expect((await whoIs(bens)).userId).toBe(other.userId);
  });
});
