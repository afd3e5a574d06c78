import type { PrintInput } from "@/lib/activities/contract";
import { letterOf, sizesOf } from "@/lib/activities/roleplay/grouping";
import { type RoleKey, roleOf } from "@/lib/activities/roleplay/role-set";
import {
  GUESS_KNOW_ASK,
  givenCasesOf,
  type RoleplaySettings,
} from "@/lib/activities/roleplay/schema";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import { CARDS_PER_SHEET, type PrintPage } from "@/lib/print-pack/pages";
import { shapeOf } from "@/lib/sign-shapes";

/** More cases than a facilitator lays out to choose from. */
const CASES_PRINTED_MAX = 4;

/** Cards of one group's roles, the case, a sign for each table, and the sheet that a group writes together. */
export function roleplayPages({
  settings,
  people,
  wording,
}: PrintInput<RoleplaySettings>): readonly PrintPage[] {
  const { roleSet, size, source, debrief } = settings;
  const { words } = wording;
  const t = wording.ofKind("kinds.roleplay.print");
  const common = wording.ofKind("kinds.roleplay.common");
  const sizes = sizesOf(people, size);
  const groups = sizes.length;
  const largest = Math.max(...sizes);
  const dealt = largest === 4 ? roleSet.bySize[4] : roleSet.bySize[3];
  const inLast = dealt.flatMap((key) => roleSet.inLastRound[key] ?? []);
  const cardOf = (key: RoleKey, label: string) => {
    const role = roleOf(roleSet, key);
    return role
      ? [
          {
            label,
            name: words(role.name),
            lead: words(role.stance),
            question: words(role.question),
          },
        ]
      : [];
  };
  const roles = [
    ...dealt.flatMap((key) => cardOf(key, t("role"))),
    ...inLast.flatMap((key) => cardOf(key, t("roleInLast"))),
  ];
  const cases = givenCasesOf(source)
    .slice(0, CASES_PRINTED_MAX)
    .map(({ text }) => ({ label: t("case"), name: t("case"), lead: null, question: words(text) }));
  const sheet = debrief.find(({ key }) => key === GUESS_KNOW_ASK);
  const pages: PrintPage[] = [];
  for (let at = 0; at < roles.length; at += CARDS_PER_SHEET) {
    const cards = roles.slice(at, at + CARDS_PER_SHEET);
    pages.push({ name: t("roles"), copies: groups, layout: { is: "cards", cards } });
  }
  if (cases.length > 0) {
    pages.push({ name: t("cases"), copies: 1, layout: { is: "cards", cards: cases } });
  }
  for (let at = 0; at < groups; at += 1) {
    const letter = letterOf(at);
    const called = common("group", { letter });
    pages.push({
      name: t("sign"),
      copies: 1,
      layout: { is: "sign", letter, shape: shapeOf(letter), called },
    });
  }
  if (sheet) {
    pages.push({
      name: t("sheet"),
      copies: groups,
      layout: {
        is: "places",
        prompt: words(sheet.text),
        places: PAD_COLUMNS.map((key) => ({ name: common(`pad.${key}`), detail: null })),
        note: settings.label && words(settings.label),
      },
    });
  }
  return pages;
}
