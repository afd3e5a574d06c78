import fc from "fast-check";
import { expect, it } from "vitest";
import { readMaking } from "@/app/read-making";
import { asLine, type MakingLine, type MakingStep } from "@/lib/summary/document-steps";

/** An answer that comes in pieces of these lengths, again and again. */
function answerIn(bytes: Uint8Array, lengths: readonly number[]): ReadableStream<Uint8Array> {
  let at = 0;
  let piece = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const length = lengths[piece % lengths.length] ?? 1;
      piece += 1;
      controller.enqueue(bytes.slice(at, at + length));
      at += length;
    },
  });
}

const bytesOf = (lines: readonly MakingLine[], file: Uint8Array): Uint8Array =>
  new Uint8Array([...new TextEncoder().encode(lines.map(asLine).join("")), ...file]);

const steps: MakingStep[] = [
  { step: "waiting" },
  { step: "section", at: 1, of: 2 },
  { step: "section", at: 2, of: 2 },
  { step: "together" },
];

it("tells each step and hands over the file, however the answer is cut into pieces", async () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), lengths, async (file, cuts) => {
      const made = { name: "x.pdf", media: "application/pdf", bytes: file.length };
      const told: MakingStep[] = [];
      const read = await readMaking(answerIn(bytesOf([...steps, { made }], file), cuts), (step) =>
        told.push(step),
      );
      if (typeof read === "string") throw new Error(read);
      expect(told).toEqual(steps);
      expect(read.name).toBe("x.pdf");
      expect(new Uint8Array(await read.content.arrayBuffer())).toEqual(file);
    }),
  );
});

it("takes no half of a file for one, nor anything else for an answer", async () => {
  const made = { name: "x.pdf", media: "application/pdf", bytes: 9 };
  const none = new Uint8Array();
  const read = (bytes: Uint8Array) => readMaking(answerIn(bytes, [7]), () => {});
  expect(await read(bytesOf([{ made }], new Uint8Array(8)))).toBe("failed");
  expect(await read(bytesOf([{ step: "together" }], none))).toBe("failed");
  expect(await read(new TextEncoder().encode("<html>\n"))).toBe("failed");
  expect(await read(bytesOf([{ failed: "unavailable" }], none))).toBe("unavailable");
});
