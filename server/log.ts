import pino, { type DestinationStream, type Logger } from "pino";
import type { Env } from "@/server/env";

export type Log = Logger;

/**
 * What a log may say about an error: its kind, its code and where it happened. Messages stay out,
 * because those of the database, of JSON and of drizzle quote what people wrote.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const cause = error.cause instanceof Error ? { cause: describeError(error.cause) } : {};
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return { kind: error.name, ...code, frames, ...cause };
}

/** Logs know nothing of people: no address, cookie, code or content is ever passed to them. */
export function createLog(
  env: Pick<Env, "mode" | "logLevel">,
  destination: DestinationStream = pino.destination(1),
): Log {
  return pino(
    {
      level: env.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError, error: describeError },
    },
    destination,
  );
}

/** Next prints errors of pages through the console, messages included: describe them instead. */
export function describeConsoleErrors(log: Log): void {
  console.error = (...parts: unknown[]) => {
    const error = parts.find((part) => part instanceof Error);
    log.error(error ? { err: error } : {}, "a page or route handler failed");
  };
}
