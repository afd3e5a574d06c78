import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, isPreview } from "@/lib/csp";

const page = { nonce: "abc", host: "aufwind.example", framedByUs: false, development: false };

describe("contentSecurityPolicy", () => {
  it("lets no inline script, no eval and no third party in", () => {
    const policy = contentSecurityPolicy(page);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).not.toMatch(/https?:|upgrade-insecure-requests/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("names our own socket address", () => {
    expect(contentSecurityPolicy({ ...page, host: "192.168.0.7:3000" })).toContain(
      "connect-src 'self' ws://192.168.0.7:3000 wss://192.168.0.7:3000;",
    );
  });

  it("drops a host that is none", () => {
    const policy = contentSecurityPolicy({ ...page, host: "x; script-src *" });
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain("*");
  });
});

describe("isPreview", () => {
  it("knows previews from pages", () => {
    expect(isPreview("/preview")).toBe(true);
    expect(isPreview("/preview/stage")).toBe(true);
    expect(isPreview("/sessions/1/preview")).toBe(true);
    expect(isPreview("/sessions/preview-of-things")).toBe(false);
  });
});
