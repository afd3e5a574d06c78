import { StartRefused } from "@/server/start-refused";

/**
 * Tells apart what a person can mend. Only the address of the database is printed, since its URL
 * holds a password.
 */
export function explainDatabase(error: unknown, url: string): StartRefused {
  const { host, pathname } = new URL(url);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why: Readonly<Record<string, string>> = {
    ECONNREFUSED: "nothing answers there",
    ENOTFOUND: "there is no such host",
    ETIMEDOUT: "it does not answer",
    "28P01": "user or password is wrong",
    "28000": "this user may not log in",
    "3D000": "there is no such database",
    "42501": "this user may not create tables",
  };
  const reason = why[code] ?? (error instanceof Error && !code ? error.message : `error ${code}`);
  return new StartRefused(
    `The database ${host}${pathname} can't be used: ${reason} (DATABASE_URL).`,
  );
}
