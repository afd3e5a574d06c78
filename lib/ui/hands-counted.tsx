"use client";

import { useTranslations } from "next-intl";
import type { HandsRecord } from "@/lib/session/view-schema";
import type { Words } from "@/lib/words";

export interface HandsCountedProps {
  hands: HandsRecord;
  /** What a plan's words say on this screen. */
  textOf: (words: Words) => string;
  className?: string;
}

/** Hands that were counted, beside the result of the phones and told apart from it. */
export function HandsCounted({ hands, textOf, className }: HandsCountedProps) {
  const t = useTranslations("common");
  const text = (said: string | Words) => (typeof said === "string" ? said : textOf(said));
  const raised = hands.flatMap(({ key, prompt, options }) => {
    const counted = options.filter(({ count }) => count > 0);
    if (counted.length === 0) return [];
    const said = counted.map(({ label, count: n }) => t("handsAt", { answer: text(label), n }));
    // One question needs no name: it stands above.
    const about = hands.length > 1 && prompt !== null ? `${text(prompt)} ` : "";
    return [{ key, line: `${about}${said.join(" · ")}` }];
  });
  if (raised.length === 0) return null;
  return (
    <div className={className}>
      {raised.map(({ key, line }) => (
        <p className="tabular" key={key}>
          {t("hands")}: {line}
        </p>
      ))}
    </div>
  );
}
