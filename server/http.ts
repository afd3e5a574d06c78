import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import type { HelpContact } from "@/lib/session/help-contacts";
import { filesInDevelopment, loadBuildFiles } from "@/server/build-files";
import { createClosedPaths, decodedPath } from "@/server/closed-paths";
import type { Env } from "@/server/env";
import { inTurns } from "@/server/in-turns";
import type { Network } from "@/server/lan";
import type { Log } from "@/server/log";
import { checkOrigin, clientAddress, schemeOf } from "@/server/origin";
import {
  createPhonePage,
  DOCUMENTS,
  type PhoneDocuments,
  readPhoneDocuments,
} from "@/server/phone-page";
import { projectRoot } from "@/server/project-root";
import { StartRefused } from "@/server/start-refused";

/** Longest wait for open requests when the server stops. */
const CLOSE_TIMEOUT_MS = 3_000;

/**
 * A connection on which no byte moves for so long is ended: else a client that never reads its answer
 * would keep it in memory. The longest honest silence is a poll that waits for a ping, 25 s.
 */
const SILENCE_MAX_MS = 120_000;

/**
 * A connection that nothing is asked on stays open so long. A browser, or a proxy in front, which keeps its own for a minute (nginx,
 * `keepalive_timeout`), asks on one that is open: after Node's own five seconds that met a connection which was just being closed
 * now and then, and what was asked failed.
 */
const KEPT_OPEN_MS = 75_000;

/**
 * Connections that may wait to be accepted. A browser opens six, so a full lecture hall (`NEW_DEVICES`) opens
 * 3,600 at once. Node's own 511 were full within a second of 300 phones: the system then dropped or reset
 * connections, and a page whose script is reset stays empty. Linux caps it at `net.core.somaxconn`, 4,096.
 */
const BACKLOG = 4_096;

/**
 * WebSockets that are begun in one turn of the event loop: with what follows on each some 15 ms. A thousand phones that come
 * back at once would keep every room waiting for a quarter of a second (P329).
 */
const WEBSOCKETS_PER_TURN = 20;

const SOCKET_PATH = "/socket.io/";

/**
 * A file of no session, which nobody may have. Next loads the proxy with the first request of all, and a route with its own first:
 * together they kept live rooms waiting for longer than a file of a thousand people does (docs/decisions/0101).
 */
const ASKED_AT_START = "/sessions/0/summary/markdown";
/** It takes a tenth of a second; a start that waited for one that hangs would listen to nobody. */
const ASKED_AT_START_MS = 10_000;

/** A year, as browsers' preload lists ask for; only ever sent over https. */
const HSTS = "max-age=31536000";

type RequestHandler = ReturnType<ReturnType<typeof next>["getRequestHandler"]>;

