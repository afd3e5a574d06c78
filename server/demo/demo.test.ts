import { describe, expect, test } from "vitest";
import { loopbackUrl, refuseDemoInProduction } from "@/server/demo/demo";
import { StartRefused } from "@/server/start-refused";

describe("the demo", () => {
  test.each(["PUBLIC_URL", "DATABASE_URL"])("refuses to start with %s, naming it", (name) => {
    expect(() => refuseDemoInProduction({ [name]: "x" })).toThrow(StartRefused);
    expect(() => refuseDemoInProduction({ [name]: "x" })).toThrow(name);
    expect(() => refuseDemoInProduction({ [name]: "" })).not.toThrow();
  });

  test("its phones take the way that the server listens on", () => {
    expect(loopbackUrl({ host: "0.0.0.0" }, 3000)).toBe("http://127.0.0.1:3000");
    expect(loopbackUrl({ host: "192.168.1.4" }, 3000)).toBe("http://192.168.1.4:3000");
  });
});
