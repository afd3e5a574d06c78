import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";
import { KEEP_DAYS_DEFAULT } from "@/server/db/schema/sessions";
import { readServices, type Services } from "@/server/env-services";
import { StartRefused } from "@/server/start-refused";

/** 32 characters of a random alphabet are beyond guessing; shorter ones are usually words. */
const SHORTEST_SECRET = 32;

/** For how many days raw data may outlive the end of a session (anonymity.md, rule 8). */
const KEEP_DAYS_MIN = 7;
const KEEP_DAYS_MAX = 90;

/** Parts of secrets that people leave in from examples. */
const DEFAULT_SECRETS = /change.?me|secret|example|default|password|aufwind|replace|your[-_]/i;

const optionalText = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.string().trim().optional(),
);

const raw = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(0).max(65535).default(3000),
  ),
  HOST: optionalText,
  DATABASE_URL: optionalText,
  PUBLIC_URL: optionalText,
  NEXTAUTH_SECRET: optionalText,
  AUFWIND_ALLOWED_HOSTS: optionalText,
  AUFWIND_DATA_DIR: optionalText,
  SMTP_URL: optionalText,
  MAIL_FROM: optionalText,
  OIDC_ISSUER: optionalText,
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  OIDC_LABEL: optionalText,
  IMPRINT_URL: optionalText,
  PRIVACY_URL: optionalText,
  ACCESSIBILITY_URL: optionalText,
  AUFWIND_KEEP_DAYS: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(KEEP_DAYS_MIN).max(KEEP_DAYS_MAX).default(KEEP_DAYS_DEFAULT),
  ),
  AUFWIND_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** Everything the outside decides about one run, read once at the start. */
export interface Env extends Services {
  mode: "development" | "production" | "test";
  /** 0 lets the system choose (tests). */
  port: number;
  host: string;
  /** Absent: the embedded Postgres is used. */
  databaseUrl: string | undefined;
  /** An origin without a trailing slash. Absent: LAN mode. */
  publicUrl: string | undefined;
  /** Extra values of the Host header, port included when there is one. */
  allowedHosts: readonly string[];
  dataDir: string;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** For how many days raw data outlive the end of a session. */
  keepDays: number;
  /** Signs the cookies of facilitators. */
  authSecret: string;
  /** Password of the embedded Postgres. */
  databasePassword: string;
}

function publicOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.pathname !== "/" || url.search) {
    throw new StartRefused(
      "PUBLIC_URL must be an origin such as https://aufwind.example.org, without a path.",
    );
  }
  return url.origin;
}

function postgresUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !["postgres:", "postgresql:"].includes(url.protocol)) {
    throw new StartRefused(
      "DATABASE_URL must look like postgres://user:password@host:5432/database.",
    );
  }
  return value;
}

function checkedSecret(secret: string | undefined, because: string): string {
  const make = "make one with `openssl rand -base64 32`";
  if (!secret) {
    throw new StartRefused(`NEXTAUTH_SECRET is missing: ${because} is set, so ${make}.`);
  }
  if (secret.length < SHORTEST_SECRET) {
    throw new StartRefused(
      `NEXTAUTH_SECRET is too short (${secret.length} of ${SHORTEST_SECRET} characters): ${make}.`,
    );
  }
  if (DEFAULT_SECRETS.test(secret) || new Set(secret).size < 10) {
    throw new StartRefused(`NEXTAUTH_SECRET looks like an example, not like a secret: ${make}.`);
  }
  return secret;
}

const secretsFile = z.object({
  authSecret: z.string().min(32),
  databasePassword: z.string().min(16),
});
type Secrets = z.infer<typeof secretsFile>;

/** Reads the secrets of this installation, or makes them at the first start (readable by us alone). */
function selfMadeSecrets(dataDir: string): Secrets {
  const path = join(dataDir, "secrets.json");
  let text: string | undefined;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
      throw new StartRefused(`${path} can't be read: is it owned by somebody else?`);
    }
  }
  if (text !== undefined) {
    let found: unknown;
    try {
      found = JSON.parse(text);
    } catch {
      found = undefined;
    }
    const parsed = secretsFile.safeParse(found);
    // Replacing a damaged file would lock us out of our own database: a person has to decide.
    if (!parsed.success) throw new StartRefused(`${path} is damaged: restore it from a backup.`);
    return parsed.data;
  }
  const secrets: Secrets = {
    authSecret: randomBytes(32).toString("base64url"),
    databasePassword: randomBytes(24).toString("base64url"),
  };
  try {
    mkdirSync(dataDir, { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, path);
  } catch {
    throw new StartRefused(
      `${dataDir} can't be written: set AUFWIND_DATA_DIR to a folder of yours.`,
    );
  }
  return secrets;
}

/**
 * Reads and checks the environment. Throws `StartRefused` with one clear line when it is unusable.
 * With PUBLIC_URL or DATABASE_URL set this is a production server, whose secrets a person provides;
 * without them the secrets are made at the first start.
 */
export function readEnv(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  root: string = process.cwd(),
): Env {
  const parsed = raw.safeParse(variables);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartRefused(`${issue?.path.join(".") ?? "environment"}: ${issue?.message ?? "?"}.`);
  }
  const given = parsed.data;
  const publicUrl = given.PUBLIC_URL ? publicOrigin(given.PUBLIC_URL) : undefined;
  const databaseUrl = given.DATABASE_URL ? postgresUrl(given.DATABASE_URL) : undefined;
  const dataDir = resolve(root, given.AUFWIND_DATA_DIR ?? ".data");
  const services = readServices(given, publicUrl);
  const because = publicUrl ? "PUBLIC_URL" : databaseUrl ? "DATABASE_URL" : undefined;

  const providedSecret = because ? checkedSecret(given.NEXTAUTH_SECRET, because) : undefined;
  // A server with its own database has nothing to keep in the data directory.
  const selfMade = providedSecret && databaseUrl ? undefined : selfMadeSecrets(dataDir);

  return {
    mode: given.NODE_ENV,
    port: given.PORT,
    host: given.HOST ?? "0.0.0.0",
    databaseUrl,
    publicUrl,
    allowedHosts: (given.AUFWIND_ALLOWED_HOSTS ?? "")
      .split(",")
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ""),
    dataDir,
    logLevel: given.AUFWIND_LOG_LEVEL,
    keepDays: given.AUFWIND_KEEP_DAYS,
    authSecret: providedSecret ?? given.NEXTAUTH_SECRET ?? selfMade?.authSecret ?? "",
    databasePassword: selfMade?.databasePassword ?? "",
    ...services,
  };
}
