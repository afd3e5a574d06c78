import type { BrowserContext } from "@playwright/test";

/** Collects what must not happen on any page: errors, policy violations, requests to others. */
export interface Guard {
  /** Everything that opens in this context is watched. */
  watch(context: BrowserContext): Promise<void>;
  /** Lets a test expect one kind of problem, such as failed requests while the server is killed. */
  tolerate(pattern: RegExp): void;
  /** What happened and was not tolerated. */
  problems(): string[];
}

/** What a browser reports while its network or our server is away on purpose. */
export const CONNECTION_LOST =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_\w+|EMPTY_RESPONSE|ABORTED|NETWORK_CHANGED|SOCKET_NOT_CONNECTED|INCOMPLETE_CHUNKED_ENCODING)|TypeError: network error|WebSocket connection to|Failed to fetch|NetworkError|Load failed/;

/** `hosts`: the names under which our own server is reached. */
export function createGuard(hosts: readonly string[]): Guard {
  const seen: string[] = [];
  const tolerated: RegExp[] = [];
  return {
    async watch(context) {
      context.on("weberror", (error) => {
        const thrown = error.error();
        seen.push(`page error: ${thrown.stack ?? thrown.message}`);
      });
      context.on("console", (message) => {
        if (message.type() !== "error") return;
        const { url } = message.location();
        seen.push(`console: ${message.text()} (${url})`);
      });
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (!/^(https?|wss?):$/.test(url.protocol) || hosts.includes(url.host)) return;
        seen.push(`request to somebody else: ${request.url()}`);
      });
      // The console stays silent about violations in report-only mode and in some workers.
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
    },
    tolerate(pattern) {
      tolerated.push(pattern);
    },
    problems: () => seen.filter((line) => !tolerated.some((pattern) => pattern.test(line))),
  };
}
