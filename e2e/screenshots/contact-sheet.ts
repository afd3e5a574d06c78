import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Where the pictures of all screens stand; they are made anew, and not kept with the code. */
export const GALLERY = "gallery";

/** One page with all pictures, screen by screen: what comes after a run of `npm run screenshots`. */
export default function writeContactSheet(): void {
  if (!existsSync(GALLERY)) return;
  const found = readdirSync(GALLERY, { encoding: "utf8", recursive: true })
    .filter((path) => path.endsWith(".png"))
    .sort();
  const sections = [...new Set(found.map((path) => dirname(path)))].map((step) => {
    const figures = found
      .filter((path) => dirname(path) === step)
      .map((path) => {
        const name = relative(step, path).replace(".png", "");
        return `<figure><a href="${path}"><img src="${path}" alt="" loading="lazy"></a><figcaption>${name}</figcaption></figure>`;
      });
    return `<section><h2>${step}</h2>${figures.join("")}</section>`;
  });
  const style =
    "body{font:16px system-ui;margin:24px}section{display:flex;flex-wrap:wrap;gap:12px;align-items:start}h2{flex:0 0 100%}figure{margin:0}img{height:320px;border:1px solid #ccc}";
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${style}</style>${sections.join("")}</html>`;
  writeFileSync(join(GALLERY, "index.html"), page);
}
