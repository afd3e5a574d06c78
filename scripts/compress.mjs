// Compresses the files of the build once, as hard as it goes: the server sends them from memory and never
// compresses anything itself (server/build-files.ts).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Compressed already. */
const DENSE = new Set([".woff", ".woff2", ".png", ".jpg", ".ico"]);

/** Brotli's best quality, and gzip's. */
const encodings = {
  ".br": (content) =>
    brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
  ".gz": (content) => gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** Fills `to` with compressed copies of the files in `from`, where they are smaller. */
export function compressFolder(from, to) {
  rmSync(to, { recursive: true, force: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || DENSE.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    const target = join(to, relative(from, file));
    mkdirSync(dirname(target), { recursive: true });
    for (const [ending, encode] of Object.entries(encodings)) {
      const encoded = encode(content);
      if (encoded.length < content.length) writeFileSync(`${target}${ending}`, encoded);
    }
  }
}
