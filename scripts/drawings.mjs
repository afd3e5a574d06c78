// Makes components of the drawings in lib/ui/drawn/svg: `npm run drawings`. With `--check` only says whether
// they are fresh, as `npm test` does. Components, because a drawing follows the colours of its place.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "lib/ui/drawn/svg");
const target = join(root, "lib/ui/drawn/drawings.tsx");

/** `scene-open` is drawn by `SceneOpen`. */
const componentNamed = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** The shapes of a drawing as JSX; its frame, which all drawings of a size share, is the component's. */
function shapesOf(file) {
  const shapes = /^<svg [^>]*>(.*)<\/svg>\s*$/s.exec(readFileSync(join(folder, file), "utf8"))?.[1];
  if (!shapes) throw new Error(`${file}: not one <svg> element`);
  return shapes.replace(/ ([a-z]+)-([a-z])([a-z]*)=/g, (_, first, letter, rest) => {
    return ` ${first}${letter.toUpperCase()}${rest}=`;
  });
}

const files = readdirSync(folder).sort();
const source = [
  "// Made by `npm run drawings` from the files in svg/. Not to be changed by hand.",
  'import { Glyph, type GlyphProps } from "@/lib/ui/drawn/glyph";',
  'import { Scene, type SceneProps } from "@/lib/ui/drawn/scene";',
  ...files.map((file) => {
    const name = file.slice(0, -".svg".length);
    const frame = name.startsWith("scene-") ? "Scene" : "Glyph";
    const shapes = shapesOf(file);
    return `export const ${componentNamed(name)}${frame === "Glyph" ? "Glyph" : ""} = (props: ${frame}Props) => <${frame} {...props}>${shapes}</${frame}>;`;
  }),
].join("\n\n");

const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
const formatted = spawnSync(process.execPath, [biome, "format", `--stdin-file-path=${target}`], {
  input: source,
  encoding: "utf8",
  cwd: root,
});
if (formatted.status !== 0) throw new Error(formatted.stderr);

const isFresh = existsSync(target) && readFileSync(target, "utf8") === formatted.stdout;
if (process.argv.includes("--check")) {
  if (!isFresh) {
    console.error("Not fresh: lib/ui/drawn/drawings.tsx. Run `npm run drawings`.");
    process.exit(1);
  }
} else {
  if (!isFresh) writeFileSync(target, formatted.stdout);
  console.log(isFresh ? "Fresh already." : "Written: lib/ui/drawn/drawings.tsx");
}
