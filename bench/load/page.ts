import { Agent, type IncomingMessage, request } from "node:http";
import { gunzipSync } from "node:zlib";
import { joinAnswer } from "@/lib/protocol";

/** A browser opens so many connections to one host. */
const CONNECTIONS = 6;

/** What the page itself names: its scripts, styles and fonts. */
const FILES = /\/_next\/static\/[^"'\\\s)]+/g;

/** Loads the join page and its files over connections of its own, and joins by the code, as a browser does. */
export async function comeInByPage(
  url: string,
  code: string,
): Promise<{ session: string; bytes: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let bytes = 0;
  const load = async (path: string, body?: string): Promise<Buffer> => {
    const { response, content } = await ask(new URL(path, url), agent, body);
    bytes += content.length;
    if (response.statusCode !== 200) throw new Error(`page ${response.statusCode}`);
    return response.headers["content-encoding"] === "gzip" ? gunzipSync(content) : content;
  };
  try {
    const page = (await load(`/j/${code}`)).toString("utf8");
    const files = new Set(page.match(FILES));
    if (files.size === 0) throw new Error("page without files");
    await Promise.all([...files].map((path) => load(path)));
    const answer = joinAnswer.parse(
      JSON.parse((await load("/api/join", JSON.stringify({ code }))).toString("utf8")),
    );
    if (!answer.ok) throw new Error("code refused");
    return { session: answer.session, bytes };
  } finally {
    agent.destroy();
  }
}

function ask(
  url: URL,
  agent: Agent,
  body: string | undefined,
): Promise<{ response: IncomingMessage; content: Buffer }> {
  return new Promise((resolve, reject) => {
    const asking = request(
      url,
      {
        agent,
        method: body === undefined ? "GET" : "POST",
        headers: {
          "accept-encoding": "gzip",
          "accept-language": "de",
          ...(body === undefined ? {} : { origin: url.origin, "content-type": "application/json" }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => resolve({ response, content: Buffer.concat(chunks) }));
      },
    );
    asking.once("error", reject);
    asking.end(body);
  });
}
