import { readFileSync, writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { Addresses, NetworkInterface } from "@/lib/addresses";
import { elapsed } from "@/server/elapsed";
import type { Env } from "@/server/env";

/** Where this server can be reached, and the address that phones are told. */
export interface Network {
  /** Addresses of this machine in the room, the likeliest first. They change with the Wi-Fi. */
  addresses(): NetworkInterface[];
  /** Base of every link and QR code, without a trailing slash. */
  readonly phoneBaseUrl: string;
  /** The ways in, as pages show them. */
  ways(): Addresses;
  /** What the facilitator opens on this machine. */
  readonly localUrl: string;
  /** True without PUBLIC_URL: plain http, which the Wi-Fi can read. */
  readonly isLan: boolean;
  /** The facilitator's choice of the interface. False when the address isn't one of this machine. */
  setPhoneAddress(address: string): boolean;
  /** Whether a Host header names this server. */
  isKnownHost(host: string): boolean;
}

/** Interfaces which phones can't reach: virtual machines, containers, VPNs. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|wg|utun|tailscale|zt|lxc|cni)/i;

function rank({ name, address }: NetworkInterface): number {
  if (VIRTUAL.test(name)) return 3;
  if (address.startsWith("169.254.")) return 2;
  return /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 0 : 1;
}

function lanAddresses(): NetworkInterface[] {
  return Object.entries(networkInterfaces())
    .flatMap(([name, found]) => (found ?? []).map((entry) => ({ name, ...entry })))
    .filter((entry) => entry.family === "IPv4" && !entry.internal)
    .map(({ name, address }) => ({ name, address }))
    .sort((a, b) => rank(a) - rank(b));
}

/** A server that listens on one address only is not reachable at the others. */
function reachable(addresses: NetworkInterface[], host: string | undefined): NetworkInterface[] {
  if (host === undefined || host === "0.0.0.0" || host === "::") return addresses;
  return addresses.filter(({ address }) => address === host);
}

function readChoice(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Every request asks whether its Host is ours; another Wi-Fi may be noticed a moment later. */
const ADDRESSES_KEPT_MS = 2_000;

/** Asks again only once what it was told is older than this. */
function keptFor<T>(ms: number, ask: () => T): () => T {
  let kept: { value: T; at: number } | undefined;
  return () => {
    const now = elapsed();
    if (!kept || now - kept.at > ms) kept = { value: ask(), at: now };
    return kept.value;
  };
}

/** `port` is the one listened on, known only after listening when it was 0. */
export function createNetwork(
  env: Pick<Env, "publicUrl" | "allowedHosts"> & Partial<Pick<Env, "host" | "dataDir">>,
  port: () => number,
  find: () => NetworkInterface[] = lanAddresses,
): Network {
  const interfaces = keptFor(ADDRESSES_KEPT_MS, () => reachable(find(), env.host));
  // Outlives a restart: the QR code on the wall must not change its address with it.
  const file = env.dataDir === undefined ? undefined : join(env.dataDir, "phone-address");
  let chosen = file === undefined ? undefined : readChoice(file);
  const http = (host: string) => `http://${host}${port() === 80 ? "" : `:${port()}`}`;
  const network: Network = {
    addresses: interfaces,
    isLan: env.publicUrl === undefined,
    ways: () => ({
      joinBase: `${network.phoneBaseUrl}/j`,
      joinAddress: `${new URL(network.phoneBaseUrl).host}/j`,
      isLan: network.isLan,
    }),
    get localUrl() {
      return env.publicUrl ?? http("localhost");
    },
    get phoneBaseUrl() {
      if (env.publicUrl) return env.publicUrl;
      const addresses = interfaces();
      // A chosen address that is gone (another Wi-Fi) must not stay in the QR code.
      const kept = addresses.find(({ address }) => address === chosen);
      return http((kept ?? addresses[0])?.address ?? "localhost");
    },
    setPhoneAddress(address) {
      if (!interfaces().some((one) => one.address === address)) return false;
      chosen = address;
      try {
        if (file !== undefined) writeFileSync(file, `${address}\n`);
      } catch {
        // The choice then holds until the next start.
      }
      return true;
    },
    isKnownHost(header) {
      const host = header.toLowerCase();
      if (env.allowedHosts.includes(host)) return true;
      if (env.publicUrl) return host === new URL(env.publicUrl).host;
      const names = ["localhost", "127.0.0.1", "[::1]", ...interfaces().map((one) => one.address)];
      return names.some((name) => http(name).slice("http://".length) === host);
    },
  };
  return network;
}
