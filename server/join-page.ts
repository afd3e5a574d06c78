import { randomBytes } from "node:crypto";
import { request as ask, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { duplexPair } from "node:stream";
import { gzipSync } from "node:zlib";
import { contentSecurityPolicy } from "@/lib/csp";
import { chooseLocale, LOCALE_COOKIE, type Locale } from "@/lib/i18n/locale";
import { ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH } from "@/lib/session/room-code";
import { cookiesOf } from "@/server/auth/next-auth-cookies";
import { accepts } from "@/server/build-files";
import { elapsed } from "@/server/elapsed";

/**
 * Whoever comes in within so long gets what was rendered for the first one: a room comes in within seconds, and a list
 * of people to call that has just been changed may be this late.
 */
const KEPT_MS = 5_000;

/** Within a tenth of what the hardest saves, for half the time. */
const GZIP_LEVEL = 2;

/** As `proxy.ts` makes them. */
const NONCE_BYTES = 16;

/** The code that the page is rendered for, and that stands in none of its words. */
const STAND_IN = "Z7Q9XW4K";

/** A page's address as a QR code has it. What people type otherwise is read by the page itself. */
const ADDRESS = new RegExp(`^/j/([${ROOM_CODE_ALPHABET}]{${ROOM_CODE_LENGTH}})$`);

/** Requests of Next's own that ask for a part of the page, or for one that is shown later. */
const PARTS = ["rsc", "next-router-prefetch", "next-router-state-tree", "purpose"];

/** What belongs to one connection or one nonce, and is written anew. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "content-security-policy",
  "date",
  "keep-alive",
  "transfer-encoding",
]);

/** The page as Next has rendered it once. */
interface Rendered {
  html: string;
  headers: ReadonlyMap<string, string | string[]>;
  nonce: string;
}

/** The join page, which is the same for everybody but for the code, the nonce and the language. */
export interface JoinPages {
  /** The code in a request for the page and nothing else; null for all others. */
  codeIn(request: IncomingMessage): string | null;
  /** Answers such a request; false where it could not be rendered, and Next may say why. */
  answer(request: IncomingMessage, response: ServerResponse, code: string): Promise<boolean>;
}

/**
 * Renders it once for all who come in together (docs/decisions/0110-the-join-page-once.md). `server`: what answers
 * requests for pages; `host`: a Host that it takes.
 */
export function createJoinPages(server: Server, host: () => string): JoinPages {
  const kept = new Map<Locale, { page: Promise<Rendered | null>; at: number }>();

  const pageIn = (locale: Locale): Promise<Rendered | null> => {
    const known = kept.get(locale);
    if (known && elapsed() - known.at < KEPT_MS) return known.page;

    const page = render(server, host(), locale).catch(() => null);
    kept.set(locale, { page, at: elapsed() });
    return page;
  };

  return {
    codeIn({ method, url = "", headers }) {
      if (method !== "GET" || PARTS.some((name) => headers[name] !== undefined)) return null;
      const code = ADDRESS.exec(url)?.[1] ?? null;
      return code === STAND_IN ? null : code;
    },

    async answer({ headers }, response, code) {
      const page = await pageIn(localeOf(headers));
      if (!page) return false;
      const nonce = randomBytes(NONCE_BYTES).toString("base64");
      const own = (text: string): string =>
        text.replaceAll(page.nonce, nonce).replaceAll(STAND_IN, code);
      for (const [name, value] of page.headers) {
        response.setHeader(name, Array.isArray(value) ? value.map(own) : own(value));
      }
      const policy = contentSecurityPolicy({
        ...{ nonce, host: headers.host ?? null },
        ...{ framedByUs: false, development: false },
      });
      response.setHeader("content-security-policy", policy);
      const plain = Buffer.from(own(page.html));
      const isZipped = accepts(headers["accept-encoding"], "gzip");
      const body = isZipped ? gzipSync(plain, { level: GZIP_LEVEL }) : plain;
      if (isZipped) response.setHeader("content-encoding", "gzip");
      response.setHeader("content-length", body.length);
      response.writeHead(200);
      response.end(body);
      return true;
    },
  };
}

function localeOf(headers: IncomingMessage["headers"]): Locale {
  const chosen = cookiesOf(headers.cookie ?? "")[LOCALE_COOKIE];
  return chooseLocale(chosen, headers["accept-language"] ?? null);
}

/** Asks the server for the page of the stand-in, over a connection that never leaves this process. */
function render(server: Server, host: string, locale: Locale): Promise<Rendered | null> {
  return new Promise((resolve, reject) => {
    const asking = ask({
      path: `/j/${STAND_IN}`,
      headers: { host, cookie: `${LOCALE_COOKIE}=${locale}`, "accept-encoding": "identity" },
      // With a connection of its own no agent takes part, and none keeps it for other requests.
      createConnection: () => {
        const [ours, theirs] = duplexPair();
        server.emit("connection", theirs);
        return ours;
      },
    });
    asking.once("error", reject);
    asking.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => resolve(renderedOf(response, Buffer.concat(chunks).toString())));
    });
    asking.end();
  });
}

/** Null for what must not be handed to others: an error, or something that was set for one browser. */
function renderedOf({ statusCode, headers }: IncomingMessage, html: string): Rendered | null {
  const policy = headers["content-security-policy"];
  const nonce = /'nonce-([^']+)'/.exec(String(policy))?.[1];
  if (statusCode !== 200 || headers["set-cookie"] !== undefined || nonce === undefined) return null;
  const shared = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || OWN_HEADERS.has(name) ? [] : [[name, value] as const],
  );
  return { html, headers: new Map(shared), nonce };
}
