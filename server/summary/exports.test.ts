import { spawn } from "node:child_process";
import { once } from "node:events";
import { pino } from "pino";
import { expect, test } from "vitest";
import { EXIT_UNAVAILABLE } from "@/lib/summary/document-order";
import type { MakingStep } from "@/lib/summary/document-steps";
import { madeFormatNames } from "@/lib/summary/formats";
import { summaryFullOf } from "@/lib/testing/kept-summaries";
import { projectRoot } from "@/server/project-root";
import { createExports } from "@/server/summary/exports";

const quiet = { log: pino({ level: "silent" }) };
const summary = summaryFullOf("Ein Wort, übrig geblieben");
const nobodyGoes = new AbortController().signal;

/** Whoever makes a file lets everything else on the machine go first: on a busy one three take minutes. */
const FILES_MS = 180_000;

test.each(madeFormatNames)(
  "two processes give the same bytes, and each says what it does, as it does it: %s",
  { timeout: FILES_MS },
  async (format) => {
    const exports = createExports(quiet);
    const of = summary.sections.length;
    const sections = Array.from({ length: of }, (_, at) => ({ step: "section", at: at + 1, of }));
    const [told, ofNext]: MakingStep[][] = [[], []];
    const again = structuredClone(summary);
    const [one, other] = await Promise.all([
      exports.make({ format, summary }, nobodyGoes, (step) => told?.push(step)),
      exports.make({ format, summary: again }, nobodyGoes, (step) => ofNext?.push(step)),
    ]);
    expect(told).toEqual([...sections, { step: "together" }]);
    expect(ofNext).toEqual([{ step: "waiting" }, ...sections, { step: "together" }]);
    const another = await exports.make({ format, summary: summaryFullOf("Anderes") }, nobodyGoes);
    if (typeof one === "string" || typeof other === "string") throw new Error(`${one}, ${other}`);
    expect(Buffer.compare(one, other)).toBe(0);
    expect(another).not.toEqual(one);
  },
);

test("whoever goes gets nothing, and the next one still gets theirs", async () => {
  const exports = createExports(quiet);
  const gone = new AbortController();
  const abandoned = exports.make({ format: "pdf", summary }, gone.signal);
  const next = exports.make({ format: "pdf", summary }, nobodyGoes);
  gone.abort();
  expect(await abandoned).toBe("cancelled");
  expect(typeof (await next)).toBe("object");
});

// Only Linux tells what another process holds.
test.runIf(process.platform === "linux")("one that takes too much memory is ended", async () => {
  const exports = createExports({ ...quiet, memoryMax: 1 });
  expect(await exports.make({ format: "pdf", summary }, nobodyGoes)).toBe("failed");
});

test("a server that stops waits for no file", async () => {
  const exports = createExports(quiet);
  const made = exports.make({ format: "pdf", summary }, nobodyGoes);
  await exports.close();
  expect(await made).toBe("cancelled");
});

const asModule = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;

/** Resolves as if the typesetter had no build for the machine. */
const HOOK = asModule(`export const resolve = (name, context, next) =>
  name === "@myriaddreamin/typst-ts-node-compiler" ? Promise.reject(new Error("none")) : next(name, context);`);
const WITHOUT_TYPST = asModule(
  `import { register } from "node:module"; register(${JSON.stringify(HOOK)});`,
);

test("a machine without a typesetter is told from a failure", async () => {
  const child = spawn(
    process.execPath,
    [...["--import", "tsx", "--import", WITHOUT_TYPST], ...["exports/main.ts", projectRoot()]],
    { cwd: projectRoot(), stdio: ["pipe", "ignore", "ignore"] },
  );
  child.stdin.end(JSON.stringify({ format: "pdf", summary }));
  expect(await once(child, "close")).toEqual([EXIT_UNAVAILABLE, null]);
});
