import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Actor, RouteIds } from "@/attack/access/routes";
import { type Answer, ask } from "@/attack/ask";
import { ownPlanOf } from "@/lib/session/own-plan";
import { otherChairs } from "@/lib/workshops/other-chairs";
import type { Booted } from "@/server/boot";
import { randomId } from "@/server/rooms/chance";

const manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

/** What a call is answered by: the action's own answer, the way to the sign-in page, or nothing there. */
export type Outcome = "answered" | "sign-in" | "not found";

export interface ActionExpectation {
  /** A page that offers it. */
  page(ids: RouteIds): string;
  args(ids: RouteIds): unknown[];
  by: Readonly<Record<Actor, Outcome>>;
  /** Whether what is stored may change when this actor calls it. */
  changes: readonly Actor[];
}

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

type Page = string | ((ids: RouteIds) => string);
type Args = (ids: RouteIds) => unknown[];

/** Makes expectations of actions that these may call, with the effect that these have. */
const callableBy =
  (by: ActionExpectation["by"], ...changes: Actor[]) =>
  (page: Page, args: Args): ActionExpectation => ({
    ...{ by, args, changes },
    page: (ids) => (typeof page === "string" ? page : page(ids)),
  });

/** Whoever has an account. */
const EACH = ["owner", "other", "admin"] as const;
const everybody = {
  nobody: "answered",
  owner: "answered",
  other: "answered",
  admin: "answered",
} as const;
const signedIn = { ...everybody, nobody: "sign-in" } as const;
const onlyAdmin = { ...signedIn, owner: "not found", other: "not found" } as const;

const open = callableBy(everybody);
const facilitators = callableBy(signedIn);
/** Each of them changes something of their own. */
const themselves = callableBy(signedIn, ...EACH);
const owners = callableBy(signedIn, "owner");
const admins = callableBy(onlyAdmin, "admin");

const account = { name: "X", email: "x@example.org", password: "ein langer Satz" };
/** Without the password nothing changes, whoever is signed in. */
const unproven = (fields: Record<string, string> = {}): Args => {
  return () => [{}, form({ ...fields, proof: "falsch" })];
};

/** A number to call, as the form of the installation page sends it. */
export const contact = {
  key: "x",
  country: "DE",
  nameDe: "Hilfe",
  nameEn: "Help",
  noteDe: "",
  noteEn: "",
  phone: "116 123",
  lastChecked: "",
};

/** A part of settings that is kept, as a page sends it. */
export const keptPart = {
  ...{ kind: "roleplay", part: "roleSet", name: "Rollen" },
  value: otherChairs.activities.find(({ kind }) => kind === "roleplay")?.settings.roleSet,
};

/** Keeps a plan for an account: its id. */
export async function keepPlan({ plans }: Booted["server"], account: string): Promise<string> {
  const adapted = ownPlanOf(otherChairs);
  const id = adapted && (await plans.add(account, adapted));
  if (!id) throw new Error("There is no plan");
  return id;
}

/** A plan that a page has made of a ready-made one, under another name each time. */
const planToKeep = () => ({ ...ownPlanOf(otherChairs), title: { de: `Plan ${Math.random()}` } });

const planPage = ({ plan }: RouteIds) => `/sessions/plans/${plan}`;

const DAY_MS = 24 * 60 * 60_000;
const PEOPLE = "/sessions/people";
const ACCOUNT = "/sessions/account";
const summaryPage = ({ session }: RouteIds) => `/sessions/${session}/summary`;
const invitationPage = ({ invitation }: RouteIds) => invitation;
const linkPage = ({ link }: RouteIds) => link;

