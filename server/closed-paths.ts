import type { BuildFiles } from "@/server/build-files";

/** Next's own part of the address space: the files of the build, and services that we don't use. */
const OF_NEXT = "/_next";

/** The path of a request without its percent encoding; null where that is not sound. */
export function decodedPath(url = ""): string | null {
  try {
    return decodeURIComponent(url.split("?", 1)[0] ?? "");
  } catch {
    return null;
  }
}

/**
 * Which decoded paths no page or route of ours answers, so that Next is not asked: below `/_next` all
 * but the files of the build. Next would resize images for everybody there, fetch what an address
 * names, and answer the rest with a page that has no policy (P70).
 */
export function createClosedPaths(files: Pick<BuildFiles, "has">): (path: string) => boolean {
  return (path) => {
    if (files.has(path)) return false;
    // As Next may come to read it: dots followed, slashes merged.
    const plain = new URL(path.replace(/[\\/]+/g, "/"), "http://here.invalid").pathname;
    return [path, plain].some((each) => `${each}/`.toLowerCase().startsWith(`${OF_NEXT}/`));
  };
}
