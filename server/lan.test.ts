import { expect, test } from "vitest";
import { createNetwork, type LanAddress } from "@/server/lan";

const env = { publicUrl: undefined, allowedHosts: [] };

test("phones get the first address, then the one that was picked, as long as it is there", () => {
  let found: LanAddress[] = [
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
  expect(network.phoneBaseUrl).toBe("http://192.168.7.4:3000");
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
