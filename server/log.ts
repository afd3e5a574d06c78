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
  return { kind: error.name, ...code, frames: framesOf(error), ...cause };
}

/** Calls that lead to an error, the innermost first; more say little. */
const FRAMES_MAX = 12;

/**
 * Where an error happened. Its stack begins with the message, of which a line may look like a frame
 * ("at my old firm"): nothing is read before the message's end, or anything where it isn't found.
 */
function framesOf({ stack = "", message }: Error): string[] {
  const at = stack.indexOf(message);
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES_MAX)
    .map((line) => line.trim());
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
