import type { Auth } from "@/server/auth/auth";
import type { SetCookie } from "@/server/auth/browser-cookies";

/** Where the browser of these tests thinks our server is; nothing listens there. */
export const PUBLIC_URL = "http://127.0.0.1:3999";
/** What a provider has to send people back to. */
export const CALLBACK = `${PUBLIC_URL}/api/auth/callback/oidc`;
/** What the browser says of itself. */
export const headers = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0" };

export type Intent = Parameters<NonNullable<Auth["oidc"]>["start"]>[0];

/** The cookies of one browser. */
export function createJar() {
  const held = new Map<string, string>();
  const set = (name: string, value: string) => (value ? held.set(name, value) : held.delete(name));
  return {
    keep: (cookies: readonly SetCookie[]) => {
      for (const { name, value } of cookies) set(name, value);
    },
    keepFrom: (response: Response) => {
      for (const line of response.headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        const at = pair.indexOf("=");
        set(pair.slice(0, at), pair.slice(at + 1));
      }
    },
    header: () => [...held].map(([name, value]) => `${name}=${value}`).join("; "),
    has: (name: string) => held.has(name),
    copy: () => {
      const other = createJar();
      for (const [name, value] of held) other.keep([{ name, value } as SetCookie]);
      return other;
    },
  };
}
export type Jar = ReturnType<typeof createJar>;

/** Goes through the provider's own pages like a person, up to the address that leads back to us. */
export async function throughProvider(url: string, login: string): Promise<URL> {
  const jar = createJar();
  let next = new URL(url);
  let form: URLSearchParams | null = null;
  for (let steps = 0; steps < 20; steps += 1) {
    const response: Response = await fetch(next, {
      redirect: "manual",
      headers: { cookie: jar.header() },
      ...(form ? { method: "POST", body: form } : {}),
    });
    jar.keepFrom(response);
    const location = response.headers.get("location");
    if (location) {
      next = new URL(location, next);
      form = null;
      if (next.href.startsWith(CALLBACK)) return next;
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`the provider shows no form: ${response.status} ${page}`);
    next = new URL(action, next);
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
    form = new URLSearchParams({ prompt, login, password: "any" });
  }
  throw new Error("the provider never leads back");
}

const oidcOf = (auth: Auth) => {
  if (!auth.oidc) throw new Error("no provider is configured");
  return auth.oidc;
};

/** Sets out, logs in at the provider and comes back: what a browser does. */
export async function journey(
  auth: Auth,
  jar: Jar,
  intent: Intent,
  back: (url: string) => Promise<URL>,
): Promise<string> {
  const answer = await setOut(auth, jar, intent).then(back);
  return await comeBack(auth, jar, answer);
}

/** Begins: the address at the provider. `next` is where to go on afterwards. */
export async function setOut(
  auth: Auth,
  jar: Jar,
  intent: Intent,
  next = "/sessions",
): Promise<string> {
  const sent = { ...headers, cookie: jar.header() };
  const started = await oidcOf(auth).start(intent, next, sent);
  if (!started) throw new Error("the provider doesn't answer");
  jar.keep(started.cookies);
  return started.url;
}

/** Ends: where our server sends the browser with the provider's answer. */
export async function comeBack(auth: Auth, jar: Jar, answer: URL): Promise<string> {
  const finished = await oidcOf(auth).finish({
    headers: { ...headers, cookie: jar.header() },
    query: Object.fromEntries(answer.searchParams),
  });
  jar.keep(finished.cookies);
  return finished.path;
}

/** Who is signed in in this browser. */
export const whoIs = (auth: Auth, jar: Jar) => auth.facilitatorFromRequest(jar.header());
