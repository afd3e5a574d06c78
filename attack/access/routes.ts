import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const app = fileURLToPath(new URL("../../app", import.meta.url));

/**
 * Who asks. Participants have no account and send no cookie: to HTTP they are `nobody`, as whoever is
 * signed out. The owner comes last, so that strangers try what is still there.
 */
export const actors = ["nobody", "other", "admin", "owner"] as const;
export type Actor = (typeof actors)[number];

export interface RouteIds {
  session: string;
  /** Another one of the same owner, which has ended. */
  ended: string;
  stageKey: string;
  code: string;
  invitation: string;
  /** Of a link that was sent by e-mail. */
  link: string;
  /** Of a link to the summary of the ended one, and what its owner revokes it by. */
  shared: string;
  sharedLink: string;
  /** Of the link that asks what became of its plans. */
  followUp: string;
  /** Of a series of the owner's. */
  wall: string;
  /** A plan of the owner's own, and a part that is kept for it. */
  plan: string;
  preset: string;
  /** Somebody's account, and a device of the owner's. */
  person: string;
  device: string;
}

export interface RouteExpectation {
  path(ids: RouteIds): string;
  /** Status of a GET. */
  get: Readonly<Record<Actor, number>>;
  /** Whether strangers must get the same for what exists as for what doesn't. */
  hides?: boolean;
}

const everybody = (status: number) => ({
  nobody: status,
  owner: status,
  other: status,
  admin: status,
});

const open = (path: RouteExpectation["path"]): RouteExpectation => ({ path, get: everybody(200) });
const facilitators = (path: string): RouteExpectation => ({
  path: () => path,
  get: { ...everybody(200), nobody: 307 },
});
const admins = (path: string): RouteExpectation => ({
  path: () => path,
  get: { nobody: 307, owner: 404, other: 404, admin: 200 },
});
/** Of one's own sessions; an admin is a stranger there, too. */
const owners = (path: RouteExpectation["path"], status = 200): RouteExpectation => ({
  path,
  get: { nobody: 307, owner: status, other: 404, admin: 404 },
  hides: true,
});

/** Every page and route handler; a new one without an entry fails the suite. */
export const routes: Readonly<Record<string, RouteExpectation>> = {
  "/": open(() => "/"),
  "/how-anonymous": open(() => "/how-anonymous"),
  "/accessibility": open(() => "/accessibility"),
  "/imprint": open(() => "/imprint"),
  "/licences": open(() => "/licences"),
  "/privacy": open(() => "/privacy"),
  "/j": open(() => "/j"),
  "/j/[code]": open(({ code }) => `/j/${code}`),
  "/stage/[key]": open(({ stageKey }) => `/stage/${stageKey}`),
  "/setup/[token]": open(() => "/setup/used-long-ago"),
  "/invite/[token]": open(({ invitation }) => invitation),
  "/sign-in": { path: () => "/sign-in", get: { ...everybody(307), nobody: 200 } },
  "/sign-in/by-mail": open(() => "/sign-in/by-mail"),
  "/sign-in/forgotten": open(() => "/sign-in/forgotten"),
  // Looking does not use it up.
  "/link/[token]": open(({ link }) => link),
  // Whoever has the link reads the summary; what wrong ones get is in shared-links.pg.test.ts.
  "/shared/[token]": open(({ shared }) => shared),
  "/shared/[token]/[format]": open(({ shared }) => `${shared}/csv`),
  "/follow-up/[token]": open(({ followUp }) => followUp),
  "/sessions": facilitators("/sessions"),
  "/sessions/new/[template]": facilitators("/sessions/new/first-aid-after-a-no"),
  "/sessions/new/[template]/guide": facilitators("/sessions/new/first-aid-after-a-no/guide"),
  "/sessions/new/[template]/print-pack": facilitators(
    "/sessions/new/first-aid-after-a-no/print-pack",
  ),
  "/sessions/new/[template]/print-pack/sheets": facilitators(
    "/sessions/new/first-aid-after-a-no/print-pack/sheets",
  ),
  "/sessions/activities": facilitators("/sessions/activities"),
  "/sessions/activities/[activity]": facilitators("/sessions/activities/small-no"),
  "/preview": facilitators("/preview"),
  "/sessions/plans/[plan]": owners(({ plan }) => `/sessions/plans/${plan}`),
  "/sessions/side-by-side": facilitators("/sessions/side-by-side"),
  "/sessions/side-by-side/[format]": owners(
    ({ session, ended }) => `/sessions/side-by-side/csv?session=${ended}&session=${session}`,
    404,
  ),
  "/sessions/series/[wall]": owners(({ wall }) => `/sessions/series/${wall}`),
  "/sessions/series/[wall]/stage": owners(({ wall }) => `/sessions/series/${wall}/stage`),
  "/sessions/account": facilitators("/sessions/account"),
  "/sessions/installation": admins("/sessions/installation"),
  "/sessions/people": admins("/sessions/people"),
  "/sessions/[id]": owners(({ session }) => `/sessions/${session}`),
  "/sessions/[id]/guide": owners(({ session }) => `/sessions/${session}/guide`),
  "/sessions/[id]/print-pack": owners(({ session }) => `/sessions/${session}/print-pack`),
  "/sessions/[id]/print-pack/sheets": owners(
    ({ session }) => `/sessions/${session}/print-pack/sheets`,
  ),
  "/sessions/[id]/stage-pictures": owners(({ ended }) => `/sessions/${ended}/stage-pictures`),
  "/sessions/[id]/summary": owners(({ ended }) => `/sessions/${ended}/summary`),
  "/sessions/[id]/summary/[format]": owners(({ ended }) => `/sessions/${ended}/summary/csv`),
  "/api/join": { path: () => "/api/join", get: everybody(405) },
  "/api/addresses": open(() => "/api/addresses"),
  // Nobody has set out, so nothing comes of it.
  "/api/auth/callback/oidc": {
    path: () => "/api/auth/callback/oidc?state=x&code=x",
    get: everybody(303),
  },
};

/** The page of a phone, which our own server sends. */
const OUTSIDE_NEXT = ["/j/[code]"];

/** All routes: those of the app folder, as Next names them, and ours. */
export const allRoutes = (): string[] => [
  ...OUTSIDE_NEXT,
  ...routesMadeBy(/^(?:(.*)\/)?(?:page\.tsx|route\.ts)$/),
];

/** Those of them that are pages; the others answer with data or files. */
export const allPages = (): string[] => [
  ...OUTSIDE_NEXT,
  ...routesMadeBy(/^(?:(.*)\/)?page\.tsx$/),
];

const routesMadeBy = (name: RegExp): string[] =>
  filesBelow(app).flatMap((file) => {
    const found = name.exec(file);
    return found ? [`/${found[1] ?? ""}`] : [];
  });

/** All server actions, as `file#name`. Each is an endpoint of its own. */
export function actionsOnDisk(): string[] {
  return filesBelow(app).flatMap((file) => {
    const source = readFileSync(join(app, file), "utf8");
    if (!source.startsWith('"use server"')) return [];
    return [...source.matchAll(/^export async function (\w+)/gm)].map(
      ([, name]) => `app/${file}#${name}`,
    );
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(app, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
