import { sizeField } from "@/app/sessions/size-field";
import type { ChosenSizes } from "@/lib/session/sizes";

/** Where the guide of a plan is that begins then and is held in these sizes. */
export function guideAddress(
  template: string,
  { start, sizes }: { start: string; sizes: ChosenSizes },
): string {
  const query = new URLSearchParams({ start });
  for (const [key, minutes] of Object.entries(sizes)) query.set(sizeField(key), String(minutes));
  return `/sessions/new/${template}/guide?${query}`;
}
