import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The colours of paper, by the names that the look gives them: those of the light theme, which stands first. */
export function coloursOfPaper(root: string): Readonly<Record<string, string>> {
  const css = readFileSync(join(root, "lib/ui/look.css"), "utf8");
  const light = css.slice(0, css.indexOf('[data-theme="dark"]'));
  const named = light.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g);
  // Paper itself is white in print.
  return {
    ...Object.fromEntries([...named].map(([, name, value]) => [name, value])),
    paper: "#ffffff",
  };
}
