"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { RoleplayDeskProps } from "@/lib/activities/roleplay/facilitator";
import { HelpCounts } from "@/lib/activities/roleplay/help-counts";
import { QUESTION_CHARACTERS_MAX, QUESTIONS_MAX } from "@/lib/activities/roleplay/schema";
import { linesByHeading } from "@/lib/activities/roleplay/shown-lines";
import { useHeading } from "@/lib/activities/roleplay/use-heading";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { countCharacters } from "@/lib/text";
import { Button } from "@/lib/ui/button";
import { BlindReply } from "@/lib/ui/console/blind-reply";
import { CardRow, CardRows, useCardMeta } from "@/lib/ui/console/review-list";

/** What is asked now, the lines that everybody sees, and where the room's questions are written down. */
export function DebriefDesk(props: RoleplayDeskProps) {
  const { planned, phase, record, view, reply } = props;
  const t = useTranslations("kinds.roleplay");
  const words = useWords();
  const metaOf = useCardMeta();
  const { settings } = planned;
  const heading = useHeading(settings.roleSet, useWordsText());
  const step = settings.debrief.find(({ key }) => key === phase);
  const cards = Object.values(view.cards);
  return (
    <div className="flex flex-col gap-6">
      {step ? <p className="measure text-lg">{words(step.text)}</p> : null}
      {phase === "guessKnowAsk" ? (
        <QuestionsField {...props} key={record.questions.join("\n")} />
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

/** What the room would ask, a question a line; shown to everybody when it is sent. */
function QuestionsField({ record, act }: RoleplayDeskProps) {
  const t = useTranslations("kinds.roleplay.console");
  const id = useId();
  const [text, setText] = useState(record.questions.join("\n"));
  const questions = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const isTooMuch =
    questions.length > QUESTIONS_MAX ||
    questions.some((each) => countCharacters(each) > QUESTION_CHARACTERS_MAX);
  return (
    <div className="measure flex flex-col items-start gap-2">
      <label className="font-semibold" htmlFor={id}>
        {t("questions", { max: QUESTIONS_MAX })}
      </label>
      <textarea
        aria-describedby={`${id}-full`}
        aria-invalid={isTooMuch || undefined}
        className="w-full resize-y rounded-control border border-edge bg-surface px-3 py-2 aria-invalid:border-brick"
        dir="auto"
        id={id}
        onChange={(event) => setText(event.target.value)}
        rows={4}
        value={text}
      />
      <p className="text-brick text-sm empty:hidden" id={`${id}-full`} role="status">
        {isTooMuch
          ? t("questionsFull", { max: QUESTIONS_MAX, length: QUESTION_CHARACTERS_MAX })
          : null}
      </p>
      <Button
        disabled={isTooMuch}
        onClick={() => void act({ type: "writeQuestions", questions })}
        size="console"
      >
        {t("questionsSave")}
      </Button>
    </div>
  );
}
