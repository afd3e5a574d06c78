"use client";

import { useTranslations } from "next-intl";
import { HelpCounts } from "@/lib/activities/roleplay/help-counts";
import type { RoleplayConsole } from "@/lib/activities/roleplay/record";
import type { RoleplayDeskProps } from "@/lib/activities/roleplay/screens";
import { linesByHeading } from "@/lib/activities/roleplay/shown-lines";
import { useHeading } from "@/lib/activities/roleplay/use-heading";
import { onNeed } from "@/lib/client/on-need";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { BlindReply } from "@/lib/ui/console/blind-reply";
import { Covered } from "@/lib/ui/console/cover";
import { CardRow, CardRows, useCardMeta } from "@/lib/ui/console/review-list";

/** What several people write at once takes a library that nothing else here needs. */
const sheetsDesk = onNeed(() => import("@/lib/activities/roleplay/facilitator-sheets"));

/** What is asked now, the lines that everybody sees, and the sheets of the groups. */
export function DebriefDesk(props: RoleplayDeskProps & { desk: RoleplayConsole }) {
  const { planned, phase, record, view, reply, desk } = props;
  const t = useTranslations("kinds.roleplay");
  const words = useWords();
  const metaOf = useCardMeta();
  const { settings } = planned;
  const heading = useHeading(settings.roleSet, useWordsText());
  const step = settings.debrief.find(({ key }) => key === phase);
  const cards = Object.values(view.cards);
  const hasSheets = desk.groups.some(({ pad }) => pad !== null);
  const sheets = useLoaded(sheetsDesk, hasSheets);
  return (
    <div className="flex flex-col gap-6">
      {step ? <p className="measure text-lg">{words(step.text)}</p> : null}
      {hasSheets && sheets ? (
        <Covered>
          <sheets.SheetsDesk {...props} />
        </Covered>
      ) : null}
      {phase === "helped" ? (
        <div className="max-w-[560px]">
          {record.help ? (
            <HelpCounts help={record.help} settings={settings} />
          ) : (
            <p className="text-ink-2">{t("console.helpTooFew")}</p>
          )}
        </div>
      ) : null}
      {record.enough === false ? <p>{t("console.linesTooFew")}</p> : null}
      {linesByHeading(settings.roleSet, cards).map(({ under, lines }) => (
        <section className="flex flex-col gap-2" key={under}>
          <h2 className="font-semibold">{heading(under)}</h2>
          <CardRows>
            {lines.map((card) => (
              <CardRow
                action={<BlindReply card={card} reply={reply} written={view.replies[card.id]} />}
                key={card.id}
                meta={metaOf({ ...card, ...view.consents[card.id] }).join(" · ") || null}
                reply={view.replies[card.id]}
                text={card.text}
              />
            ))}
          </CardRows>
        </section>
      ))}
    </div>
  );
}
