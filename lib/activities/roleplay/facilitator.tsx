"use client";

import { useTranslations } from "next-intl";
import { caseText } from "@/lib/activities/roleplay/case-text";
import { shownLine } from "@/lib/activities/roleplay/events";
import { DebriefDesk } from "@/lib/activities/roleplay/facilitator-debrief";
import { GroupsDesk } from "@/lib/activities/roleplay/facilitator-groups";
import { RoundsDesk } from "@/lib/activities/roleplay/facilitator-rounds";
import { DE_ROLE, roundStepAt } from "@/lib/activities/roleplay/phases";
import { type RoleplayRecord, roleplayConsole } from "@/lib/activities/roleplay/record";
import { givenCasesOf, type RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { type RoleplayDeskProps, roleplayScreens } from "@/lib/activities/roleplay/screens";
import { useHeading } from "@/lib/activities/roleplay/use-heading";
import { defineOnConsole } from "@/lib/activities/screens-contract";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { BlindReply } from "@/lib/ui/console/blind-reply";
import { CaseDesk } from "@/lib/ui/console/case-desk";
import { Covered } from "@/lib/ui/console/cover";
import { PlanList } from "@/lib/ui/console/plan-list";
import { ReviewList } from "@/lib/ui/console/review-list";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { textKey } from "@/lib/words";

/** The choice of a case, groups and their places, how the rounds are held, lines under review, and the debrief. */
export function RoleplayFacilitator(props: RoleplayDeskProps) {
  const { planned, phase, record, view } = props;
  const t = useTranslations("kinds.roleplay.console");
  const words = useWords();
  const { settings } = planned;
  const desk = roleplayConsole.safeParse(view.facilitator.ofKind);
  const chairs = desk.success ? desk.data : null;
  if (phase === "intro") {
    return (
      <div className="flex flex-col gap-3">
        <HelpChoices settings={settings} />
        <p className="text-ink-2 text-sm">{t("helpNote")}</p>
      </div>
    );
  }
  if (phase === "choose") {
    return (
      <Covered>
        <CaseDesk
          chosen={record.case ? [record.case.id] : []}
          given={givenCasesOf(settings.source).map(({ key, text }) => ({
            id: key,
            text: words(text),
          }))}
          limit={1}
          offered={settings.source.from === "earlier" ? (chairs?.cases ?? []) : null}
          toggle={(id) => void props.act({ type: "chooseCase", case: id })}
        />
      </Covered>
    );
  }
  if (phase === "case") return <CaseNow record={record} settings={settings} />;
  if (phase === "assign" || phase === "gather") {
    return chairs ? <GroupsDesk {...props} desk={chairs} /> : null;
  }
  const step = roundStepAt(settings, phase);
  if (step) {
    return (
      <div className="flex flex-col gap-6">
        <RoundsDesk {...props} step={step} />
        {chairs ? <GroupsDesk {...props} desk={chairs} /> : null}
        <CaseNow record={record} settings={settings} />
      </div>
    );
  }
  if (phase === DE_ROLE) return <DeRoleDesk {...props} />;
  return chairs ? <DebriefDesk {...props} desk={chairs} /> : null;
}

export const roleplayOnConsole = defineOnConsole(roleplayScreens, RoleplayFacilitator);

function HelpChoices({ settings: { source } }: { settings: RoleplaySettings }) {
  const words = useWords();
  if (source.from !== "own") return null;
  return (
    <PlanList>
      {source.help.map(({ key, label }) => (
        <li key={key}>{words(label)}</li>
      ))}
    </PlanList>
  );
}

/** The case that the room talks about; nothing where everybody brings a matter of their own. */
function CaseNow({ record, settings }: { record: RoleplayRecord; settings: RoleplaySettings }) {
  const t = useTranslations("kinds.roleplay.console");
  const words = useWords();
  const text = caseText(settings, record, words);
  if (text === null) return null;
  return (
    <div className="measure border-accent border-s-4 ps-3">
      <p className="text-ink-2 text-sm">{t("caseNow")}</p>
      <PeoplesWords as="p" className="whitespace-pre-line">
        {text}
      </PeoplesWords>
    </div>
  );
}

/** How roles are put down, and meanwhile the lines to read, where some were written. */
function DeRoleDesk({ planned, record, view, act, reply }: RoleplayDeskProps) {
  const t = useTranslations("kinds.roleplay.console");
  const words = useWords();
  const heading = useHeading(planned.settings.roleSet, useWordsText());
  const lines = Object.keys(view.review).length;
  return (
    <div className="flex flex-col gap-4">
      <PlanList>
        {(planned.settings.deRole ?? []).map((line) => (
          <li key={textKey(line)}>{words(line)}</li>
        ))}
      </PlanList>
      <p className="text-ink-2 text-sm">{t("deRoleNote")}</p>
      {record.enough === false ? <p>{t("linesTooFew")}</p> : null}
      {lines > 0 ? (
        <>
          <ReviewList
            actionOf={(card) =>
              card.held ? (
                <BlindReply card={card} reply={reply} written={view.replies[card.id]} />
              ) : null
            }
            cards={view.review}
            metaOf={({ attributes }) => {
              const line = shownLine.safeParse(attributes);
              return line.success ? heading(line.data.under) : null;
            }}
            onHold={(reviewId, held) => act({ type: "holdCard", reviewId, held })}
            onHoldAll={(held) => act({ type: "holdCards", held })}
            replies={view.replies}
          />
          <p className="text-ink-2 text-sm">{t("linesNoHeading")}</p>
        </>
      ) : null}
    </div>
  );
}
