import { randomInt } from "node:crypto";
import type { Booted } from "@/server/boot";
import {
  DEMO_PHONES,
  deleteUnfinished,
  demoAccount,
  openDemoSession,
} from "@/server/demo/demo-session";
import type { Env } from "@/server/env";
import { joinAsPhone, joinByCode, type SimulatedPhone } from "@/server/simulated/phone";
import { StartRefused } from "@/server/start-refused";

/** People come in one after the other, the last one after about twenty seconds. */
const NEXT_PHONE_MS = [300, 2_500] as const;

/** The demo has a database of its own, so that it can't touch what is real. */
export const DEMO_FOLDER = "demo";

/** A server that others reach is no place for people who do not exist. */
export function refuseDemoInProduction(
  variables: Readonly<Record<string, string | undefined>>,
): void {
  for (const name of ["PUBLIC_URL", "DATABASE_URL"] as const) {
    if (variables[name]) {
      throw new StartRefused(
        `The demo only runs on this machine with its own data: start it without ${name}.`,
      );
    }
  }
}

/** This machine's own way to the server. */
export function loopbackUrl(env: Pick<Env, "host">, port: number): string {
  const host = ["0.0.0.0", "::"].includes(env.host) ? "127.0.0.1" : env.host;
  return `http://${host}:${port}`;
}

/**
 * Opens a session in which ten simulated phones take part through the real protocol. Somebody has
 * to run it: the phones only follow. Returns what the terminal says, and how to end the phones.
 */
export async function startDemo(
  booted: Booted,
): Promise<{ lines: string[]; stop(): Promise<void> }> {
  const { network, server } = booted;
  const account = await demoAccount(server.db);
  await deleteUnfinished(server.db, account.userId);
  const session = await openDemoSession(server, account.userId, "de");
  const url = loopbackUrl(server.env, booted.port);

  const phones: SimulatedPhone[] = [];
  let stopped = false;
  let wake = (): void => undefined;
  const arriving = (async () => {
    const sessionId = await joinByCode(url, session.code);
    for (let number = 0; number < DEMO_PHONES && !stopped; number += 1) {
      const phone = await joinAsPhone(url, sessionId, number);
      phones.push(phone);
      phone.follow();
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, randomInt(...NEXT_PHONE_MS)).unref();
      });
    }
  })().catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The simulated phones could not join: ${why}\n`);
  });

  return {
    lines: [
      "",
      "  Aufwind is running as a DEMO.",
      `  ${DEMO_PHONES} simulated phones take part: they are not people, and what they write is invented.`,
      "  It keeps its own data, apart from those of `npm start`.",
      "",
      "  1. Sign in and run the session; the phones follow.",
      `     Console   ${network.localUrl}/sessions/${session.id}`,
      `     E-mail    ${account.email}`,
      `     Password  ${account.password}   (for this start only)`,
      "  2. Open the stage in a second window.",
      `     Stage     ${network.localUrl}${session.stageUrl}`,
      "  3. Take part yourself, with a phone in the same Wi-Fi or in a private window.",
      `     Phone     ${session.joinUrl}`,
      "",
      "  Ctrl-C stops everything. The next demo replaces this session unless it has ended.",
      "",
    ],
    async stop() {
      stopped = true;
      wake();
      await arriving;
      for (const phone of phones) phone.close();
    },
  };
}
