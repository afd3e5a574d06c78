import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { NetworkInterface } from "@/lib/addresses";
import { createNetwork } from "@/server/lan";

afterEach(() => {
  vi.useRealTimers();
});

const env = { publicUrl: undefined, allowedHosts: [] };

test("a crowd's requests don't each look up the machine's addresses; a new Wi-Fi is still noticed", () => {
  vi.useFakeTimers();
  const find = vi.fn(() => [{ name: "wlan0", address: "192.168.7.4" }]);
  const network = createNetwork(env, () => 3000, find);
  for (let phone = 0; phone < 300; phone += 1) {
    expect(network.isKnownHost("192.168.7.4:3000")).toBe(true);
    expect(network.isKnownHost("192.168.9.9:3000")).toBe(false);
  }
  expect(find).toHaveBeenCalledTimes(1);
  find.mockReturnValue([{ name: "wlan0", address: "192.168.9.9" }]);
  vi.advanceTimersByTime(2_001);
  expect(network.isKnownHost("192.168.9.9:3000")).toBe(true);
  expect(network.isKnownHost("192.168.7.4:3000")).toBe(false);
});

test("phones get the first address, then the one that was picked, as long as it is there", () => {
  vi.useFakeTimers();
  let found: NetworkInterface[] = [
    { name: "wlan0", address: "192.168.7.4" },
    { name: "eth0", address: "10.1.1.9" },
  ];
  const network = createNetwork(
    env,
    () => 3000,
    () => found,
  );
  expect(network.phoneBaseUrl).toBe("http://192.168.7.4:3000");
  expect(network.setPhoneAddress("10.1.1.9")).toBe(true);
  expect(network.phoneBaseUrl).toBe("http://10.1.1.9:3000");
  expect(network.setPhoneAddress("8.8.8.8")).toBe(false);
  found = found.slice(0, 1);
  vi.advanceTimersByTime(2_001);
  expect(network.phoneBaseUrl).toBe("http://192.168.7.4:3000");
});

test("the picked address outlives a restart, and a damaged note counts for nothing", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "aufwind-lan-"));
  const found = [
    { name: "wlan0", address: "192.168.7.4" },
    { name: "eth0", address: "10.1.1.9" },
  ];
  const start = () =>
    createNetwork(
      { ...env, dataDir },
      () => 3000,
      () => found,
    );
  expect(start().setPhoneAddress("10.1.1.9")).toBe(true);
  expect(start().phoneBaseUrl).toBe("http://10.1.1.9:3000");
  writeFileSync(join(dataDir, "phone-address"), "nonsense");
  expect(start().phoneBaseUrl).toBe("http://192.168.7.4:3000");
  rmSync(dataDir, { recursive: true });
});

test("a server that listens on one address offers no other", () => {
  const found = [{ name: "wlan0", address: "192.168.7.4" }];
  const network = createNetwork(
    { ...env, host: "127.0.0.1" },
    () => 3000,
    () => found,
  );
  expect(network.addresses()).toEqual([]);
  expect(network.phoneBaseUrl).toBe("http://localhost:3000");
});

test("a public address is used for everything", () => {
  const network = createNetwork({ publicUrl: "https://a.example", allowedHosts: [] }, () => 3000);
  expect(network).toMatchObject({
    phoneBaseUrl: "https://a.example",
    localUrl: "https://a.example",
    isLan: false,
  });
});
