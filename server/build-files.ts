import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { projectRoot } from "@/server/project-root";

/** Where the files of the build stand in the address space: those of Next, and below `phone/` those of phones. */
const PREFIX = "/_next/static/";

/** Written by `scripts/build.mjs`: each file compressed once, as hard as it goes, with these endings. */
const COMPRESSED = ".next/static-compressed";

/** Best first. Browsers offer brotli over https only. */
const ENCODINGS = [
  { name: "br", ending: ".br" },
  { name: "gzip", ending: ".gz" },
] as const;

/** Their names change with their content, so a year is as good as for ever (RFC 8246). */
const CACHE_CONTROL = "public, max-age=31536000, immutable";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

interface BuildFile {
  type: string;
  plain: Buffer;
  /** By name of the encoding; fonts are compressed already and have none. */
  encoded: ReadonlyMap<string, Buffer>;
}

/** The files of the build, in memory: some 4 MB, and half as much again compressed. */
export interface BuildFiles {
  /** Whether there is one at this decoded path. */
  has(path: string): boolean;
  /** Answers a request for a file of the build; false where there is none. */
  answer(path: string, request: IncomingMessage, response: ServerResponse): boolean;
}

/** Reads them once. A phone that comes in asks for some of them, each of which Next would compress anew. */
export function loadBuildFiles(root = projectRoot()): BuildFiles {
  return filesIn(join(root, ".next/static"), PREFIX, join(root, COMPRESSED));
}

/** In development Next makes its files as they are asked for; those of phones are bundled again after each change. */
export function filesInDevelopment(): Pick<BuildFiles, "answer"> {
  const folder = join(projectRoot(), "dist/phone-development");
  const prefix = `${PREFIX}phone/`;
  return {
    answer: (path, request, response) =>
      path.startsWith(prefix) && filesIn(folder, prefix).answer(path, request, response),
  };
}

/** @param compressed where copies of them are that were compressed while building */
function filesIn(folder: string, prefix: string, compressed?: string): BuildFiles {
  const files = new Map<string, BuildFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const inside = relative(folder, file);
    files.set(`${prefix}${inside.split(sep).join("/")}`, {
      type: TYPES[extname(file)] ?? "application/octet-stream",
      plain: readFileSync(file),
      encoded: compressed === undefined ? new Map() : encodedOf(join(compressed, inside)),
    });
  }
  return {
    has: (path) => files.has(path),
    answer(path, { method, headers }, response) {
      const file = files.get(path);
      if (!file || (method !== "GET" && method !== "HEAD")) return false;
      const encoding = ENCODINGS.find(
        ({ name }) => file.encoded.has(name) && accepts(headers["accept-encoding"], name),
      )?.name;
      const body = (encoding && file.encoded.get(encoding)) ?? file.plain;
      response.writeHead(200, {
        "content-type": file.type,
        "content-length": body.length,
        "cache-control": CACHE_CONTROL,
        vary: "accept-encoding",
        ...(encoding ? { "content-encoding": encoding } : {}),
      });
      response.end(method === "HEAD" ? undefined : body);
      return true;
    },
  };
}

function encodedOf(path: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const { name, ending } of ENCODINGS) {
    try {
      found.set(name, readFileSync(`${path}${ending}`));
    } catch {
      // Not made, since it would not be smaller.
    }
  }
  return found;
}

/** Whether an Accept-Encoding names this encoding with another quality than zero (RFC 9110, 12.5.3). */
export function accepts(header: string | string[] | undefined, encoding: string): boolean {
  return String(header ?? "")
    .split(",")
    .map((each) => each.trim().toLowerCase().replace(/\s/g, ""))
    .some(
      (each) =>
        each === encoding || (each.startsWith(`${encoding};q=`) && !/q=0(\.0*)?$/.test(each)),
    );
}
