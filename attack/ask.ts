import { type Agent, request } from "node:http";

export interface Answer {
  status: number;
  /** As they came, without `date`. */
  headers: Record<string, string>;
  body: string;
}

/** One plain request, with exactly these headers: no Host or Origin unless it is given. */
export function ask(
  url: string,
  options: {
    method?: string;
    /** As it goes onto the wire, never normalised. */
    path: string;
    headers?: Record<string, string>;
    body?: string | Buffer;
    agent?: Agent | false;
  },
): Promise<Answer> {
  const { hostname, port, host } = new URL(url);
  const { method = "GET", path, headers = {}, body, agent } = options;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        method,
        path,
        agent,
        setHost: false,
        headers: {
          host,
          ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const { date: _, ...rest } = response.headers;
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(rest).map(([name, value]) => [name, String(value)]),
            ),
            body: Buffer.concat(chunks).toString("utf8"),
          });
        });
      },
    );
    sent.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: {}, body: "" });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
