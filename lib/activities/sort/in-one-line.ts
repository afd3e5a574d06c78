import type { Words } from "@/lib/words";

/** Several texts in one line, in each wording that all of them have; null for none, or where they share no wording. */
export function inOneLine(texts: readonly Words[]): Words | null {
  const wordings = (["de", "deSie", "en"] as const).flatMap((wording) => {
    const said = texts.flatMap((each) => each[wording] ?? []);
    return said.length > 0 && said.length === texts.length
      ? [[wording, said.join(" · ")] as const]
      : [];
  });
  return wordings.length === 0 ? null : Object.fromEntries(wordings);
}
