import type { IncomingMessage } from "node:http";
import type { Env } from "@/server/env";
import type { Network } from "@/server/lan";

export type OriginVerdict = { ok: true; host: string } | { ok: false; status: 400 | 403 | 421 };

const READING = new Set(["GET", "HEAD"]);

/** The scheme that browsers see; a proxy in front of us ends https. */
export function schemeOf(env: Pick<Env, "publicUrl">): "http" | "https" {
  return env.publicUrl?.startsWith("https:") ? "https" : "http";
}

/**
 * The check that CORS does not do: a foreign page may open a WebSocket to us. The Host must be ours
 * (DNS rebinding). Upgrades and everything that writes need an Origin equal to it; a reading request
 * may lack one, since browsers send none, but a foreign one is refused.
 */
export function checkOrigin(
  request: Pick<IncomingMessage, "method" | "url" | "headers">,
  env: Pick<Env, "publicUrl">,
  network: Pick<Network, "isKnownHost">,
  isUpgrade = false,
): OriginVerdict {
  const { method = "GET", url = "", headers } = request;
  // Absolute and network-path targets would let a request name a second host.
  if (!url.startsWith("/") || url.startsWith("//")) return { ok: false, status: 400 };
  const scheme = schemeOf(env);
  const given = headers.host ?? "";
  // Browsers leave the default port out of the Origin; a proxy may leave it in the Host.
  const host = given.toLowerCase().replace(scheme === "https" ? /:443$/ : /:80$/, "");
  if (!host || !network.isKnownHost(host)) return { ok: false, status: 421 };
  const { origin } = headers;
  if (origin === undefined) {
    return READING.has(method) && !isUpgrade ? { ok: true, host } : { ok: false, status: 403 };
  }
  return origin.toLowerCase() === `${scheme}://${host}`
    ? { ok: true, host }
    : { ok: false, status: 403 };
}

/**
 * The address that limits are counted for, never logged or stored. Behind the proxy of PUBLIC_URL it
 * is the last entry that this proxy wrote; without one the header is anybody's invention.
 */
export function clientAddress(
  request: Pick<IncomingMessage, "headers" | "socket">,
  env: Pick<Env, "publicUrl">,
): string {
  const direct = request.socket.remoteAddress ?? "";
  if (!env.publicUrl) return direct;
  const forwarded = request.headers["x-forwarded-for"];
  const list = Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "");
  return list.split(",").at(-1)?.trim() || direct;
}
