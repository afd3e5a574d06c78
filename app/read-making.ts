import { type MakingStep, readLine } from "@/lib/summary/document-steps";

/** A file that came, by the name that it came with, or why none did. */
export type ReadMaking = { name: string; content: Blob } | "unavailable" | "failed";

const LINE_END = "\n".charCodeAt(0);

/** Reads an answer that tells how far a file is (`MAKING_MEDIA`), to its end. An answer that was cut off has failed. */
export async function readMaking(
  answer: ReadableStream<Uint8Array>,
  onStep: (step: MakingStep) => void,
): Promise<ReadMaking> {
  const reader = answer.getReader();
  let rest = new Uint8Array();
  for (;;) {
    const end = rest.indexOf(LINE_END);
    if (end < 0) {
      const { value, done } = await reader.read();
      if (done) return "failed";
      rest = joined([rest, value]);
      continue;
    }
    const line = readLine(new TextDecoder().decode(rest.subarray(0, end)));
    rest = rest.slice(end + 1);
    if (line === null) return "failed";
    if ("failed" in line) return line.failed;
    if ("step" in line) onStep(line);
    else return await fileIn(reader, rest, line.made);
  }
}

/** The file at the end of the answer, of which a part may be there already. */
async function fileIn(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  first: Uint8Array,
  { name, media, bytes }: { name: string; media: string; bytes: number },
): Promise<ReadMaking> {
  const parts = [first];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    parts.push(value);
  }
  const content = joined(parts);
  return content.length === bytes
    ? { name, content: new Blob([content], { type: media }) }
    : "failed";
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
