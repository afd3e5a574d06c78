"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { GroupGlyph } from "@/lib/activities/roleplay/group-shape";
import type { RoleplayConsole } from "@/lib/activities/roleplay/record";
import { GROUP_MAX, roleOf } from "@/lib/activities/roleplay/role-set";
import { GUESS_KNOW_ASK, PLACE_CHARACTERS_MAX } from "@/lib/activities/roleplay/schema";
import type { RoleplayDeskProps } from "@/lib/activities/roleplay/screens";
import { useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { ChairGlyph } from "@/lib/ui/drawn/drawings";
import { Menu, type MenuEntry } from "@/lib/ui/menu";

interface GroupsDeskProps extends Pick<RoleplayDeskProps, "planned" | "phase" | "act"> {
  desk: RoleplayConsole;
}

type DeskGroup = RoleplayConsole["groups"][number];
type DeskChair = DeskGroup["chairs"][number];

/** Everybody's chairs by groups, before they are sent to the phones and as long as people sit in them. */
export function GroupsDesk(props: GroupsDeskProps) {
  const { desk, phase, act } = props;
  const t = useTranslations("kinds.roleplay.console");
  const { groups, balcony } = desk;
  const isPrepared = phase === "assign";
  const chairs = groups.reduce((sum, { chairs: each }) => sum + each.length, 0);
  if (groups.length === 0 && balcony.length === 0)
    return <p className="text-ink-2">{t("nobody")}</p>;
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="font-semibold">{t("inGroups", { n: chairs, groups: groups.length })}</h2>
        {isPrepared ? (
          <div className="flex flex-wrap items-center gap-3">
            <SizeChoice act={act} desk={desk} />
            <Button
              onClick={() =>
                void act({ type: "regroup", size: desk.size, pair: desk.remote?.pair ?? false })
              }
              size="console"
            >
              {t("shuffle")}
            </Button>
          </div>
        ) : null}
      </div>
      <div className="@container">
        <ul className="grid gap-3 @min-[34rem]:grid-cols-2 @min-[64rem]:grid-cols-3">
          {groups.map((group) => (
            <GroupCard {...props} group={group} key={group.letter} />
          ))}
        </ul>
      </div>
      {balcony.length > 0 ? <Balcony {...props} /> : null}
      {desk.suggestedMerges.map(({ from, into }) => (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1" key={from}>
          {t("mergeSuggested", { from, into })}
          <Button onClick={() => void act({ type: "mergeGroups", from, into })} size="console">
            {t("merge")}
          </Button>
        </p>
      ))}
      {isPrepared ? <RemoteQuestion act={act} desk={desk} /> : null}
      <p className="text-ink-2 text-sm">{t("placesOnly")}</p>
    </section>
  );
}

function SizeChoice({ desk, act }: Pick<GroupsDeskProps, "desk" | "act">) {
  const t = useTranslations("kinds.roleplay.console");
  return (
    <fieldset className="flex items-center">
      <legend className="float-start me-3 text-ink-2">{t("size")}</legend>
      {([3, 4] as const).map((size) => (
        <button
          aria-pressed={desk.size === size}
          className="tabular min-h-target min-w-12 border border-edge bg-surface font-semibold first-of-type:rounded-s-control last-of-type:-ms-px last-of-type:rounded-e-control aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          key={size}
          onClick={() => void act({ type: "regroup", size, pair: desk.remote?.pair ?? false })}
          type="button"
        >
          {size}
        </button>
      ))}
    </fieldset>
  );
}

/** One or two people elsewhere: by themselves, or with the room. */
function RemoteQuestion({ desk, act }: Pick<GroupsDeskProps, "desk" | "act">) {
  const t = useTranslations("kinds.roleplay.console");
  const { remote, size } = desk;
  if (remote === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1" role="status">
      {t(remote.pair ? "remotePair" : "remoteFew", { n: remote.count })}
      {remote.canPair || remote.pair ? (
        <Button
          onClick={() => void act({ type: "regroup", size, pair: !remote.pair })}
          size="console"
        >
          {t(remote.pair ? "withRoom" : "asPair")}
        </Button>
      ) : null}
    </p>
  );
}

