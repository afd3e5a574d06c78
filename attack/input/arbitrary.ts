import fc from "fast-check";
import type * as z from "zod/v4/core";
import { hostileTexts } from "@/attack/input/hostile";

/** Longest array or free text that is drawn as valid input; beyond it is the mutations' business. */
const LENGTH_MAX = 12;

/**
 * Valid input for a schema, so that mutations start from what gets far. `known` are strings that
 * exist (ids of this and of other sessions, keys, hashes): where one fits, it is drawn half the time.
 * Throws for a part of zod that no boundary of the product has used so far.
 */
export function arbitraryOf(schema: z.$ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
  const of = (each: z.$ZodType) => arbitraryOf(each, known);
  const { def } = (schema as z.$ZodTypes)._zod;
  switch (def.type) {
    case "string":
      return textOf(def.checks ?? [], known);
    case "number":
      return fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 1, max: 10 }) },
        { weight: 1, arbitrary: fc.constantFrom(-1, 0, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1) },
      );
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "unknown":
      return fc.jsonValue();
    case "literal":
      return fc.constantFrom(...def.values);
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "nullable":
      return fc.option(of(def.innerType), { nil: null });
    case "optional":
    case "default":
      return fc.option(of(def.innerType), { nil: undefined });
    case "array": {
      const exactly = lengthOf(def.checks ?? []);
      const bounds = exactly === undefined ? {} : { minLength: exactly };
      return fc.array(of(def.element), { maxLength: exactly ?? LENGTH_MAX, ...bounds });
    }
    case "record":
      return fc.dictionary(of(def.keyType).map(String), of(def.valueType), { maxKeys: LENGTH_MAX });
    case "tuple":
      return fc.tuple(...def.items.map(of));
    case "union":
      return fc.oneof(...def.options.map(of));
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(def.shape).map(([key, value]) => [key, of(value)])),
      );
    default:
      throw new Error(`No input is known for a schema of type ${def.type}`);
  }
}

/** The one length that a list may have, where there is only one. */
function lengthOf(checks: readonly z.$ZodCheck<never>[]): number | undefined {
  for (const check of checks) {
    const { def } = (check as unknown as z.$ZodCheckLengthEquals)._zod;
    if (def.check === "length_equals") return def.length;
  }
}

function textOf(
  checks: readonly z.$ZodCheck<never>[],
  known: readonly string[],
): fc.Arbitrary<string> {
  const patterns = checks.flatMap((check) => {
    const { def } = (check as unknown as z.$ZodCheckRegex)._zod;
    // Patterns with the flag only say that something is to be seen; ids are plain.
    return def.check === "string_format" && def.pattern && !def.pattern.unicode
      ? [def.pattern]
      : [];
  });
  const [pattern] = patterns;
  const fitting = known.filter((each) => patterns.every((one) => one.test(each)));
  const fresh = pattern
    ? fc.stringMatching(pattern)
    : fc.oneof(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: LENGTH_MAX }),
        fc.constantFrom(...hostileTexts),
      );
  return fitting.length === 0 ? fresh : fc.oneof(fc.constantFrom(...fitting), fresh);
}
