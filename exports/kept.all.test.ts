import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { toDocx } from "@/exports/docx";
import { toPdf } from "@/exports/pdf";
import { toPptx } from "@/exports/pptx";
import { toCsv } from "@/lib/summary/csv";
import { toJson } from "@/lib/summary/json";
import { toMarkdown } from "@/lib/summary/markdown";
import { measuresOf } from "@/lib/summary/measures";
import { keptSummaries, summaryFullOf } from "@/lib/testing/kept-summaries";
import { hasPoppler, unbroken, wordsOfPdf } from "@/lib/testing/poppler";

const root = fileURLToPath(new URL("..", import.meta.url));

/** From Debian's packages; where it is missing, only this look from outside is. */
const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

/** LibreOffice starts for each file, on a machine with other work. */
const TIMEOUT_MS = 3 * 60_000;

it.each(keptSummaries())(
  "a summary that a release has kept is still a file of each format: $name",
  async ({ summary }) => {
    for (const render of [toMarkdown, toCsv, toJson]) {
      expect(render(summary).length).toBeGreaterThan(0);
    }
    expect((await toPdf(summary, root)).subarray(0, 5).toString()).toBe("%PDF-");
    for (const make of [toDocx, toPptx]) {
      expect((await make(summary, root)).subarray(0, 2).toString()).toBe("PK");
    }
  },
);

/** What LibreOffice shows of a file, page by page. */
function openedByOffice(file: Buffer, extension: string): string {
  const folder = mkdtempSync(join(tmpdir(), "aufwind-office-"));
  try {
    const path = join(folder, `summary.${extension}`);
    writeFileSync(path, file);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path];
    expect(spawnSync("soffice", args).status).toBe(0);
    return wordsOfPdf(readFileSync(join(folder, "summary.pdf")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it.runIf(hasOffice && hasPoppler).each([
  ["docx", toDocx],
  ["pptx", toPptx],
] as const)(
  "LibreOffice opens a %s and shows all that is in it",
  async (extension, make) => {
    const lab = keptSummaries().find(({ name }) => name === "v4/setback-lab, de");
    if (!lab) throw new Error("The summary is not there");
    const shown = openedByOffice(await make(lab.summary, root), extension);
    for (const { label, reading } of measuresOf(lab.summary)) {
      expect(shown).toContain(unbroken(label));
      expect(shown).toContain(unbroken(reading));
    }
    // The control: another summary shows other words.
    const other = openedByOffice(await make(summaryFullOf("Wort"), root), extension);
    expect(other).not.toContain(unbroken(measuresOf(lab.summary)[0]?.reading ?? ""));
  },
  TIMEOUT_MS,
);
