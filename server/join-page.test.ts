import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { createJoinPages } from "@/server/join-page";

const CODE = "7K3M9QTX";
const OTHER = "0ABCDEF1";

interface PageServer {
  /** Asks for a path as a phone would. */
  ask(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Languages that the page was rendered in, in order. */
  rendered: string[];
}

/** A page behind join pages: what Next would answer says the code, the nonce and the language. */
async function pageServer(extra: { status?: number; headers?: Record<string, string> } = {}) {
  const rendered: string[] = [];
  const pages = createServer(({ url, headers }, response) => {
    const [, language = ""] = /aufwind-locale=(\w+)/.exec(headers.cookie ?? "") ?? [];
    const nonce = `n${rendered.push(language)}==`;
    response.writeHead(extra.status ?? 200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `script-src 'nonce-${nonce}'`,
      link: `</a.css>; nonce="${nonce}"`,
      ...extra.headers,
    });
    response.end(`<html lang="${language}"><script nonce="${nonce}">${url}</script></html>`);
  });
  const joinPages = createJoinPages(pages, () => "aufwind.example");
  const url = await listening(
    createServer((request, response) => {
      const code = joinPages.codeIn(request);
      const answered = code === null ? false : joinPages.answer(request, response, code);
      Promise.resolve(answered).then((isAnswered) => isAnswered || response.writeHead(404).end());
    }),
  );
  const found: PageServer = {
    ask: (path, headers = {}) => fetch(new URL(path, url), { headers }),
    rendered,
  };
  return found;
}

async function listening(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("It listens nowhere");
  return `http://127.0.0.1:${address.port}`;
}

const nonceOf = (response: Response): string =>
  /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";

test("P290 a room that comes in together is rendered once for each language", async () => {
  const { ask, rendered } = await pageServer();
  const phones = Array.from({ length: 20 }, (_, phone) =>
    ask(`/j/${CODE}`, { "accept-language": phone % 2 === 0 ? "de" : "en" }),
  );
  expect((await Promise.all(phones)).map(({ status }) => status)).toEqual(phones.map(() => 200));
  expect(rendered.toSorted()).toEqual(["de", "en"]);
});

test("P290 everybody gets their own code and a nonce of their own, everywhere it stands", async () => {
  const { ask } = await pageServer();
  const answers = await Promise.all([CODE, CODE, OTHER].map((code) => ask(`/j/${code}`)));
  const bodies = await Promise.all(answers.map((each) => each.text()));
  const nonces = answers.map(nonceOf);
  expect(new Set(nonces).size).toBe(answers.length);
  expect(bodies).toEqual(
    [CODE, CODE, OTHER].map(
      (code, at) => `<html lang="en"><script nonce="${nonces[at]}">/j/${code}</script></html>`,
    ),
  );
  expect(answers.map(({ headers }) => headers.get("link"))).toEqual(
    nonces.map((nonce) => `</a.css>; nonce="${nonce}"`),
  );
});

test.each([
  ["typed otherwise", "/j/7k3m9qtx", {}],
  ["with a question", `/j/${CODE}?x=1`, {}],
  ["too short", "/j/7K3M9QT", {}],
  ["below it", `/j/${CODE}/x`, {}],
  ["the stand-in's own", "/j/Z7Q9XW4K", {}],
  ["a part of it", `/j/${CODE}`, { rsc: "1" }],
])("P290 %s goes to Next", async (_, path, headers) => {
  const { ask, rendered } = await pageServer();
  expect((await ask(path, headers)).status).toBe(404);
  expect(rendered).toEqual([]);
});

test.each([
  ["an error", { status: 500 }],
  ["what sets a cookie", { headers: { "set-cookie": "a=b" } }],
])("P290 %s is handed to nobody else", async (_, extra) => {
  const { ask } = await pageServer(extra);
  expect((await ask(`/j/${CODE}`)).status).toBe(404);
});
