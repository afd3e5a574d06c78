import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test, vi } from "vitest";
import { CONTACTS, NONCE } from "@/lib/phone-document";
import type { HelpContact } from "@/lib/session/help-contacts";
import { createPhonePage } from "@/server/phone-page";

const PATH = "/j/7K3M9QTX";

const documentIn = (language: string) =>
  `<html lang="${language}"><script nonce="${NONCE}"></script><script nonce="${NONCE}">${CONTACTS}</script></html>`;

const documents = { de: documentIn("de"), en: documentIn("en") };

const contact: HelpContact = {
  ...{ key: "x", country: "DE", phone: "1", dial: "1", note: null, lastChecked: null },
  label: { de: "</script><b>$& $1", en: "x" },
};

/** Asks for a path as a phone would. */
type Ask = (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>;

async function served(
  helpContacts: () => Promise<readonly HelpContact[]> = async () => [],
): Promise<Ask> {
  const page = createPhonePage({ documents: () => documents, helpContacts });
  const server = createServer((request, response) => {
    if (!page.isFor(request)) response.writeHead(404).end();
    else page.answer(request, response).catch(() => response.writeHead(500).end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("It listens nowhere");
  const url = `http://127.0.0.1:${address.port}`;
  return (path, headers = {}, method = "GET") => fetch(new URL(path, url), { headers, method });
}

const nonceOf = (answer: Response): string =>
  /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "";

test("P290 each answer has a nonce of its own, wherever it stands", async () => {
  const ask = await served();
  const answers = await Promise.all([PATH, PATH, "/j/0ABCDEF1"].map((path) => ask(path)));
  const nonces = answers.map(nonceOf);
  expect(new Set(nonces).size).toBe(answers.length);
  const bodies = await Promise.all(answers.map((each) => each.text()));
  expect(bodies).toEqual(
    nonces.map((nonce) => documents.en.replaceAll(NONCE, nonce).replace(CONTACTS, "[]")),
  );
});

test("P290 it comes in the language that the device has chosen, or that its browser asks for", async () => {
  const ask = await served();
  const asked = [
    { "accept-language": "de-AT,de;q=0.9", cookie: "" },
    { "accept-language": "de", cookie: "x=1; aufwind-locale=en" },
    { "accept-language": "fr", cookie: "" },
  ];
  const bodies = await Promise.all(asked.map(async (headers) => (await ask(PATH, headers)).text()));
  expect(bodies.map((body) => /lang="(\w+)"/.exec(body)?.[1])).toEqual(["de", "en", "en"]);
});

test("people to call stand in it as they are, and end no script", async () => {
  const ask = await served(async () => [contact]);
  const body = await (await ask(PATH)).text();
  const [, list = ""] = /<script nonce="[^"]+">(\[.*\])<\/script>/.exec(body) ?? [];
  expect(list).not.toContain("<");
  expect(JSON.parse(list)).toEqual([contact]);
});

test("P290 they are asked for once for all who come in together, and again after it has failed", async () => {
  const list = vi.fn(async (): Promise<readonly HelpContact[]> => []);
  list.mockRejectedValueOnce(new Error("no database"));
  const ask = await served(list);
  expect((await ask(PATH)).status).toBe(500);
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(PATH)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(list).toHaveBeenCalledTimes(2);
});

test.each([
  ["typed otherwise", "/j/7k3m%209qtx", 200],
  ["with a question", `${PATH}?x=1`, 200],
  ["below it", `${PATH}/x`, 404],
  ["without a code", "/j", 404],
  ["with a slash at its end", `${PATH}/`, 404],
])("an address %s", async (_, path, status) => {
  const ask = await served();
  expect((await ask(path)).status).toBe(status);
});

test("it only shows something", async () => {
  const ask = await served();
  expect((await ask(PATH, {}, "POST")).status).toBe(405);
  const head = await ask(PATH, {}, "HEAD");
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("it is kept nowhere, framed nowhere, and compressed where that is understood", async () => {
  const ask = await served();
  const { headers } = await ask(PATH, { "accept-encoding": "gzip" });
  expect(headers.get("content-encoding")).toBe("gzip");
  expect(headers.get("cache-control")).toContain("no-store");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  const plain = await ask(PATH, { "accept-encoding": "identity" });
  expect(plain.headers.get("content-encoding")).toBeNull();
});
