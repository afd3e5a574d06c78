import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Actor, RouteIds } from "@/attack/access/routes";
import { type Answer, ask } from "@/attack/ask";

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

const everybody = {
  nobody: "answered",
  owner: "answered",
  other: "answered",
  admin: "answered",
} as const;
const signedIn = { ...everybody, nobody: "sign-in" } as const;
const admins = {
  nobody: "sign-in",
  owner: "not found",
  other: "not found",
  admin: "answered",
} as const;

const account = { name: "X", email: "x@example.org", password: "ein langer Satz" };

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

/** Every server action; a new one without an entry fails the suite. */
export const actions: Readonly<Record<string, ActionExpectation>> = {
  "app/invite/[token]/actions.ts#createAccount": {
    page: ({ invitation }) => invitation,
    args: () => ["no-such-token", {}, form(account)],
    by: everybody,
    changes: [],
  },
  "app/invite/[token]/actions.ts#acceptWithProvider": {
    page: ({ invitation }) => invitation,
    args: () => ["no-such-token"],
    by: everybody,
    changes: [],
  },
  "app/setup/[token]/actions.ts#createAccount": {
    page: () => "/setup/x",
    args: () => ["no-such-token", {}, form(account)],
    by: everybody,
    changes: [],
  },
  "app/sign-in/actions.ts#signIn": {
    page: () => "/sign-in",
    args: () => [{}, form({ email: "x@example.org", password: "falsch", next: "/sessions" })],
    by: everybody,
    changes: [],
  },
  "app/sign-in/actions.ts#signInWithProvider": {
    page: () => "/sign-in",
    args: () => [form({ next: "/sessions" })],
    by: everybody,
    changes: [],
  },
  "app/sign-in/request-link.ts#requestLink": {
    page: () => "/sign-in/forgotten",
    args: () => ["reset", { sent: false }, form({ email: "x@example.org" })],
    by: everybody,
    changes: [],
  },
  "app/link/[token]/actions.ts#signInWithLink": {
    page: ({ link }) => link,
    args: () => ["no-such-token"],
    by: everybody,
    changes: [],
  },
  "app/link/[token]/actions.ts#confirmEmail": {
    page: ({ link }) => link,
    args: () => ["no-such-token"],
    by: everybody,
    changes: [],
  },
  "app/link/[token]/actions.ts#resetPassword": {
    page: ({ link }) => link,
    args: () => ["no-such-token", {}, form(account)],
    by: everybody,
    changes: [],
  },
  "app/sessions/open-session.ts#openSession": {
    page: () => "/sessions",
    args: () => [
      { failed: false },
      form({ templateId: "first-aid-after-a-no", address: "du", language: "de" }),
    ],
    by: signedIn,
    changes: ["owner", "other", "admin"],
  },
  "app/sessions/lobby-action.ts#keepLobbyUntil": {
    page: () => "/sessions",
    // Some day of the next weeks, another one for each who asks.
    args: ({ session }) => [session, Date.now() + (1 + 60 * Math.random()) * 24 * 60 * 60_000],
    by: signedIn,
    changes: ["owner"],
  },
  "app/sessions/rename.ts#renameSession": {
    page: () => "/sessions",
    args: ({ session }) => [session, `Gruppe ${Math.random()}`],
    by: signedIn,
    changes: ["owner"],
  },
  "app/sessions/[id]/summary/actions.ts#saveTakeaway": {
    page: ({ session }) => `/sessions/${session}/summary`,
    args: ({ session }) => [session, `Gesagt um ${Math.random()}`],
    // Told that nobody is signed in: what was typed stays on the page.
    by: everybody,
    changes: ["owner"],
  },
  "app/sessions/[id]/summary/actions.ts#saveHiddenSections": {
    page: ({ session }) => `/sessions/${session}/summary`,
    args: ({ session }) => [session, ["agenda"]],
    by: signedIn,
    changes: ["owner"],
  },
  "app/sessions/[id]/phone-address-action.ts#choosePhoneAddress": {
    page: ({ session }) => `/sessions/${session}`,
    args: () => ["127.0.0.1"],
    by: signedIn,
    changes: [],
  },
  "app/sessions/people/actions.ts#invite": {
    page: () => "/sessions/people",
    args: () => [{}, form({ email: "" })],
    by: admins,
    changes: ["admin"],
  },
  "app/sessions/people/actions.ts#revoke": {
    page: () => "/sessions/people",
    args: () => [form({ id: "00000000-0000-0000-0000-000000000000" })],
    by: admins,
    changes: [],
  },
  "app/sessions/people/actions.ts#setRole": {
    page: () => "/sessions/people",
    args: ({ person }) => [person, "admin"],
    by: admins,
    changes: ["admin"],
  },
  "app/sessions/people/actions.ts#removeAccount": {
    page: () => "/sessions/people",
    args: ({ person }) => [person],
    by: admins,
    changes: ["admin"],
  },
  "app/sessions/installation/actions.ts#saveHelpContacts": {
    page: () => "/sessions/installation",
    args: () => [[contact]],
    by: { ...admins, nobody: "answered" },
    changes: ["admin"],
  },
  "app/sessions/account/actions.ts#changeProfile": {
    page: () => "/sessions/account",
    args: () => [{}, form({ name: `Name ${Math.random()}`, language: "de" })],
    by: signedIn,
    changes: ["owner", "other", "admin"],
  },
  // Without the password nothing changes, whoever is signed in.
  "app/sessions/account/actions.ts#changePassword": {
    page: () => "/sessions/account",
    args: () => [{}, form({ ...account, proof: "falsch" })],
    by: signedIn,
    changes: [],
  },
  "app/sessions/account/actions.ts#changeEmail": {
    page: () => "/sessions/account",
    args: () => [{}, form({ ...account, proof: "falsch" })],
    by: signedIn,
    changes: [],
  },
  "app/sessions/account/actions.ts#linkProvider": {
    page: () => "/sessions/account",
    args: () => [{}, form({ proof: "falsch" })],
    by: signedIn,
    changes: [],
  },
  "app/sessions/account/actions.ts#deleteAccount": {
    page: () => "/sessions/account",
    args: () => [{}, form({ proof: "falsch" })],
    by: signedIn,
    changes: [],
  },
  "app/sessions/account/actions.ts#unlinkProvider": {
    page: () => "/sessions/account",
    args: () => [],
    by: signedIn,
    changes: [],
  },
  "app/sessions/account/actions.ts#endDevice": {
    page: () => "/sessions/account",
    args: ({ device }) => [form({ id: device })],
    by: signedIn,
    changes: ["owner"],
  },
  // The owner has a second one; the others have none but the one that asks.
  "app/sessions/account/actions.ts#endOtherDevices": {
    page: () => "/sessions/account",
    args: () => [],
    by: signedIn,
    changes: ["owner"],
  },
  "app/sessions/deletion.ts#deleteRawData": {
    page: () => "/sessions",
    args: ({ ended }) => [ended],
    by: signedIn,
    changes: ["owner"],
  },
  "app/sessions/deletion.ts#deleteSession": {
    page: () => "/sessions",
    args: ({ ended }) => [ended],
    by: signedIn,
    changes: ["owner"],
  },
  "app/sessions/actions.ts#signOut": {
    page: () => "/sessions",
    args: () => [],
    by: everybody,
    changes: ["owner", "other", "admin"],
  },
  "app/sessions/actions.ts#isSignedIn": {
    page: () => "/sessions",
    args: () => [],
    by: everybody,
    changes: [],
  },
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
