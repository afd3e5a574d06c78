"use client";

import { useTranslations } from "next-intl";
import { AloneScreen } from "@/lib/activities/roleplay/participant-alone";
import { LineScreen } from "@/lib/activities/roleplay/participant-line";
import {
  OtherRoles,
  RoleActions,
  RoleCard,
  SignButton,
  SpokenNote,
  StepLine,
} from "@/lib/activities/roleplay/participant-role";
import { roleOf } from "@/lib/activities/roleplay/role-set";
import { RoundFrame, type RoundProps } from "@/lib/activities/roleplay/round-frame";
import { useLiveView } from "@/lib/client/live-provider";
import { Button } from "@/lib/ui/button";
import { SceneChairs } from "@/lib/ui/drawn/drawings";

/** One step of a round on the phone, by where one sits and how the round is held. */
export function RoundScreen(props: RoundProps) {
  const { own, step, planned } = props;
  const writes = useLiveView(({ activity }) => activity?.about.takes) === "cards";
  const { seat } = own;
  const role = seat?.role ? roleOf(planned.settings.roleSet, seat.role) : undefined;
  if (seat === null || seat.at === "waiting" || seat.at === "none") {
    return <WithoutChair {...props} />;
  }
  if (seat.mode === "emptyChair") return <AloneScreen {...props} />;
  if (step.step.isBetween) return <SwapScreen {...props} />;
  if (seat.mode === "silent" && writes && role) return <LineScreen {...props} role={role} />;
  if (!role) return <WithoutRole {...props} />;
  return (
    <RoundFrame {...props}>
      <RoleCard role={role} step={step} />
      <StepLine played={role} step={step} />
      {own.group ? (
        <OtherRoles group={own.group} own={role} set={planned.settings.roleSet} />
      ) : null}
      {seat.mode === "silent" ? <SilentNote /> : <SpokenNote />}
      <RoleActions {...props} canChange round={step.round} />
    </RoundFrame>
  );
}

/** What becomes of lines, before the first is written. */
function SilentNote() {
  const t = useTranslations("kinds.roleplay.phone");
  return <p className="text-base text-ink-2">{t("noteSilent")}</p>;
}

function SwapScreen(props: RoundProps) {
  const t = useTranslations("kinds.roleplay.phone");
  return (
    <RoundFrame {...props} prompt={t("swapNow")}>
      <SceneChairs className="mx-auto w-full max-w-[340px] short:hidden" />
      <p>{t("swapNote")}</p>
      <RoleActions {...props} canChange={false} round={props.step.round} />
    </RoundFrame>
  );
}

/** Came while a round was under way, or watches it from outside. */
function WithoutRole(props: RoundProps) {
  const t = useTranslations("kinds.roleplay.phone");
  const isOnBalcony = props.own.seat?.at === "balcony";
  return (
    <RoundFrame {...props} prompt={isOnBalcony ? t("balcony") : t("yourGroup")}>
      <p>{isOnBalcony ? t("balconyNote") : t("nextRound")}</p>
      <StepLine played={null} step={props.step} />
      {props.own.group ? (
        <div className="flex">
          <SignButton group={props.own.group} />
        </div>
      ) : null}
    </RoundFrame>
  );
}

/** Not sat down yet, or got up. */
function WithoutChair(props: RoundProps) {
  const t = useTranslations("kinds.roleplay.phone");
  const { own } = props;
  const isGone = own.seat?.at === "none";
  return (
    <RoundFrame {...props} prompt={isGone ? t("noChair") : t("yourGroup")}>
      {isGone ? (
        <div>
          <Button onClick={own.takeAgain}>{t("takeChair")}</Button>
        </div>
      ) : (
        <p>{t("waitForChair")}</p>
      )}
    </RoundFrame>
  );
}