/** Every server action; a new one without an entry fails the suite. */
export const actions: Readonly<Record<string, ActionExpectation>> = {
  "app/invite/[token]/actions.ts#createAccount": open(invitationPage, () => [
    ...["no-such-token", {}, form(account)],
  ]),
  "app/invite/[token]/actions.ts#acceptWithProvider": open(invitationPage, () => ["no-such-token"]),
  "app/setup/[token]/actions.ts#createAccount": open("/setup/x", () => [
    ...["no-such-token", {}, form(account)],
  ]),
  "app/sign-in/actions.ts#signIn": open("/sign-in", () => [
    {},
    form({ email: "x@example.org", password: "falsch", next: "/sessions" }),
  ]),
  "app/sign-in/actions.ts#signInWithProvider": open("/sign-in", () => [
    form({ next: "/sessions" }),
  ]),
  "app/sign-in/request-link.ts#requestLink": open("/sign-in/forgotten", () => [
    ...["reset", { sent: false }, form({ email: "x@example.org" })],
  ]),
  "app/link/[token]/actions.ts#signInWithLink": open(linkPage, () => ["no-such-token"]),
  "app/link/[token]/actions.ts#confirmEmail": open(linkPage, () => ["no-such-token"]),
  "app/link/[token]/actions.ts#resetPassword": open(linkPage, () => [
    ...["no-such-token", {}, form(account)],
  ]),
  "app/sessions/open-session.ts#openSession": themselves(
    "/sessions/new/first-aid-after-a-no",
    () => [
      { failed: false },
      form({ templateId: "first-aid-after-a-no", address: "du", language: "de" }),
    ],
  ),
  // Of no template there is: a rehearsal's people would go on writing while other actions are tried. Whose it
  // becomes, and who can end it, is tried in `server/rehearsals/rehearsals.pg.test.ts`.
  "app/sessions/rehearsal.ts#rehearse": facilitators("/sessions/new/first-aid-after-a-no", () => [
    null,
    form({ templateId: "none", address: "du", language: "de" }),
  ]),
  // A session that is none, whoever asks.
  "app/sessions/rehearsal.ts#endRehearsal": open("/sessions", ({ session }) => [session]),
  "app/sessions/lobby-action.ts#keepLobbyUntil": owners(
    "/sessions",
    // Some day of the next weeks, another one for each who asks.
    ({ session }) => [session, Date.now() + (1 + 60 * Math.random()) * DAY_MS],
  ),
  "app/sessions/rename.ts#renameSession": owners("/sessions", ({ session }) => [
    session,
    `Gruppe ${Math.random()}`,
  ]),
  // Told that nobody is signed in: what was typed stays on the page.
  "app/sessions/[id]/summary/actions.ts#saveTakeaway": {
    ...owners(summaryPage, ({ session }) => [
      { session, version: 1 },
      `Gesagt um ${Math.random()}`,
    ]),
    by: everybody,
  },
  "app/sessions/[id]/summary/actions.ts#saveHiddenSections": owners(summaryPage, ({ session }) => [
    { session, version: 1 },
    ["agenda"],
  ]),
  // Whoever has the link answers, an account or not.
  "app/follow-up/[token]/actions.ts#answerFollowUp": callableBy(
    everybody,
    "nobody",
    ...EACH,
  )(
    ({ followUp }) => followUp,
    ({ followUp }) => [followUp.slice("/follow-up/".length), randomId(), "done"],
  ),
  "app/sessions/[id]/summary/actions.ts#withdrawFollowUp": owners(summaryPage, ({ ended }) => [
    ended,
  ]),
  // It was taken back by then.
  "app/sessions/[id]/summary/actions.ts#openFollowUp": owners(summaryPage, ({ ended }) => [
    ended,
    14,
  ]),
  "app/sessions/[id]/summary/actions.ts#shareVersion": owners(summaryPage, ({ ended }) => [
    { session: ended, version: 1 },
    30,
  ]),
  "app/sessions/[id]/summary/actions.ts#revokeLink": owners(
    summaryPage,
    ({ ended, sharedLink }) => [ended, sharedLink],
  ),
  "app/sessions/[id]/summary/actions.ts#addVersion": owners(summaryPage, ({ session }) => [
    ...[session, `Für ${Math.random()}`, null],
  ]),
  "app/sessions/[id]/summary/actions.ts#renameVersion": owners(summaryPage, ({ session }) => [
    { session, version: 1 },
    `Für ${Math.random()}`,
  ]),
  // There is a second one by then.
  "app/sessions/[id]/summary/actions.ts#deleteVersion": owners(summaryPage, ({ session }) => [
    { session, version: 2 },
  ]),
  "app/sessions/[id]/summary/actions.ts#saveReview": owners(summaryPage, ({ session }) => [
    { session, version: 1 },
    { change: "intro", section: "themes", text: `Gesagt um ${Math.random()}` },
  ]),
  "app/sessions/[id]/phone-address-action.ts#choosePhoneAddress": facilitators(
    ({ session }) => `/sessions/${session}`,
    () => ["127.0.0.1"],
  ),
  "app/sessions/people/actions.ts#invite": admins(PEOPLE, () => [{}, form({ email: "" })]),
  "app/sessions/people/actions.ts#revoke": {
    ...admins(PEOPLE, () => [form({ id: "00000000-0000-0000-0000-000000000000" })]),
    changes: [],
  },
  "app/sessions/people/actions.ts#setRole": admins(PEOPLE, ({ person }) => [person, "admin"]),
  "app/sessions/people/actions.ts#removeAccount": admins(PEOPLE, ({ person }) => [person]),
  "app/sessions/installation/actions.ts#saveHelpContacts": {
    ...admins("/sessions/installation", () => [[contact]]),
    by: { ...onlyAdmin, nobody: "answered" },
  },
  "app/sessions/account/actions.ts#changeProfile": themselves(ACCOUNT, () => [
    {},
    form({ name: `Name ${Math.random()}`, language: "de" }),
  ]),
  "app/sessions/account/actions.ts#changePassword": facilitators(ACCOUNT, unproven(account)),
  "app/sessions/account/actions.ts#changeEmail": facilitators(ACCOUNT, unproven(account)),
  "app/sessions/account/actions.ts#linkProvider": facilitators(ACCOUNT, unproven()),
  "app/sessions/account/actions.ts#deleteAccount": facilitators(ACCOUNT, unproven()),
  "app/sessions/account/actions.ts#unlinkProvider": facilitators(ACCOUNT, () => []),
  "app/sessions/account/actions.ts#endDevice": owners(ACCOUNT, ({ device }) => [
    form({ id: device }),
  ]),
  // The owner has a second one; the others have none but the one that asks.
  "app/sessions/account/actions.ts#endOtherDevices": owners(ACCOUNT, () => []),
  "app/sessions/plans/actions.ts#adaptTemplate": themselves(
    "/sessions/new/first-aid-after-a-no",
    () => [null, form({ templateId: "first-aid-after-a-no" })],
  ),
  // Told that nobody is signed in: what was prepared stays on the page.
  "app/sessions/plans/actions.ts#savePlan": {
    ...owners(planPage, ({ plan }) => [plan, 1, planToKeep()]),
    by: everybody,
  },
  "app/sessions/plans/actions.ts#keepAsPlan": {
    ...themselves(planPage, () => [planToKeep()]),
    by: everybody,
  },
  "app/sessions/plans/actions.ts#copyPlan": owners("/sessions", ({ plan }) => [plan]),
  "app/sessions/plans/actions.ts#renamePlan": owners("/sessions", ({ plan }) => [
    ...[plan, `Plan ${Math.random()}`],
  ]),
  "app/sessions/plans/actions.ts#keepPreset": {
    ...themselves(planPage, () => [{ ...keptPart, name: `Rollen ${Math.random()}` }]),
    by: everybody,
  },
  "app/sessions/plans/actions.ts#deletePreset": {
    ...owners(planPage, ({ preset }) => [preset]),
    by: everybody,
  },
  "app/sessions/plans/actions.ts#deletePlan": owners("/sessions", ({ plan }) => [plan]),
  "app/sessions/deletion.ts#deleteRawData": owners("/sessions", ({ ended }) => [ended]),
  "app/sessions/deletion.ts#deleteSession": owners("/sessions", ({ ended }) => [ended]),
  "app/sessions/actions.ts#signOut": { ...open("/sessions", () => []), changes: EACH },
  "app/sessions/actions.ts#isSignedIn": open("/sessions", () => []),
};

