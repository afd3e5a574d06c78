import type { Words } from "@/lib/words";

/** The question alone: what follows it in a prompt is about writing, and cards need the room. */
export function questionOf({ de, deSie, en }: Words): Words {
  const [first, second, third] = [de, deSie, en].map((prompt) => prompt?.split(/(?<=\?)\s/)[0]);
  return { de: first, deSie: second, en: third };
}