function GroupCard({ group, ...props }: GroupsDeskProps & { group: DeskGroup }) {
  const t = useTranslations("kinds.roleplay.console");
  const { desk, act } = props;
  const { letter, chairs } = group;
  const others = desk.groups.filter((each) => each.letter !== letter);
  const entries: MenuEntry[] = [
    {
      id: "add",
      label: t("addChair"),
      disabled: chairs.length >= GROUP_MAX,
      onAction: () => void act({ type: "addChair", to: letter }),
    },
    ...others
      .filter((each) => each.chairs.length + chairs.length <= GROUP_MAX)
      .map((each) => ({
        id: `merge-${each.letter}`,
        label: t("mergeInto", { letter: each.letter }),
        onAction: () => void act({ type: "mergeGroups", from: letter, into: each.letter }),
      })),
  ];
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-card border border-line bg-surface p-4">
      <div className="flex items-center gap-2.5">
        <GroupGlyph className="size-7! text-accent" letter={letter} />
        <h3 className="font-medium font-serif text-xl">{letter}</h3>
        <span className="tabular flex-1 text-end text-ink-2">
          {t("chairs", { n: chairs.length })}
        </span>
        <Menu entries={entries} isQuiet label={t("more")} name={t("groupActions", { letter })} />
      </div>
      <PlaceField act={act} group={group} />
      <ul>
        {chairs.map((chair, at) => (
          <ChairRow {...props} chair={chair} group={group} key={chair.id} n={at + 1} />
        ))}
      </ul>
    </li>
  );
}

/** Where the group meets. Taken when the field is left, or at Enter. */
function PlaceField({
  group: { letter, place },
  act,
}: Pick<GroupsDeskProps, "act"> & { group: DeskGroup }) {
  const t = useTranslations("kinds.roleplay.console");
  const id = useId();
  function take(input: HTMLInputElement) {
    const entered = input.value.trim();
    const next = entered === "" ? null : entered;
    if (next !== place) void act({ type: "namePlace", group: letter, place: next });
  }
  return (
    <>
      <label className="sr-only" htmlFor={id}>
        {t("place", { letter })}
      </label>
      <input
        className="min-h-target w-full min-w-0 rounded-control border border-edge bg-surface px-3"
        defaultValue={place ?? ""}
        dir="auto"
        id={id}
        // Another console may have named it meanwhile.
        key={place}
        maxLength={PLACE_CHARACTERS_MAX}
        onBlur={(event) => take(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === "Enter") take(event.currentTarget);
        }}
        placeholder={t("placeHint")}
      />
    </>
  );
}

/** One chair: its role, what is to be known of it, and where else it could stand. */
export function ChairRow({
  chair,
  group,
  n,
  desk,
  planned,
  phase,
  act,
}: GroupsDeskProps & { chair: DeskChair; group: DeskGroup | null; n: number }) {
  const t = useTranslations("kinds.roleplay.console");
  const textOf = useWordsText();
  const role = chair.role === null ? null : roleOf(planned.settings.roleSet, chair.role);
  const called = role ? textOf(role.name) : t(desk.groups.length > 0 ? "nextRound" : "noRole");
  const about = [
    chair.watches ? t("watches") : null,
    chair.remote ? t("remote") : null,
    chair.phone ? null : t("noPhone"),
  ].filter((each) => each !== null);
  const entries: MenuEntry[] = [
    ...desk.groups
      .filter(({ letter, chairs }) => letter !== group?.letter && chairs.length < GROUP_MAX)
      .map(({ letter }) => ({
        id: letter,
        label: t("moveTo", { letter }),
        onAction: () => void act({ type: "moveChair", chair: chair.id, to: letter }),
      })),
    ...(group
      ? [
          {
            id: "balcony",
            label: t("toBalcony"),
            onAction: () => void act({ type: "moveChair", chair: chair.id, to: null }),
          },
        ]
      : []),
    // Beside sheets nobody is got up: whoever spoils one goes to the balcony.
    ...(phase === GUESS_KNOW_ASK
      ? []
      : [
          {
            id: "free",
            label: t("free"),
            onAction: () => void act({ type: "freeChair", chair: chair.id }),
          },
        ]),
  ];
  return (
    <li className="flex min-h-10 items-center gap-2">
      <ChairGlyph className="size-5! text-ink-2" />
      <span className="min-w-0 flex-1">
        {called}
        {about.length > 0 ? <span className="text-ink-2"> · {about.join(" · ")}</span> : null}
      </span>
      <Menu
        entries={entries}
        isQuiet
        label={t("move")}
        name={
          group ? t("chair", { n, letter: group.letter, role: called }) : t("chairOnBalcony", { n })
        }
      />
    </li>
  );
}

/** Who came when all groups were full, and who was moved there. */
function Balcony(props: GroupsDeskProps) {
  const t = useTranslations("kinds.roleplay.console");
  return (
    <div className="flex flex-col gap-1 rounded-card border border-line border-dashed p-4">
      <h3 className="font-semibold">{t("balcony")}</h3>
      <p className="text-ink-2 text-sm">{t("balconyNote")}</p>
      <ul>
        {props.desk.balcony.map((chair, at) => (
          <ChairRow {...props} chair={chair} group={null} key={chair.id} n={at + 1} />
        ))}
      </ul>
    </div>
  );
}
