const NONE: ReadonlySet<string> = new Set();

/**
 * The same value with each text in it made anew, however deep it lies. Names of fields stay, and so does what stands
 * under one of `kept`.
 */
export function eachText<T>(
  value: T,
  made: (text: string) => string,
  kept?: ReadonlySet<string>,
): T;
export function eachText(value: unknown, made: (text: string) => string, kept = NONE): unknown {
  if (typeof value === "string") return made(value);
  if (Array.isArray(value)) return value.map((each) => eachText(each, made, kept));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      kept.has(name) ? each : eachText(each, made, kept),
    ]),
  );
}
