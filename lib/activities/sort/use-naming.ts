import { useTranslations } from "next-intl";
import { namingWith } from "@/lib/activities/sort/naming";
import type { Naming } from "@/lib/activities/sort/pictures";
import type { Words } from "@/lib/words";

/** With what screens tell a result; `textOf` shows the plan's words. */
export function useNaming(textOf: (words: Words) => string): Naming {
  const t = useTranslations("kinds.sort.common");
  const shared = useTranslations("summary");
  return namingWith({ t, other: shared("other"), textOf });
}
