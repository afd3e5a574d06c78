import { useTranslations } from "next-intl";
import type { Naming } from "@/lib/activities/sort/pictures";
import type { Words } from "@/lib/words";

/** With what screens tell a result; `textOf` shows the plan's words. */
export function useNaming(textOf: (words: Words) => string): Naming {
  const t = useTranslations("kinds.sort.summary");
  const shared = useTranslations("summary");
  return {
    textOf,
    other: shared("other"),
    notAlone: t("notAlone"),
    rather: (end) => t("rather", { end }),
    middle: t("middle"),
    corner: (up, across) => t("corner", { up, across }),
    points: (n, people) =>
      people === null ? t("pointsOfMost", { n }) : t("pointsOf", { n, people }),
    howMany: (count) => (typeof count === "number" ? String(count) : t(count)),
    decided: t("decided"),
    elsewhere: (n) => t("elsewhere", { n }),
  };
}
