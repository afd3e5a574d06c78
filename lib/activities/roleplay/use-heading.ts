"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LineHeading } from "@/lib/activities/roleplay/events";
import type { RoleSet } from "@/lib/activities/roleplay/role-set";
import { headingOf } from "@/lib/activities/roleplay/shown-lines";
import type { Words } from "@/lib/words";

/** Says what lines stand under; `words` shows a plan's words where it is said. */
export function useHeading<Shown extends ReactNode>(
  set: Pick<RoleSet, "roles">,
  words: (text: Words) => Shown,
): (under: LineHeading) => Shown | string {
  const t = useTranslations("kinds.roleplay.common");
  return (under) => {
    const heading = headingOf(set, under);
    if (heading.of === "role") return words(heading.role.name);
    return heading.of === "family" ? t(`family.${heading.family}`) : t("mixed");
  };
}
