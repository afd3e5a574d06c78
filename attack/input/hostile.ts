import fc from "fast-check";

/** As deep as our own client can write; the frames of cpu.ts go deeper. */
const DEPTH = 800;

const nested = (open: string, inmost: string, close: string): unknown =>
  JSON.parse(open.repeat(DEPTH) + inmost + close.repeat(DEPTH));

/** Strings on which parsers, databases and screens break. */
export const hostileTexts: readonly string[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00\ud800",
  "x\udfff",
  "\u200b\u200b",
  "\ufeff",
  "\u2028\u2029",
  "\u202eKehrseite\u202c",
  "\u2066\u2067\u2068\u2069",
  "🙂".repeat(200),
  "👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "e\u0301",
  "é",
  "ﬁ①Å",
  `Z${"\u0351".repeat(900)}`,
  "ا".repeat(300),
  "x".repeat(1_001),
  "Ü".repeat(5_000),
  "\u001b[2J\u0007\u0008",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "null",
  "undefined",
  "NaN",
  "-1",
  "1e999",
  "%00",
  "%s%n{{7*7}}",
  "' or 1=1; drop table sessions; --",
  "../../etc/passwd",
  "<script>throw 1</script>",
  "a".repeat(32),
  "A".repeat(32),
  `${"a".repeat(32)}\n`,
];

/** Values that are no strings, or are not what they look like. */
export const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  null,
  true,
  0,
  -0,
  -1,
  0.1,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  1e308,
  -1e308,
  [],
  {},
  nested("[", "", "]"),
  nested('{"a":', "0", "}"),
  Array.from({ length: 3_000 }, () => 0),
  Array.from({ length: 500 }, () => "a".repeat(32)),
  JSON.parse('{"__proto__":{"role":"facilitator","type":"end"}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  JSON.parse('{"toString":null,"valueOf":null,"toJSON":1,"then":1,"length":-1}'),
  Object.fromEntries(Array.from({ length: 2_000 }, (_, key) => [`key${key}`, key])),
  Buffer.from([0, 1, 2, 255]),
  { _placeholder: true, num: 7 },
];

/** Keys that reach where they should not, and keys that nobody listed. */
const hostileKeys = [
  ..."__proto__ constructor prototype toString hasOwnProperty then author role".split(" "),
  ...["", "\u0000"],
];

/** One change somewhere inside a value. `at` picks the place, whatever the value turns out to be. */
export interface Mutation {
  at: number;
  change: "replace" | "add" | "remove" | "wrap" | "flip";
  key: string;
  value: unknown;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(200),
  change: fc.constantFrom("replace" as const, "add", "remove", "wrap", "flip"),
  key: fc.constantFrom(...hostileKeys),
  value: fc.constantFrom(...hostileValues),
});

/** The value with the mutation done to it; the original stays as it was. */
export function mutate(value: unknown, { at, change, key, value: by }: Mutation): unknown {
  let left = at % Math.max(1, placesIn(value));
  const visit = (each: unknown): unknown => {
    left -= 1;
    if (left === -1) return changed(each, change, key, by);
    if (Array.isArray(each)) return each.map(visit);
    if (!isRecord(each)) return each;
    return recordOf(Object.entries(each).map(([name, inner]) => [name, visit(inner)]));
  };
  return visit(value);
}

function changed(value: unknown, change: Mutation["change"], key: string, by: unknown): unknown {
  switch (change) {
    case "replace":
      return by;
    case "wrap":
      return { [key || "inner"]: value };
    case "add":
      return isRecord(value) ? recordOf([...Object.entries(value), [key, by]]) : [value, by];
    case "remove":
      return isRecord(value) ? recordOf(Object.entries(value).slice(1)) : undefined;
    case "flip":
      if (typeof value === "string") return value.toUpperCase();
      if (typeof value === "number") return -value * 1e9;
      return typeof value === "boolean" ? String(value) : [value, value];
  }
}

/** An object with exactly these keys of its own, `__proto__` included. */
function recordOf(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    Object.defineProperty(record, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return record;
}

function placesIn(value: unknown): number {
  if (Array.isArray(value)) return 1 + value.reduce((sum: number, each) => sum + placesIn(each), 0);
  if (!isRecord(value)) return 1;
  return 1 + Object.values(value).reduce((sum: number, each) => sum + placesIn(each), 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value)
  );
}
