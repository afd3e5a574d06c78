"use client";

import { useTranslations } from "next-intl";
import { caseText } from "@/lib/activities/roleplay/case-text";
import { GroupSign } from "@/lib/activities/roleplay/group-shape";
import { DebriefScreen } from "@/lib/activities/roleplay/participant-debrief";
import { HelpScreen } from "@/lib/activities/roleplay/participant-help";
import { SignButton } from "@/lib/activities/roleplay/participant-role";
import { RoundScreen } from "@/lib/activities/roleplay/participant-round";
import { DE_ROLE, roundStepAt } from "@/lib/activities/roleplay/phases";
import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import type { RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { roleplayScreens } from "@/lib/activities/roleplay/screens";
import { type OwnSeat, useOwnSeat } from "@/lib/activities/roleplay/use-own-seat";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CheckRow } from "@/lib/ui/phone/check-row";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { textKey } from "@/lib/words";

type Props = Shown<RoleplaySettings, RoleplayRecord>;
type SeatedProps = Props & { own: OwnSeat };

/** The case, one's group and role in each round, putting the role down, and what is talked about afterwards. */
export function RoleplayScreen(props: Props) {
  const { planned, phase } = props;
  const own = useOwnSeat(planned.key);
  const step = roundStepAt(planned.settings, phase);
  if (step) return <RoundScreen {...props} own={own} step={step} />;
  if (phase === DE_ROLE) return <DeRoleScreen {...props} />;
  switch (phase) {
    case "intro":
      return <HelpScreen {...props} />;
    case "choose":
      return <CaseComes {...props} own={own} />;
    case "case":
      return <CaseScreen {...props} own={own} />;
    case "assign":
      return <GroupsCome {...props} own={own} />;
    case "gather":
      return <GatherScreen {...props} own={own} />;
    default:
      return <DebriefScreen {...props} own={own} />;
  }
}

export const roleplayOnPhone = defineOnPhone(roleplayScreens, RoleplayScreen);

/** The case is being chosen, and nobody is told which before it is shown. */
function CaseComes({ planned, phase, own }: SeatedProps) {
  const t = useTranslations("kinds.roleplay.phone");
  const progress = usePhaseProgress(planned.key, phase);
  return (
    <ActivityFrame planned={planned} progress={progress} prompt={t("caseComes")}>
      <Remote own={own} />
    </ActivityFrame>
  );
}

function CaseScreen({ planned, phase, record, own }: SeatedProps) {
  const t = useTranslations("kinds.roleplay.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  return (
    <ActivityFrame planned={planned} progress={progress} prompt={t("caseTitle")}>
      <PeoplesWords
        as="blockquote"
        className="whitespace-pre-line rounded-card border border-line bg-surface px-4 py-3 text-xl"
      >
        {caseText(planned.settings, record, words)}
      </PeoplesWords>
      {planned.contentNote ? (
        <p className="text-base text-ink-2">{words(planned.contentNote)}</p>
      ) : null}
      <Remote own={own} />
    </ActivityFrame>
  );
}

function GroupsCome({ planned, phase, own }: SeatedProps) {
  const t = useTranslations("kinds.roleplay.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  return (
    <ActivityFrame planned={planned} progress={progress} prompt={t("groupsCome")}>
      {planned.hint ? <p>{words(planned.hint)}</p> : null}
      <Remote own={own} />
    </ActivityFrame>
  );
}

/** Whether one takes part from elsewhere: asked as long as groups are not formed. */
function Remote({ own }: { own: OwnSeat }) {
  const t = useTranslations("kinds.roleplay.phone");
  return (
    <CheckRow checked={own.isRemote} onChange={own.setRemote}>
      {t("remote")}
    </CheckRow>
  );
}

/** Which group one is in: its sign, its place, and how many sit there. */
function GatherScreen({ planned, phase, own }: SeatedProps) {
  const t = useTranslations("kinds.roleplay");
  const progress = usePhaseProgress(planned.key, phase);
  const { seat, group } = own;
  if (!group) {
    const isGone = seat?.at === "none";
    const isOnBalcony = seat?.at === "balcony";
    return (
      <ActivityFrame
        planned={planned}
        progress={progress}
        prompt={t(isGone ? "phone.noChair" : isOnBalcony ? "phone.balcony" : "phone.waitForChair")}
      >
        {isOnBalcony ? <p>{t("phone.balconyNote")}</p> : null}
        {isGone ? (
          <div>
            <Button onClick={own.takeAgain}>{t("phone.takeChair")}</Button>
          </div>
        ) : null}
      </ActivityFrame>
    );
  }
  return (
    <ActivityFrame
      lead={<p className="text-base text-ink-2">{t("phone.yourGroup")}</p>}
      planned={planned}
      progress={progress}
      prompt={t("common.group", { letter: group.letter })}
    >
      {group.place === null ? null : (
        <PeoplesWords as="p" className="text-xl">
          {group.place}
        </PeoplesWords>
      )}
      <GroupSign
        className="mx-auto w-[min(64vw,34dvh)] min-w-32 text-accent"
        letter={group.letter}
      />
      <div>
        <p>{t("phone.chairs", { n: group.chairs.length })}</p>
        {group.hasRemote ? <p>{t("phone.hasRemote")}</p> : null}
      </div>
      <div className="flex pt-2">
        <SignButton group={group} />
      </div>
    </ActivityFrame>
  );
}

/** Step by step back to oneself; the same for those who had no role. */
function DeRoleScreen({ planned, phase }: Props) {
  const t = useTranslations("kinds.roleplay.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  return (
    <ActivityFrame planned={planned} progress={progress} prompt={t("deRoleTitle")}>
      <ol className="flex flex-col gap-4">
        {(planned.settings.deRole ?? []).map((line, at) => (
          <li
            className="flex items-baseline gap-4 border-line border-t pt-4 text-xl"
            key={textKey(line)}
          >
            <span aria-hidden className="tabular font-medium font-serif text-accent">
              {at + 1}
            </span>
            <span>{words(line)}</span>
          </li>
        ))}
      </ol>
    </ActivityFrame>
  );
}
