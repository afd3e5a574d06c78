import { codeKeyOf } from "@/lib/client/code-key";
import type { DeviceStorage } from "@/lib/client/storage";
import { randomId } from "@/lib/ids";

/** The session this device joined with a code; null: it has not. */
export async function joinedSession(storage: DeviceStorage, code: string): Promise<string | null> {
  const session = randomId.safeParse(await storage.get(codeKeyOf(code)).catch(() => null));
  return session.success ? session.data : null;
}

/** Remembers that a code led to a session, so that a reload goes straight back in. */
export async function rememberCode(
  storage: DeviceStorage,
  code: string,
  session: string,
): Promise<void> {
  await storage.update([codeKeyOf(code)], () => [session]).catch(() => undefined);
}
