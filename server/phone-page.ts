import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as z from "zod/mini";
import { contentSecurityPolicy } from "@/lib/csp";
import { chooseLocale, LOCALE_COOKIE, type Locale } from "@/lib/i18n/locale";
import { CONTACTS, NONCE } from "@/lib/phone-document";
import type { HelpContact } from "@/lib/session/help-contacts";
import { cookiesOf } from "@/server/auth/next-auth-cookies";
import { accepts } from "@/server/build-files";
import { elapsed } from "@/server/elapsed";
import { projectRoot } from "@/server/project-root";

/** A room comes in within seconds: a list of people to call that has just been changed may be this late. */
const CONTACTS_KEPT_MS = 5_000;

/** Within a tenth of what the hardest saves, for half the time. */
const GZIP_LEVEL = 2;

/** As `proxy.ts` makes them. */
const NONCE_BYTES = 16;

/** What stands behind it is a code, or what somebody took for one: the page itself reads it. */
const ADDRESS = /^\/j\/[^/]+$/;

/** As Next answers with pages of its own: each has a nonce, and may show what was on the device before. */
const CACHE_CONTROL = "private, no-cache, no-store, max-age=0, must-revalidate";

/** Made by `scripts/phone.mjs`: the document of each language. */
export const DOCUMENTS = {
  production: ".next/phone.json",
  development: "dist/phone-development.json",
};

const documents = z.object({ de: z.string(), en: z.string() });

export type PhoneDocuments = z.infer<typeof documents>;

/** Reads what was bundled. Throws where nothing was. */
export const readPhoneDocuments = (file: string): PhoneDocuments =>
  documents.parse(JSON.parse(readFileSync(join(projectRoot(), file), "utf8")));

/** The page of a participant's phone. */
export interface PhonePage {
  /** Whether this request is for it. */
  isFor(request: IncomingMessage): boolean;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/**
 * Sends it without Next: it is the same for everybody but for language and nonce
 * (docs/decisions/0124-a-phones-page-is-sent-without-next.md).
 */
export function createPhonePage(options: {
  documents: () => PhoneDocuments;
  helpContacts: () => Promise<readonly HelpContact[]>;
}): PhonePage {
  let known: { contacts: Promise<string>; at: number } | undefined;

  const contacts = (): Promise<string> => {
    if (known && elapsed() - known.at < CONTACTS_KEPT_MS) return known.contacts;
    // In a script, nothing may end it.
    const found = options
      .helpContacts()
      .then((list) => JSON.stringify(list).replaceAll("<", "\\u003c"));
    known = { contacts: found, at: elapsed() };
    found.catch(() => {
      known = undefined;
    });
    return found;
  };

  return {
    isFor: ({ url = "" }) => ADDRESS.test(url.split("?", 1)[0] ?? ""),

    async answer({ method, headers }, response) {
      if (method !== "GET" && method !== "HEAD") {
        response.writeHead(405, { allow: "GET, HEAD" }).end();
        return;
      }
      const nonce = randomBytes(NONCE_BYTES).toString("base64");
      const people = await contacts();
      const page = options
        .documents()
        [localeOf(headers)].replaceAll(NONCE, nonce)
        // As a function: signs of theirs mean something in a text that replaces another.
        .replace(CONTACTS, () => people);
      const plain = Buffer.from(page);
      const isZipped = accepts(headers["accept-encoding"], "gzip");
      const body = isZipped ? gzipSync(plain, { level: GZIP_LEVEL }) : plain;
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-length": body.length,
        ...(isZipped ? { "content-encoding": "gzip" } : {}),
        "cache-control": CACHE_CONTROL,
        vary: "accept-encoding, accept-language, cookie",
        "content-security-policy": contentSecurityPolicy({
          ...{ nonce, host: headers.host ?? null },
          ...{ framedByUs: false, development: false },
        }),
        "x-frame-options": "DENY",
      });
      response.end(method === "HEAD" ? undefined : body);
    },
  };
}

function localeOf(headers: IncomingMessage["headers"]): Locale {
  const chosen = cookiesOf(headers.cookie ?? "")[LOCALE_COOKIE];
  return chooseLocale(chosen, headers["accept-language"] ?? null);
}