export interface Http {
  /**
   * What Socket.IO attaches to. It never listens: requests and upgrades below `/socket.io/` are
   * handed over after their Host and Origin were checked.
   */
  sockets: Server;
  /** Compiles or loads the pages. */
  prepare(): Promise<void>;
  /** Resolves to the port. */
  listen(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Largest body of a request to a page or route handler: several times the longest form. Next has no
 * limit of its own for route handlers and would gather whatever comes.
 */
const BODY_BYTES_MAX = 256 * 1024;

const ANSWERS = {
  400: "Bad request",
  403: "Forbidden origin",
  404: "Not found",
  405: "Method not allowed",
  411: "Length required",
  413: "Content too large",
  421: "Unknown host",
} as const;

function refuse(response: ServerResponse, status: keyof typeof ANSWERS): void {
  response.writeHead(status, { "content-type": "text/plain", connection: "close" });
  response.end(`${ANSWERS[status]}\n`);
}

/** Next answers 500 to methods that the Fetch standard does not know, and to TRACE. */
const METHODS: ReadonlySet<string | undefined> = new Set(
  "GET HEAD POST PUT PATCH DELETE OPTIONS".split(" "),
);

/** Why a page never sees a request. Node holds a body to the length that it declares. */
function refusalOf(
  { method, url, headers }: IncomingMessage,
  isClosed: (path: string) => boolean,
): 400 | 404 | 405 | 411 | 413 | null {
  if (!METHODS.has(method)) return 405;
  const path = decodedPath(url);
  // Next answers 500 to what it can't decode.
  if (path === null) return 400;
  if (isClosed(path)) return 404;
  if (headers["transfer-encoding"] !== undefined) return 411;
  return Number(headers["content-length"] ?? 0) > BODY_BYTES_MAX ? 413 : null;
}

function commonHeaders(env: Env, response: ServerResponse): void {
  response.setHeader("x-content-type-options", "nosniff");
  // "no-referrer" would make browsers send `Origin: null` with forms.
  response.setHeader("referrer-policy", "same-origin");
  // A room's pages, and summaries that were handed on by a link, belong to the people in it. Files have no other way to say so.
  response.setHeader("x-robots-tag", "noindex, nofollow");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (schemeOf(env) !== "https") return;
  // Browsers complain about it where the page is no secure context.
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("strict-transport-security", HSTS);
}

/** next-auth and Next trust these headers, so they say what was checked and nothing else. */
function overwriteForwarded(request: IncomingMessage, env: Env, host: string): void {
  const address = clientAddress(request, env);
  for (const name of Object.keys(request.headers)) {
    if (name === "forwarded" || name.startsWith("x-forwarded-")) delete request.headers[name];
  }
  // Pages count limits by it; what the client itself wrote there must not count.
  request.headers["x-forwarded-for"] = address;
  request.headers.host = host;
  request.headers["x-forwarded-host"] = host;
  request.headers["x-forwarded-proto"] = schemeOf(env);
  const port = new URL(`${schemeOf(env)}://${host}`).port;
  request.headers["x-forwarded-port"] = port || (schemeOf(env) === "https" ? "443" : "80");
}

/** In development they may change at any moment. */
function phoneDocuments(dev: boolean): () => PhoneDocuments {
  if (dev) return () => readPhoneDocuments(DOCUMENTS.development);
  const documents = readPhoneDocuments(DOCUMENTS.production);
  return () => documents;
}

/** Asks for it once by a server of its own, which nobody else knows. */
async function askAtStart(answer: RequestHandler): Promise<void> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  try {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (typeof address !== "object" || address === null) return;
    const url = `http://127.0.0.1:${address.port}${ASKED_AT_START}`;
    const signal = AbortSignal.timeout(ASKED_AT_START_MS);
    await (await fetch(url, { redirect: "manual", signal })).arrayBuffer();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/**
 * Our own HTTP server around Next and Socket.IO. Both get decoys instead of it: Next would end
 * foreign upgrades on it, and Socket.IO would answer before the check.
 */
export function createHttp(options: {
  env: Env;
  network: Network;
  log: Log;
  dev: boolean;
  /** False in tests that need no pages: every page answers 404. */
  pages?: boolean;
  /** Whom phones name for help. */
  helpContacts: () => Promise<readonly HelpContact[]>;
}): Http {
  const { env, network, log, dev, helpContacts } = options;
  const nextDecoy = createServer();
  const sockets = createServer();
  const pages =
    options.pages === false
      ? undefined
      : next({ dev, dir: projectRoot(), httpServer: nextDecoy, port: env.port });
  const handle = pages?.getRequestHandler();
  const built = pages && !dev ? loadBuildFiles() : null;
  // In development Next makes its files as they are asked for.
  const isClosed = built ? createClosedPaths(built) : () => false;
  const buildFiles = pages && dev ? filesInDevelopment() : built;
  const phonePage = pages
    ? createPhonePage({ documents: phoneDocuments(dev), helpContacts })
    : null;
  // Node forgets upgraded connections, but waits for them when it closes.
  const upgraded = new Set<Duplex>();

  const server = createServer((request, response) => {
    const verdict = checkOrigin(request, env, network);
    commonHeaders(env, response);
    if (!verdict.ok) {
      refuse(response, verdict.status);
      return;
    }
    overwriteForwarded(request, env, verdict.host);
    if (request.url?.startsWith(SOCKET_PATH) && sockets.listenerCount("request") > 0) {
      // It has a limit of its own (`FRAME_BYTES_MAX`).
      sockets.emit("request", request, response);
      return;
    }
    if (buildFiles?.answer(request.url?.split("?", 1)[0] ?? "", request, response)) return;
    const refusal = refusalOf(request, isClosed);
    if (refusal) {
      refuse(response, refusal);
      return;
    }
    if (!handle) {
      response.writeHead(404).end();
      return;
    }
    const answered = phonePage?.isFor(request)
      ? phonePage.answer(request, response)
      : handle(request, response);
    answered.catch((error: unknown) => {
      log.error({ err: error }, "a page failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  const beginWebSocket = inTurns(WEBSOCKETS_PER_TURN);
  server.setTimeout(SILENCE_MAX_MS);
  server.keepAliveTimeout = KEPT_OPEN_MS;
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
    const verdict = checkOrigin(request, env, network, true);
    if (!verdict.ok) {
      const { status } = verdict;
      socket.end(`HTTP/1.1 ${status} ${ANSWERS[status]}\r\nconnection: close\r\n\r\n`);
      return;
    }
    overwriteForwarded(request, env, verdict.host);
    if (request.url?.startsWith(SOCKET_PATH)) {
      beginWebSocket(() => {
        if (!sockets.emit("upgrade", request, socket, head)) socket.destroy();
      });
    } else if (!dev || !nextDecoy.emit("upgrade", request, socket, head)) {
      // Only hot reload upgrades besides us.
      socket.destroy();
    }
  });

  return {
    sockets,
    prepare: async () => {
      await pages?.prepare();
      if (!handle || dev) return;
      // Else it is loaded when it is needed, as everything else.
      await askAtStart(handle).catch((error: unknown) =>
        log.warn({ err: error }, "a first page could not be asked for"),
      );
    },
    listen: () =>
      new Promise((resolve, reject) => {
        server.once("error", (error: NodeJS.ErrnoException) => reject(explainListen(error, env)));
        server.listen({ port: env.port, host: env.host, backlog: BACKLOG }, () => {
          const address = server.address();
          resolve(typeof address === "object" && address ? address.port : env.port);
        });
      }),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const hard = setTimeout(() => {
        server.closeAllConnections();
        for (const socket of upgraded) socket.destroy();
      }, CLOSE_TIMEOUT_MS);
      await closed;
      clearTimeout(hard);
      if (dev) await pages?.close();
    },
  };
}

function explainListen(error: NodeJS.ErrnoException, env: Env): Error {
  if (error.code === "EADDRINUSE") {
    return new StartRefused(
      `Port ${env.port} is taken by another program: choose one, as in PORT=${env.port + 1} npm start.`,
    );
  }
  if (error.code === "EACCES") {
    return new StartRefused(`Port ${env.port} needs special rights: choose one above 1023.`);
  }
  if (error.code === "EADDRNOTAVAIL") {
    return new StartRefused(`HOST=${env.host} is not an address of this machine.`);
  }
  return error;
}
