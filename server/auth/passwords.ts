import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two at a time leave the live sessions a processor and hold memory at 38 MiB. */
const AT_ONCE = 2;

/** Beyond this line nobody would wait for the answer any more (about 2 s). */
const MAX_WAITING = 64;

/** How passwords are hashed and checked. Tests count the calls through their own. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Does the same work without a hash, so that unknown addresses can't be told by time. */
  matches(password: string, hashed: string | null): Promise<boolean>;
}

/** Too many passwords are being checked at this moment. */
export class PasswordsBusyError extends Error {}

/** Argon2id with a bounded queue. */
export function createPasswords(): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) {
      if (waiting.length >= MAX_WAITING) throw new PasswordsBusyError();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  const hashInTurn = (password: string) => inTurn(() => hash(normalise(password), ARGON));
  const nobody = hashInTurn("the password of nobody");

  return {
    hash: hashInTurn,
    async matches(password, hashed) {
      const against = hashed ?? (await nobody);
      const same = await inTurn(() => verify(against, normalise(password)));
      return same && hashed !== null;
    },
  };
}

/** The same letters typed on another keyboard or system are the same password. */
function normalise(password: string): string {
  return password.normalize("NFKC");
}
