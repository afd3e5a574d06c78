import { hash, verify } from "@node-rs/argon2";
import { createFairLine, type Lane, type LineLimits } from "@/server/auth/fair-line";

/** Argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Two at a time hold memory at 38 MiB. Strangers get one of them, so that a flood of theirs leaves the
 * live sessions a processor, and whoever is known here does not wait behind it. A lane is as long as
 * somebody would wait for (about 5 s), all together as many as cost next to nothing while they wait.
 */
const LINE: LineLimits = { atOnce: 2, strangersAtOnce: 1, perLane: 128, inAll: 1_024 };

/** New passwords: whoever chooses one is signed in, or has a link. */
const CHOOSING: Lane = { name: "", isKnown: true };

/** How passwords are hashed and checked. Tests count the calls through their own. */
export interface Passwords {
  /** Both throw `LineFullError` where too many are being worked on at this moment. */
  hash(password: string): Promise<string>;
  /** Does the same work without a hash, so that unknown addresses can't be told by time. */
  matches(password: string, hashed: string | null, lane: Lane): Promise<boolean>;
}

/** Argon2id with a bounded queue. */
export function createPasswords(): Passwords {
  const line = createFairLine(LINE);
  const hashInTurn = (password: string) =>
    line.run(CHOOSING, () => hash(normalise(password), ARGON));
  const nobody = hashInTurn("the password of nobody");

  return {
    hash: hashInTurn,
    async matches(password, hashed, lane) {
      const against = hashed ?? (await nobody);
      const same = await line.run(lane, () => verify(against, normalise(password)));
      return same && hashed !== null;
    },
  };
}

/** The same letters typed on another keyboard or system are the same password. */
function normalise(password: string): string {
  return password.normalize("NFKC");
}
