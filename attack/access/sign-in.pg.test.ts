import { beforeAll, expect, test } from "vitest";
import { builtActions, callAction } from "@/attack/access/actions";
import { sceneForFile } from "@/attack/scene-for-file";
import { PASSWORD, signUp } from "@/server/testing/workshop";

/**
 * The sign-in form of the running product, from a room in which somebody means harm: everybody is
 * behind one address there, and the facilitator's e-mail address stands in the invitation.
 */

const ADA = "ada@example.org";
const ROOM = "203.0.113.7";

const at = sceneForFile({ pages: true, services: true });

beforeAll(async () => {
  await signUp(at.admin, ADA);
});

const SIGN_IN = "app/sign-in/actions.ts#signIn";
const CHANGE = "app/sessions/account/actions.ts#changePassword";

/** A browser behind an address, with its cookies. */
function browser(address: string) {
  const cookies = new Map<string, string>();
  const call = async (action: string, page: string, fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const id = builtActions().get(action) ?? "";
    const forwarded = { "x-forwarded-for": address };
    const answer = await callAction(at.target.url, id, page, [{}, form], cookie, forwarded);
    expect(answer.status).toBeLessThan(400);
    for (const [, name = "", value = ""] of (answer.headers["set-cookie"] ?? "").matchAll(
      /(?:^|,)([\w-]+)=([^;,]*);/g,
    )) {
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    cookies,
    async signIn(email: string, password: string): Promise<string> {
      const { headers, body } = await call(SIGN_IN, "/sign-in", { email, password });
      if (headers["x-action-redirect"]?.startsWith("/sessions")) return "in";
      return /"refusal":"(\w+)"/.exec(body)?.[1] ?? "nothing";
    },
    async changePassword(proof: string, password: string): Promise<string> {
      const { body } = await call(CHANGE, "/sessions/account", { proof, password });
      return /"refusal":"(\w+)"/.exec(body)?.[1] ?? (body.includes('"done":true') ? "done" : body);
    },
  };
}

test("A9: eleven wrong passwords from the room keep the facilitator from nothing (P110)", async () => {
  const laptop = browser("198.51.100.1");
  expect(await laptop.signIn(ADA, PASSWORD)).toBe("in");
  const attacker = browser(ROOM);
  for (let i = 0; i < 11; i += 1) expect(await attacker.signIn(ADA, `guess ${i}`)).toBe("wrong");
  expect(await browser(ROOM).signIn(ADA, PASSWORD)).toBe("in");
});

test("A9: a browser that signed in before has its own budget, also for changing the password (P110)", async () => {
  const laptop = browser(ROOM);
  expect(await laptop.signIn(ADA, PASSWORD)).toBe("in");
  // As many at once as keep the line of strangers full while the owner comes.
  const guesses = Array.from({ length: 30 }, (_, i) => browser(ROOM).signIn(ADA, `guess ${i}`));
  expect(await laptop.signIn(ADA, PASSWORD)).toBe("in");
  expect(await laptop.changePassword(PASSWORD, PASSWORD)).toBe("done");
  const answers = await Promise.all(guesses);
  // What came beyond the line was not looked at: so many guesses cost no more than a line of them.
  expect(answers.filter((answer) => answer === "busy").length).toBeGreaterThan(10);
  expect(answers.filter((answer) => answer === "in")).toEqual([]);
});

test("A12: a flood of sign-ins from one address makes nobody else wait in vain", async () => {
  const flood = Array.from({ length: 120 }, (_, i) =>
    browser("192.0.2.66").signIn(`${i}@example.org`, "a password"),
  );
  const real = [1, 2, 3, 4, 5].map((last) => browser(`198.51.100.${last}`).signIn(ADA, PASSWORD));
  expect(await Promise.all(real)).toEqual(Array(5).fill("in"));
  expect(new Set(await Promise.all(flood)).has("in")).toBe(false);
});
