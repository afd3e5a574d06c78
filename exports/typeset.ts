import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fontFiles, settable } from "@/exports/fonts";
import { linesOf } from "@/lib/one-line";

/** Where this machine has no build of Typst. */
export class NoTypst extends Error {}

/** What a template is set with, beside its own text. */
export interface Typeset {
  /** A file of ours in this folder. */
  template: string;
  /**
   * What it reads as `data.json`: whatever people wrote stands in here, and is never its source. It finds there as well
   * whether a character was replaced that no font has (`isMissing`).
   */
  data: Readonly<Record<string, unknown>>;
  /** Drawings by the names of their files. */
  drawings: ReadonlyMap<string, string>;
}

/**
 * A tagged PDF (PDF/UA-1), its drawings as vectors, its fonts inside. Equal data give equal bytes. Throws `NoTypst`, and
 * an error where the template can't be set.
 */
export async function typeset(
  { template, data, drawings }: Typeset,
  root: string,
): Promise<Buffer> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler").catch(
    (error: unknown) => {
      throw new NoTypst("Typst has no build for this machine", { cause: error });
    },
  );
  const clean = settable(root);
  const compiler = NodeCompiler.create({
    workspace: join(root, "exports"),
    fontArgs: [{ fontBlobs: fontFiles(root).map((file) => readFileSync(file)) }],
  });
  const put = (name: string, content: string) =>
    compiler.mapShadow(join(root, "exports", name), Buffer.from(content));
  let isMissing = false;
  const set = eachText(data, (text) => {
    const lines = linesOf(text);
    const cleaned = lines.map(clean);
    isMissing ||= cleaned.some((line, at) => line !== lines[at]?.normalize("NFC"));
    return cleaned.join("\n");
  });
  put("data.json", JSON.stringify({ ...set, isMissing }));
  for (const [name, svg] of drawings) put(name, svg);
  const compiled = compiler.compile({ mainFilePath: join(root, "exports", template) });
  const document = compiled.result;
  if (!document) {
    const error = compiled.takeError();
    const why = error ? JSON.stringify(compiler.fetchDiagnostics(error)) : "no reason given";
    throw new Error(`Typst could not set ${template}: ${why}`);
  }
  return compiler.pdf(document, { pdfStandard: "ua-1", creationTimestamp: 0 });
}

/** The same value with each text in it made anew. */
function eachText(
  value: Readonly<Record<string, unknown>>,
  made: (text: string) => string,
): Record<string, unknown>;
function eachText(value: unknown, made: (text: string) => string): unknown;
function eachText(value: unknown, made: (text: string) => string): unknown {
  if (typeof value === "string") return made(value);
  if (Array.isArray(value)) return value.map((each) => eachText(each, made));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, eachText(each, made)]),
  );
}
