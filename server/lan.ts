import { networkInterfaces } from "node:os";
import type { Env } from "@/server/env";

export interface LanAddress {
  /** Name of the interface, such as `wlan0`. */
  name: string;
  address: string;
}

/** Where this server can be reached, and the address that phones are told. */
export interface Network {
  /** Addresses of this machine in the room, the likeliest first. They change with the Wi-Fi. */
  addresses(): LanAddress[];
  /** Base of every link and QR code, without a trailing slash. */
  readonly phoneBaseUrl: string;
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

function rank({ name, address }: LanAddress): number {
  if (VIRTUAL.test(name)) return 3;
  if (address.startsWith("169.254.")) return 2;
  return /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 0 : 1;
}

function lanAddresses(): LanAddress[] {
  return Object.entries(networkInterfaces())
    .flatMap(([name, found]) => (found ?? []).map((entry) => ({ name, ...entry })))
    .filter((entry) => entry.family === "IPv4" && !entry.internal)
    .map(({ name, address }) => ({ name, address }))
    .sort((a, b) => rank(a) - rank(b));
}

/** A server that listens on one address only is not reachable at the others. */
function reachable(addresses: LanAddress[], host: string | undefined): LanAddress[] {
  if (host === undefined || host === "0.0.0.0" || host === "::") return addresses;
  return addresses.filter(({ address }) => address === host);
}

/** `port` is the one listened on, known only after listening when it was 0. */
export function createNetwork(
  env: Pick<Env, "publicUrl" | "allowedHosts"> & Partial<Pick<Env, "host">>,
  port: () => number,
  find: () => LanAddress[] = lanAddresses,
): Network {
  const interfaces = () => reachable(find(), env.host);
  let chosen: string | undefined;
  const http = (host: string) => `http://${host}${port() === 80 ? "" : `:${port()}`}`;
  return {
    addresses: interfaces,
    isLan: env.publicUrl === undefined,
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
}