/** Ids under which the build offers each action. */
export function builtActions(): Map<string, string> {
  const file = fileURLToPath(
    new URL("../../.next/server/server-reference-manifest.json", import.meta.url),
  );
  const { node } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  return new Map(
    Object.entries(node).map(([id, action]) => [`${action.filename}#${action.exportedName}`, id]),
  );
}

/** Calls an action as a page's script does, with any arguments. */
export async function callAction(
  url: string,
  id: string,
  page: string,
  args: readonly unknown[],
  cookie: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const encoded = new Response(encode(args));
  return ask(url, {
    method: "POST",
    path: page,
    headers: {
      "next-action": id,
      origin: url,
      accept: "text/x-component",
      "content-type": encoded.headers.get("content-type") ?? "text/plain;charset=UTF-8",
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
}

/** Arguments as React writes them: JSON, with each form's fields beside it under its number. */
function encode(args: readonly unknown[]): FormData | string {
  if (!args.some((each) => each instanceof FormData)) return JSON.stringify(args);
  const data = new FormData();
  const plain = args.map((each, index) => {
    if (!(each instanceof FormData)) return each;
    for (const [name, value] of each) data.append(`_${index + 1}_${name}`, value);
    return `$K${index + 1}`;
  });
  data.set("0", JSON.stringify(plain));
  return data;
}

/** What an answer to an action means. */
export function outcomeOf({ status, headers }: Answer): Outcome | string {
  const to = headers["x-action-redirect"] ?? headers.location ?? "";
  if (/^\/sign-in\?next=/.test(to)) return "sign-in";
  if (status === 404) return "not found";
  return status === 200 || status === 303 ? "answered" : `status ${status}`;
}
