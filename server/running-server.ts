import type { Accounts } from "@/server/auth/accounts";
import type { Auth } from "@/server/auth/auth";
import type { Leaving } from "@/server/auth/leaving";
import type { MailedLinks } from "@/server/auth/mailed-links";
import type { OwnAccount } from "@/server/auth/own-account";
import type { Db } from "@/server/db/client";
import type { Env } from "@/server/env";
import type { Erasure } from "@/server/erasure/erasure";
import type { Installation } from "@/server/installation";
import type { Network } from "@/server/lan";
import type { Plans } from "@/server/plans/plans";
import type { Presets } from "@/server/plans/presets";
import type { Rehearsals } from "@/server/rehearsals/rehearsals";
import type { Sessions } from "@/server/sessions";
import type { Exports } from "@/server/summary/exports";

/** What the boot provides. Other parts add their own field below, as a type imported from them. */
export interface RunningServer {
  env: Env;
  db: Db;
  network: Network;
  accounts: Accounts;
  auth: Auth;
  /** Plans that facilitators keep for themselves. */
  plans: Plans;
  /** Parts of settings that they keep for their plans. */
  presets: Presets;
  sessions: Sessions;
  /** Sessions with invented people, which are gone once they are left. */
  rehearsals: Rehearsals;
  /** What people do with their own account. */
  ownAccount: OwnAccount;
  /** Removing accounts and handing the administration on. */
  leaving: Leaving;
  /** Links by e-mail; null where no SMTP server is configured. */
  mailed: MailedLinks | null;
  installation: Installation;
  /** Files of a summary that take a process of their own. */
  exports: Exports;
  /** Our licence and those of everything in the product; null before a build. */
  licences(): Promise<string | null>;
  /** `erasure.request()` after whatever was deleted. */
  erasure: Erasure;
}

const KEY = Symbol.for("aufwind.running");

/**
 * The one way from a page or a route handler to the running server. Next's bundle and ours hold
 * separate copies of every module, so the accessor goes through `globalThis`.
 */
export function running(): RunningServer {
  const server: unknown = Reflect.get(globalThis, KEY);
  if (!server) throw new Error("The server is not running: start it with `npm start`.");
  return server as RunningServer;
}

/** Called once by the boot (and by tests), before the first request. */
export function setRunning(server: RunningServer | undefined): void {
  Reflect.set(globalThis, KEY, server);
}
