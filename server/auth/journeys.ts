import { decode, encode } from "next-auth/jwt";
import * as z from "zod";
import { cookieNames, OIDC_SECONDS } from "@/server/auth/next-auth-cookies";
import { oidcIntent } from "@/server/auth/oidc";

/**
 * Journeys that one browser can be on: somebody with the sign-in open in a few tabs comes back from the
 * provider in any order. Each is a cookie of about 2 kB, and Node refuses headers of more than 16 kB.
 */
const JOURNEYS_MAX = 3;

const journey = z.object({
  /** What the provider's answer has to name. */
  state: z.string().min(1),
  /** What it was set out for. */
  intent: oidcIntent,
  /** What next-auth wants back with the answer, by the names of its cookies. */
  cookies: z.record(z.string(), z.string()),
  /** When it began, in ms since 1970. */
  begunAt: z.number(),
});

export type Journey = z.infer<typeof journey>;

/** A journey and the cookie that it travels in. */
export interface FoundJourney extends Journey {
  cookie: string;
}

/**
 * What a browser carries through a sign-in elsewhere: an encrypted cookie for each journey, so that none
 * ends another one (`docs/decisions/0011-oidc-through-our-own-door.md`).
 */
export function createJourneys({ secret, secure }: { secret: string; secure: boolean }) {
  const salt = cookieNames(secure).journey;
  const slots = Array.from({ length: JOURNEYS_MAX }, (_, slot) => `${salt}-${slot}`);

  /** Null when it is forged or too old. */
  async function opened(sealed: string | undefined): Promise<Journey | null> {
    if (!sealed) return null;
    try {
      const token = await decode({ token: sealed, secret, salt });
      return journey.parse(token?.journey);
    } catch {
      return null;
    }
  }

  return {
    /** The cookie for one that begins: the place of none, or else of the one that began first. */
    async keep(
      held: Readonly<Record<string, string>>,
      begun: Journey,
    ): Promise<{ name: string; value: string }> {
      const ages = await Promise.all(
        slots.map(async (name) => ({ name, begunAt: (await opened(held[name]))?.begunAt ?? 0 })),
      );
      const [{ name } = { name: salt }] = ages.sort((a, b) => a.begunAt - b.begunAt);
      const value = await encode({
        token: { journey: begun },
        secret,
        salt,
        maxAge: OIDC_SECONDS,
      });
      return { name, value };
    },

    /** The one that an answer with this state ends; null where this browser is on no such journey. */
    async find(
      held: Readonly<Record<string, string>>,
      state: string | undefined,
    ): Promise<FoundJourney | null> {
      for (const cookie of slots) {
        const found = await opened(held[cookie]);
        if (found && found.state === state) return { ...found, cookie };
      }
      return null;
    },
  };
}
