"use client";

import { useTranslations } from "next-intl";
import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import type { RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { useWords } from "@/lib/client/use-words";
import { ShareBar } from "@/lib/ui/share-bar";

/** How often which help was wanted; nothing where too few chose, or there is nothing to choose. */
export function HelpCounts({
  help,
  settings: { source },
}: Pick<RoleplayRecord, "help"> & { settings: Pick<RoleplaySettings, "source"> }) {
  const t = useTranslations("kinds.roleplay.common");
  const words = useWords();
  if (help === null || source.from !== "own") return null;
  const most = Math.max(1, ...Object.values(help));
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{t("helpCounts")}</h2>
      <ul className="flex flex-col gap-3">
        {source.help.map(({ key, label }) => (
          <li className="flex flex-col gap-1" key={key}>
            <span>{words(label)}</span>
            <span className="flex items-center gap-3">
              <ShareBar className="h-3 flex-1" share={(help[key] ?? 0) / most} />
              <span className="tabular text-base text-ink-2">
                {t("people", { n: help[key] ?? 0 })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
