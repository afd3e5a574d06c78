import { createPasswords, type Passwords } from "@/server/auth/passwords";

/**
 * The product's own hashes, each worked out once in a process: hundreds of tests open an account with the same password, and
 * what they are about comes after that.
 */
export function rememberedPasswords(): Passwords {
  const passwords = createPasswords();
  const hashes = new Map<string, Promise<string>>();
  const matches = new Map<string, Promise<boolean>>();
  return {
    hash: (password) => remembered(hashes, password, () => passwords.hash(password)),
    matches: (password, hashed, lane) =>
      remembered(matches, JSON.stringify([password, hashed]), () =>
        passwords.matches(password, hashed, lane),
      ),
  };
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>) {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}
