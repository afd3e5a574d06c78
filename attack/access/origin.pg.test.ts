import { expect, test } from "vitest";
import { type Answer, ask } from "@/attack/ask";
import { sceneForFile } from "@/attack/scene-for-file";

/** Method × origin × transport × host against the running product (P1). */

const at = sceneForFile({ pages: true });

const transports = {
  "a page": { path: "/", isUpgrade: false },
  "the join API": { path: "/api/join", isUpgrade: false },
  "the provider's answer": { path: "/api/auth/callback/oidc", isUpgrade: false },
  "Socket.IO polling": { path: "/socket.io/?EIO=4&transport=polling", isUpgrade: false },
  "a WebSocket": { path: "/socket.io/?EIO=4&transport=websocket", isUpgrade: true },
  "another WebSocket": { path: "/_next/hmr", isUpgrade: true },
} as const;

const origins = {
  equal: (own: string) => own,
  "equal in upper case": (own: string) => own.toUpperCase(),
  foreign: () => "https://evil.example",
  null: () => "null",
  missing: () => undefined,
  "the same host over https": (own: string) => own.replace("http:", "https:"),
  "the same host, another port": (own: string) => own.replace(/:\d+$/, ":1"),
  "a host that begins alike": (own: string) => own.replace(/:\d+$/, ".evil.example"),
  empty: () => "",
} as const;

const hosts = {
  own: (own: string) => new URL(own).host,
  unknown: () => "rebound.example",
  "own without its port": (own: string) => new URL(own).hostname,
  "own with another name inside": (own: string) => `${new URL(own).host}@rebound.example`,
} as const;

const WEBSOCKET = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
};

/** What the check answers; anything else came from behind it. */
const REFUSALS = [400, 403, 421];
const isRefusal = ({ status, body, headers }: Answer) =>
  REFUSALS.includes(status) &&
  (body === ""
    ? headers.connection === undefined || headers.connection === "close"
    : /^(Bad request|Forbidden origin|Unknown host)\n$/.test(body));

const cases = Object.keys(transports).flatMap((transport) =>
  Object.keys(hosts).map((host) => [transport, host] as const),
);

test.each(cases)("%s with Host %s, every method and Origin", async (transport, host) => {
  const { path, isUpgrade } = transports[transport as keyof typeof transports];
  const given = hosts[host as keyof typeof hosts](at.target.url);
  const methods = isUpgrade
    ? ["GET"]
    : ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
  for (const method of methods) {
    for (const [origin, of] of Object.entries(origins)) {
      const value = of(at.target.url);
      const answer = await ask(at.target.url, {
        method,
        path,
        headers: {
          host: given,
          ...(value === undefined ? {} : { origin: value }),
          ...(isUpgrade ? WEBSOCKET : {}),
        },
      }).catch(
        (error: NodeJS.ErrnoException): Answer => ({
          // Upgrades that nobody takes are cut off.
          status: error.code === "ECONNRESET" ? 0 : -1,
          headers: {},
          body: "",
        }),
      );
      const reads = (method === "GET" || method === "HEAD") && !isUpgrade;
      const may = host === "own" && (origin.startsWith("equal") || (origin === "missing" && reads));
      const expected = host === "own" ? 403 : 421;
      const what = `${method} ${path} from ${origin}: ${answer.status}`;
      expect({ what, refused: isRefusal(answer) }).toEqual({ what, refused: !may });
      if (!may) expect({ what, status: answer.status }).toEqual({ what, status: expected });
      // Nothing but the check's own words: no cookie, no page.
      if (!may) expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  }
});
