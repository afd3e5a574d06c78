import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { SessionPlan } from "@/lib/session/plan";
import type { SessionState } from "@/lib/session/state";
import { readPlan, storedPlan } from "@/lib/session/stored";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { workshops } from "@/lib/workshops/registry";
import type { Passwords } from "@/server/auth/passwords";
import { type Booted, type BootOptions, boot } from "@/server/boot";
import { users } from "@/server/db/schema/accounts";
import { sessions } from "@/server/db/schema/sessions";
import { readEnv } from "@/server/env";
import { createLog, type Log } from "@/server/log";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { cardsAsked } from "@/server/simulated/person";
import { stateOf } from "@/server/summary/summaries";
import { rememberedPasswords } from "@/server/testing/remembered-passwords";

export const PASSWORD = "ein langes Passwort für Tests";

export type Node = Booted & { url: string };

/** Shared by all nodes of this process. */
let passwords: Passwords | undefined;

/**
 * A node in this process, on a free port, without pages. It sweeps only where a test wants it to,
 * and is silent unless given a log.
 */
export async function startNode(
  databaseUrl: string,
  secret = randomId() + randomId(),
  {
    log: given,
    sweeps = false,
    ...limits
  }: { log?: Log; sweeps?: boolean } & Pick<
    BootOptions,
    "frameRate" | "peopleEveryMs" | "rehearsals"
  > = {},
): Promise<Node> {
  const folder = mkdtempSync(join(tmpdir(), "aufwind-node-"));
  const env = readEnv({
    NODE_ENV: "test",
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: secret,
    AUFWIND_DATA_DIR: folder,
    AUFWIND_LOG_LEVEL: "silent",
  });
  const log = given ?? createLog(env);
  passwords ??= rememberedPasswords();
  const booted = await boot({ env, log, passwords, dev: false, pages: false, sweeps, ...limits });
  const stop = async (): Promise<void> => {
    await booted.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...booted, stop, url: `http://127.0.0.1:${booted.port}` };
}

/** A facilitator with an account on this node: the cookie that a browser would hold. */
export async function signUp(node: Booted, email: string): Promise<{ id: string; cookie: string }> {
  const { accounts, auth } = node.server;
  const details = { name: "Ada", email, password: PASSWORD, language: "de" };
  const setup = await accounts.setupLink();
  const created = setup
    ? await accounts.createFirstAccount(setup.slice("/setup/".length), details)
    : await accounts.acceptInvitation(await invitation(node), details);
  if (!created.ok) throw new Error("The account could not be made");
  const answer = await auth.signIn({ email, password: PASSWORD }, {});
  if (!answer.ok) throw new Error("Signing in failed");
  return { id: created.account.userId, cookie: `${auth.cookie.name}=${answer.cookieValue}` };
}

async function invitation({ server }: Booted): Promise<string> {
  const [admin] = await server.db.select().from(users).where(eq(users.role, "admin"));
  const invited = await server.accounts.invite(admin?.id ?? "");
  if (!invited.ok) throw new Error("Inviting failed");
  return invited.path.slice("/invite/".length);
}

/** A screen on the session's stage link of this moment. */
export async function openStage(
  node: Node,
  { account, id }: { account: { id: string }; id: string },
): Promise<LiveClient> {
  const opened = await node.server.sessions.forFacilitator(account.id, id);
  if (!opened) throw new Error("There is no such session");
  return connectClient(node.url, { role: "stage", key: opened.stageKey });
}

/**
 * Hands in a card through the real protocol, in whichever activity has cards, or had until now; returns
 * the secrets that only a phone would keep.
 */
export async function handIn(
  participant: LiveClient,
  text: string,
  consents: { mayBeCase?: boolean; mayBeQuoted?: boolean; mark?: string } = {},
) {
  const { mark = randomId(), ...allowed } = consents;
  const edit = randomId();
  const [asked] = await cardsAsked(participant.view);
  const acknowledged = await participant.act({
    ...{ type: "submitCard", edit, markHash: hashSecret(mark), revision: 1, text },
    ...(asked?.attributes ? { attributes: asked.attributes } : {}),
    ...allowed,
  });
  return { edit, mark, acknowledged };
}

