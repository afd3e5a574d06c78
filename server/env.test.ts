import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readEnv } from "@/server/env";
import { StartRefused } from "@/server/start-refused";

const good = "k7Qv0zN3xB1mT8rW5yL2cH9pD4sF6gJa";
const database = "postgres://somebody:word@127.0.0.1:5432/aufwind";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "aufwind-env-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("makes its own secrets at the first start, readable by nobody else, and keeps them", () => {
  const first = readEnv({}, root);
  expect(first.authSecret.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(root, ".data/secrets.json")).mode & 0o777).toBe(0o600);
  expect(readEnv({}, root)).toEqual(first);
  expect(first).toMatchObject({ port: 3000, mode: "production", publicUrl: undefined });
});

test.each([
  ["missing", undefined],
  ["empty", ""],
  ["short", "k7Qv0zN3xB1mT8r"],
  ["an example", "please-change-me-please-change-me-please"],
  ["one character", "a".repeat(40)],
])("refuses a production start when the secret is %s", (_, secret) => {
  for (const setting of [{ PUBLIC_URL: "https://a.example" }, { DATABASE_URL: database }]) {
    let refusal: unknown;
    try {
      readEnv({ ...setting, NEXTAUTH_SECRET: secret }, root);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(StartRefused);
    expect(String(refusal)).toMatch(/^[^\n]*NEXTAUTH_SECRET[^\n]*$/);
    if (secret) expect(String(refusal)).not.toContain(secret);
  }
});

test("takes a good secret with PUBLIC_URL and DATABASE_URL, and writes nothing", () => {
  const env = readEnv(
    { PUBLIC_URL: "https://aufwind.example/", DATABASE_URL: database, NEXTAUTH_SECRET: good },
    root,
  );
  expect(env).toMatchObject({ publicUrl: "https://aufwind.example", authSecret: good });
  expect(() => statSync(join(root, ".data"))).toThrow();
});

test.each([
  [{ PORT: "eighty" }, /PORT/],
  [{ PUBLIC_URL: "aufwind.example", NEXTAUTH_SECRET: good }, /PUBLIC_URL/],
  [{ PUBLIC_URL: "https://a.example/path", NEXTAUTH_SECRET: good }, /PUBLIC_URL/],
  [{ DATABASE_URL: "mysql://x", NEXTAUTH_SECRET: good }, /DATABASE_URL/],
  [{ AUFWIND_KEEP_DAYS: "6" }, /AUFWIND_KEEP_DAYS/],
  [{ AUFWIND_KEEP_DAYS: "91" }, /AUFWIND_KEEP_DAYS/],
  [{ AUFWIND_KEEP_DAYS: "thirty" }, /AUFWIND_KEEP_DAYS/],
])("names the setting that is wrong: %o", (variables, name) => {
  expect(() => readEnv(variables, root)).toThrow(StartRefused);
  expect(() => readEnv(variables, root)).toThrow(name);
});

test("keeps raw data for 30 days, or for the days that were set", () => {
  expect(readEnv({}, root).keepDays).toBe(30);
  expect(readEnv({ AUFWIND_KEEP_DAYS: "" }, root).keepDays).toBe(30);
  expect(readEnv({ AUFWIND_KEEP_DAYS: "7" }, root).keepDays).toBe(7);
  expect(readEnv({ AUFWIND_KEEP_DAYS: "90" }, root).keepDays).toBe(90);
});

test("never replaces damaged secrets, which would lock us out of our database", () => {
  readEnv({}, root);
  writeFileSync(join(root, ".data/secrets.json"), "{");
  expect(() => readEnv({}, root)).toThrow(/damaged/);
});

const https = { PUBLIC_URL: "https://aufwind.example", NEXTAUTH_SECRET: good };
const mail = { SMTP_URL: "smtp://u:unspeakable@mail.example:587", MAIL_FROM: "A <a@b.example>" };
const oidc = {
  OIDC_ISSUER: "https://id.example/realms/one",
  OIDC_CLIENT_ID: "aufwind",
  OIDC_CLIENT_SECRET: "unspeakable",
};

test("reads mail, the organisation's sign-in and the pages of the footer", () => {
  const pages = {
    IMPRINT_URL: "https://b.example/imprint",
    PRIVACY_URL: "",
    ACCESSIBILITY_URL: "",
  };
  expect(readEnv({ ...https, ...mail, ...oidc, ...pages }, root)).toMatchObject({
    mail: { url: mail.SMTP_URL, from: mail.MAIL_FROM },
    oidc: { issuer: oidc.OIDC_ISSUER, clientId: "aufwind", label: "id.example" },
    siteLinks: { imprint: pages.IMPRINT_URL, privacy: null, accessibility: null },
  });
  expect(readEnv({}, root)).toMatchObject({ mail: null, oidc: null });
  const loopback = { ...oidc, OIDC_ISSUER: "http://127.0.0.1:8080", OIDC_LABEL: "Ours" };
  expect(readEnv({ ...https, ...loopback }, root).oidc?.label).toBe("Ours");
});

test.each([
  ["SMTP_URL", { ...mail, SMTP_URL: "mail.example:587" }],
  ["SMTP_URL", { ...mail, SMTP_URL: "https://mail.example" }],
  ["SMTP_URL", { ...mail, SMTP_URL: undefined }],
  ["MAIL_FROM", { ...mail, MAIL_FROM: undefined }],
  ["MAIL_FROM", { ...mail, MAIL_FROM: "nobody" }],
  ["MAIL_FROM", { ...mail, MAIL_FROM: "A <a@b.example>\r\nBcc: c@d.example" }],
  ["SMTP_URL", { ...mail, PUBLIC_URL: undefined }],
  ["OIDC_ISSUER", { ...oidc, OIDC_ISSUER: "http://id.example" }],
  ["OIDC_ISSUER", { ...oidc, OIDC_ISSUER: "http://127.0.0.1.evil.example" }],
  ["OIDC_ISSUER", { ...oidc, OIDC_ISSUER: "id.example" }],
  ["OIDC_ISSUER", { ...oidc, OIDC_ISSUER: undefined }],
  ["OIDC_CLIENT_ID", { ...oidc, OIDC_CLIENT_ID: "" }],
  ["OIDC_CLIENT_SECRET", { ...oidc, OIDC_CLIENT_SECRET: undefined }],
  ["OIDC_ISSUER", { ...oidc, PUBLIC_URL: undefined }],
  ["IMPRINT_URL", { IMPRINT_URL: "javascript:alert(1)" }],
  ["ACCESSIBILITY_URL", { ACCESSIBILITY_URL: "our page" }],
])("stops with one line about %s, and repeats no secret: %o", (name, variables) => {
  let refusal: unknown;
  try {
    readEnv({ ...https, ...variables }, root);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(StartRefused);
  expect(String(refusal)).toMatch(new RegExp(`^StartRefused: ${name}[^\\n]*$`));
  expect(String(refusal)).not.toContain("unspeakable");
});
