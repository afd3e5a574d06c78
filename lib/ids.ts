import * as z from "zod/mini";

/** 128 random bits as 32 hex digits: never serial, never time-ordered (anonymity.md, rule 2). */
export const randomId = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** A SHA-256 as 64 hex digits. */
export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The largest revision that the database's `integer` holds. */
export const REVISION_MAX = 2 ** 31 - 1;

/** Counts the changes to a card or ballot, from 1; the highest wins (anonymity.md, rule 9). */
export const revision = z.int().check(z.positive(), z.maximum(REVISION_MAX));

/** Key of an activity inside its plan. */
export const activityKey = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
