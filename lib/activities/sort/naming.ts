import type { Naming } from "@/lib/activities/sort/pictures";
import type { Wording } from "@/lib/summary/wording";
import type { Words } from "@/lib/words";

/** What a sort says of its results, in a summary and on screens alike. */
export const sayingsOf = ({ ofKind }: Pick<Wording, "ofKind">) => ofKind("kinds.sort.common");

/** With what a result is told, by whoever turns words into a language: a screen, or a summary. */
export function namingWith({
  t,
  other,
  textOf,
}: {
  t: ReturnType<typeof sayingsOf>;
  other: string;
  textOf(words: Words): string;
}): Naming {
  return {
    ...{ textOf, other },
    notAlone: t("notAlone"),
    rather: (end) => t("rather", { end }),
    middle: t("middle"),
    corner: (up, across) => t("corner", { up, across }),
    points: (n, people) =>
      people === null ? t("pointsOfMost", { n }) : t("pointsOf", { n, people }),
    howMany: (count) => (typeof count === "number" ? String(count) : t(count)),
    decided: t("decided"),
    elsewhere: (n) => t("elsewhere", { n }),
    withheld: t("suppressed"),
  };
}
