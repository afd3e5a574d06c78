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
  for (const file of ["/_next/static/chunks/a.js", "/icon.svg"]) {
    expect(matches(file)).toBe(false);
  }
});

it("gives one to every page that is not there, whatever its address begins with", () => {
  for (const path of [
    "/api/nowhere",
    "/icon.svgs",
    "/favicon.ico",
    "/_next/image",
    "/socket.io2",
  ]) {
    expect(matches(path)).toBe(true);
  }
});
