import { unstable_doesMiddlewareMatch as isMatched } from "next/experimental/testing/server";
import { expect, it } from "vitest";
import { config } from "@/proxy";

const matches = (path: string, headers: Record<string, string> = {}) =>
  isMatched({ config, url: path, headers });

it("gives a policy to every document, also to one that a browser fetches in advance", () => {
  expect(matches("/sign-in")).toBe(true);
  expect(matches("/j/7K3M9QTX", { purpose: "prefetch" })).toBe(true);
  expect(matches("/sessions", { "next-router-prefetch": "1" })).toBe(true);
  // Positive control: what carries no scripts is left alone.
  expect(matches("/_next/static/chunks/a.js")).toBe(false);
});