/** Leaves the lobby; resolves when the facilitator sees the first activity. */
export async function begin(facilitator: LiveClient): Promise<void> {
  const answer = await facilitator.send({ type: "begin", endsAt: null });
  if (!answer.ok) throw new Error(`Beginning: ${answer.code}`);
  await facilitator.until((view) => view.planned);
}

/** Advances from wherever the facilitator is. */
export function advance(facilitator: LiveClient) {
  return facilitator.send({ type: "advance", from: here(facilitator) });
}

/** Where somebody is, as commands that lead on name it (P12). */
export const here = ({ view }: Pick<LiveClient, "view">) => ({
  activity: view?.planned?.key ?? null,
  phase: view?.activity?.phase ?? null,
});

/** Advances until the given activity and phase. */
export async function advanceTo(
  facilitator: LiveClient,
  activity: string,
  phase: string,
): Promise<void> {
  const isThere = () =>
    here(facilitator).activity === activity && here(facilitator).phase === phase;
  while (!isThere()) {
    const from = here(facilitator);
    const answer = await facilitator.send({ type: "advance", from });
    if (!answer.ok) throw new Error(`Advancing from ${JSON.stringify(from)}: ${answer.code}`);
    await facilitator.until(
      (view) => view.planned?.key !== from.activity || view.activity?.phase !== from.phase,
    );
  }
}

/** The state of a session as its log tells it. Throws where there is none. */
export async function storedState({ server: { db } }: Node, id: string): Promise<SessionState> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  if (!row) throw new Error("There is no such session");
  return stateOf(db, row);
}

type Activities = SessionPlan["activities"];

/** Makes another plan of that of a session which nobody has entered yet. */
export async function changePlan(
  { server: { db } }: { server: Pick<Booted["server"], "db"> },
  id: string,
  change: (activities: Activities) => Activities,
): Promise<void> {
  const [opened] = await db.select().from(sessions).where(eq(sessions.id, id));
  const plan = readPlan(opened?.plan);
  await db
    .update(sessions)
    .set({ plan: storedPlan({ ...plan, activities: change(plan.activities) }) })
    .where(eq(sessions.id, id));
}

/** What a session is opened from where any workshop does. */
export const anyWorkshop = {
  templateId: workshops[0]?.id ?? "",
  address: "du",
  language: "de",
} as const;

/** An open session and its facilitator; `change` makes another plan of the ready-made one. */
export async function openSession(
  node: Node,
  account: { id: string; cookie: string },
  change: (activities: Activities) => Activities = (activities) => activities,
) {
  const { id } = await node.server.sessions.open({
    userId: account.id,
    // Its activities are the ones that the tests name.
    templateId: firstAidAfterANo.id,
    address: "du",
    language: "de",
  });
  await changePlan(node, id, change);
  const shake = { role: "facilitator", session: id } as const;
  const facilitator = await connectClient(node.url, shake, { cookie: account.cookie });
  return { id, facilitator };
}

/**
 * An open session with its facilitator, a new one where none is given, and `n` participants, all
 * connected. `change` gives activities settings that no ready-made plan has yet.
 */
export async function openWorkshop(
  node: Node,
  n: number,
  options: {
    account?: Awaited<ReturnType<typeof signUp>>;
    change?: Parameters<typeof openSession>[2];
  } = {},
) {
  const account = options.account ?? (await signUp(node, "ada@example.org"));
  const { id, facilitator } = await openSession(node, account, options.change);
  const devices = Array.from({ length: n }, () => randomId());
  const participants = await Promise.all(
    devices.map((device) => connectClient(node.url, { role: "participant", session: id, device })),
  );
  return { id, facilitator, participants, devices, account };
}
