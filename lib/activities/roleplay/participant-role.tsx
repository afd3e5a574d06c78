"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { caseText } from "@/lib/activities/roleplay/case-text";
import { GroupGlyph } from "@/lib/activities/roleplay/group-shape";
import { GroupSignDialog } from "@/lib/activities/roleplay/group-sign";
import type { RoundStep } from "@/lib/activities/roleplay/phases";
import type { RoleplayGroup, RoleplayRecord } from "@/lib/activities/roleplay/record";
import { type Role, roleOf } from "@/lib/activities/roleplay/role-set";
import type { RoleplaySettings } from "@/lib/activities/roleplay/schema";
import type { OwnSeat } from "@/lib/activities/roleplay/use-own-seat";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { CardGlyph, TalkGlyph } from "@/lib/ui/drawn/drawings";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { useDialog } from "@/lib/ui/opened";
import { PeoplesWords } from "@/lib/ui/peoples-words";

type Props = Shown<RoleplaySettings, RoleplayRecord>;

/** Which group one is in, and where it meets. */
export function GroupRow({ group }: { group: RoleplayGroup }) {
  const t = useTranslations("kinds.roleplay.common");
  return (
    <p className="flex items-center gap-2.5">
      <GroupGlyph className="size-7! text-accent" letter={group.letter} />
      <span className="font-semibold">{t("group", { letter: group.letter })}</span>
      {group.place === null ? null : (
        <PeoplesWords className="text-ink-2">{group.place}</PeoplesWords>
      )}
    </p>
  );
}

/** Who one is in this round: a role, its stance, and the one question to speak from. */
export function RoleCard({
  role,
  step,
  children,
}: {
  role: Role;
  step: RoundStep;
  /** Below the question. */
  children?: ReactNode;
}) {
  const t = useTranslations("kinds.roleplay.phone");
  const words = useWords();
  const task = step.step.byRole[role.key];
  return (
    <section className="rounded-card border border-line bg-surface px-5 py-4">
      <p className="text-base text-ink-2">{t("yourRole")}</p>
      <h2 className="font-medium font-serif text-[1.75rem] leading-9">{words(role.name)}</h2>
      <p className="mt-1">{words(role.stance)}</p>
      <p className="mt-3 border-line border-t pt-3 font-medium font-serif text-xl">
        {words(task ?? role.question)}
      </p>
      {children}
    </section>
  );
}

/** What this step asks of everybody, where the card doesn't say it already. */
export function StepLine({ played, step: { step } }: { played: Role | null; step: RoundStep }) {
  const words = useWords();
  const isOnCard = played !== null && step.byRole[played.key] !== undefined;
  return step.text === null || isOnCard ? null : <p>{words(step.text)}</p>;
}

/** What becomes of what is said here. */
export function SpokenNote() {
  const t = useTranslations("kinds.roleplay.phone");
  return (
    <p className="flex items-center gap-2.5 text-base text-ink-2">
      <TalkGlyph />
      {t("noteSpoken")}
    </p>
  );
}

/** The other roles of one's group, where it may know them. */
export function OtherRoles({
  group,
  own,
  set,
}: {
  group: RoleplayGroup;
  own: Role;
  set: RoleplaySettings["roleSet"];
}) {
  const t = useTranslations("kinds.roleplay.phone");
  const textOf = useWordsText();
  const roles = group.chairs.flatMap(({ role }) => (role && roleOf(set, role)) || []);
  // One of these is one's own chair: which one, nobody is told.
  const at = roles.findIndex(({ key }) => key === own.key);
  const others = roles.filter((_, n) => n !== at);
  if (at < 0 || others.length === 0) return null;
  return (
    <p className="text-base text-ink-2">
      {t("others", { roles: others.map(({ name }) => textOf(name)).join(" · ") })}
    </p>
  );
}

/** Reads the case again, holds up the group's sign, takes another role. */
export function RoleActions({
  planned,
  record,
  own,
  round,
  canChange,
}: Pick<Props, "planned" | "record"> & { own: OwnSeat; round: number; canChange: boolean }) {
  const t = useTranslations("kinds.roleplay.phone");
  const textOf = useWordsText();
  const { settings } = planned;
  const { seat, group } = own;
  const role = seat?.role ?? null;
  const shown = role === null ? undefined : roleOf(settings.roleSet, role);
  const watcher = roleOf(settings.roleSet, settings.roleSet.watcher);
  const isWatcher = role === settings.roleSet.watcher;
  return (
    <div className="flex flex-col gap-1 pt-2">
      <div className="flex flex-wrap gap-2">
        <CaseButton record={record} settings={settings} />
        {group ? <SignButton group={group} /> : null}
        {canChange && role !== null && seat?.watches === false ? (
          <SmallButton
            busy={own.isAsking}
            onClick={() => own.ask({ type: "otherRole", round, role })}
          >
            {t("otherRole")}
          </SmallButton>
        ) : null}
      </div>
      {canChange && watcher && seat?.at === "group" && (seat.watches || !isWatcher) ? (
        <div className="-ms-3">
          <Button
            busy={own.isAsking}
            kind="quiet"
            onClick={() => own.ask({ type: "watchRound", on: !seat.watches })}
          >
            {seat.watches ? t("joinAgain") : t("rather", { role: textOf(watcher.name) })}
          </Button>
        </div>
      ) : null}
      <p className="text-base text-brick empty:hidden" role="status">
        {own.isRefused ? t("notSent") : null}
      </p>
      <span className="sr-only" role="status">
        {shown ? textOf(shown.name) : null}
      </span>
    </div>
  );
}

/** Opens the case; nothing where everybody brings a matter of their own. */
export function CaseButton({
  record,
  settings,
}: {
  record: RoleplayRecord;
  settings: RoleplaySettings;
}) {
  const t = useTranslations("kinds.roleplay.phone");
  const show = useDialog();
  const words = useWords();
  const text = caseText(settings, record, words);
  if (text === null) return null;
  return (
    <SmallButton
      onClick={() =>
        show((dialog) => (
          <NativeDialog {...dialog} title={t("caseTitle")}>
            <PeoplesWords as="p" className="whitespace-pre-line">
              {text}
            </PeoplesWords>
          </NativeDialog>
        ))
      }
    >
      <CardGlyph className="size-5!" />
      {t("caseOpen")}
    </SmallButton>
  );
}

/** Opens the group's sign. */
export function SignButton({ group: { letter, place } }: { group: RoleplayGroup }) {
  const t = useTranslations("kinds.roleplay.phone");
  const show = useDialog();
  return (
    <SmallButton
      onClick={() =>
        show((dialog) => <GroupSignDialog {...dialog} letter={letter} place={place} />)
      }
    >
      <GroupGlyph className="size-5!" letter={letter} />
      {t("sign")}
    </SmallButton>
  );
}

/** One of three beside each other. */
function SmallButton({
  onClick,
  busy = false,
  children,
}: {
  onClick: () => void;
  busy?: boolean;
  children: ReactNode;
}) {
  return (
    <Button busy={busy} className="flex-1 whitespace-nowrap px-2.5! text-base!" onClick={onClick}>
      {children}
    </Button>
  );
}
