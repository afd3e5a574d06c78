"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { $ZodIssue } from "zod/v4/core";
import { issueAt, type ValuePath } from "@/lib/activities/filled-in";
import { useSettingsOnForm } from "@/lib/activities/settings-form-contract";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { Button } from "@/lib/ui/button";
import { CheckLine } from "@/lib/ui/console/check-line";
import { TextField } from "@/lib/ui/text-field";
import type { Words } from "@/lib/words";

interface FieldProps {
  /** Where its value stands in the settings. */
  at: ValuePath;
  label: string;
  hint?: string;
}

/** What keeps a whole number from fitting, in words; undefined where nothing does. */
function useProblem(at: ValuePath): string | undefined {
  const t = useTranslations("settings");
  const issue = issueAt(useSettingsOnForm().issues, at);
  if (!issue) return undefined;
  const bound = boundOf(issue);
  if (bound) return "least" in bound ? t("atLeast", bound) : t("atMost", bound);
  return t(issue.code === "invalid_type" ? "notWhole" : "noFit");
}

/** The bound that was not kept, of whole numbers and of lists; null where it was none. */
function boundOf(issue: $ZodIssue): { least: number } | { most: number } | null {
  if (issue.code === "too_small") {
    return { least: Number(issue.minimum) + (issue.inclusive === false ? 1 : 0) };
  }
  if (issue.code === "too_big") {
    return { most: Number(issue.maximum) - (issue.inclusive === false ? 1 : 0) };
  }
  return null;
}

/** Digits, few enough to be exact. What else is entered stays as it is, and is no number. */
const WHOLE_NUMBER = /^\s*-?\d{1,15}\s*$/;

/** A whole number. */
export function NumberSetting({ at, label, hint }: FieldProps) {
  const t = useTranslations("settings");
  const { entered, kept, enter } = useSettingsOnForm();
  const problem = useProblem(at);
  const before = kept(at);
  return (
    <TextField
      hint={hint}
      inputMode="numeric"
      label={label}
      name={at}
      onChange={(text) => enter(at, WHOLE_NUMBER.test(text) ? Number(text) : text)}
      problem={
        problem && typeof before === "number" ? `${problem} ${t("stays", { n: before })}` : problem
      }
      value={String(entered(at) ?? "")}
    />
  );
}

/** Something that is so or isn't. */
export function CheckSetting({ at, label }: Omit<FieldProps, "hint">) {
  const { entered, enter } = useSettingsOnForm();
  return (
    <CheckLine checked={entered(at) === true} onChange={(checked) => enter(at, checked)}>
      {label}
    </CheckLine>
  );
}

/** One of a few. */
export function ChoiceSetting({
  at,
  label,
  options,
  none,
}: Omit<FieldProps, "hint"> & {
  options: readonly (readonly [value: string, label: string])[];
  /** What it is called to choose none of them, which is kept as null; left out where one has to be. */
  none?: string;
}) {
  const { entered, enter } = useSettingsOnForm();
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label className="font-semibold text-base" htmlFor={id}>
        {label}
      </label>
      <select
        className="min-h-12 rounded-control border border-edge bg-surface px-3 text-lg"
        id={id}
        name={at}
        onChange={({ target: { value } }) =>
          enter(at, none !== undefined && value === "" ? null : value)
        }
        value={String(entered(at) ?? "")}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What the summary takes of it: nothing, or as much as one of these says. */
export function SummarySetting({
  takes,
}: {
  takes: readonly (readonly [value: string, label: string])[];
}) {
  const t = useTranslations("settings");
  return (
    <ChoiceSetting
      at="summary"
      label={t("summary")}
      options={[["none", t("summaryNone")], ...takes]}
    />
  );
}

/** The wordings of a text, by the language they are in. */
const WORDINGS = [
  { key: "de", lang: "de", name: "germanDu" },
  { key: "deSie", lang: "de", name: "germanSie" },
  { key: "en", lang: "en", name: "english" },
] as const;

interface WordingsProps {
  at: ValuePath;
  /** Whether there may be no text at all. */
  optional?: boolean;
  /** Lines to see at once. */
  rows?: number;
}

/**
 * A field for a text in the language of the page, and folded below it one for each other wording. One that is emptied is
 * none. `label`: what the text is; left out where that stands above.
 */
function Wordings({
  at,
  label,
  hint,
  optional = false,
  rows = 2,
}: WordingsProps & Partial<Pick<FieldProps, "label" | "hint">>) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const { entered, enter, issues } = useSettingsOnForm();
  const problem = useWordingProblem(at);
  const isMissing = issueAt(issues, at) !== undefined;
  const wording = (key: keyof Words) => String(entered(`${at}.${key}`) ?? "");
  const first = WORDINGS.find(({ lang }) => lang === locale) ?? WORDINGS[0];
  const others = WORDINGS.filter((each) => each !== first);
  const present = others.filter(({ key }) => wording(key) !== "");
  const [opened] = useState(() => ({
    first: wording(first.key),
    others: others.map(({ key }) => wording(key)),
  }));
  // What is only there is not to be looked for.
  const [isUnfolded, setUnfolded] = useState(present.length > 0 && opened.first === "");
  function change(change: Readonly<Partial<Record<keyof Words, string>>>) {
    const texts = WORDINGS.map(({ key }) => [key, change[key] ?? wording(key)]);
    const some = texts.filter(([, each]) => each !== "");
    enter(at, optional && some.length === 0 ? null : Object.fromEntries(some));
  }
  // Who reads another wording would be told what was there before.
  const areOld =
    present.length > 0 &&
    wording(first.key) !== opened.first &&
    others.every(({ key }, n) => wording(key) === opened.others[n]);
  return (
    <>
      <TextField
        hint={hint}
        label={label ?? t(first.name)}
        lang={first.lang}
        name={`${at}.${first.key}`}
        onChange={(text) => change({ [first.key]: text })}
        problem={isMissing ? t("noWords") : problem(first.key)}
        rows={rows}
        value={wording(first.key)}
      />
      {areOld ? (
        <div className="flex flex-wrap items-center gap-x-3 text-base text-ochre">
          <p role="status">{t("othersAreOld", { which: namesOf(present, t) })}</p>
          <Button
            kind="quiet"
            onClick={() => change(Object.fromEntries(others.map(({ key }) => [key, ""])))}
            size="console"
          >
            {t("dropOthers")}
          </Button>
        </div>
      ) : null}
      <details
        onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
        open={isUnfolded || others.some(({ key }) => problem(key) !== undefined)}
      >
        <summary className="cursor-pointer py-3 desk:py-1 text-base text-ink-2">
          {present.length > 0
            ? t("otherWordings", { which: namesOf(present, t) })
            : t("moreWordings")}
        </summary>
        <div className="flex flex-col gap-2 border-line border-s ps-3">
          {others.map(({ key, lang, name }) => (
            <TextField
              key={key}
              label={t(name)}
              lang={lang}
              name={`${at}.${key}`}
              onChange={(text) => change({ [key]: text })}
              problem={problem(key)}
              rows={rows}
              value={wording(key)}
            />
          ))}
        </div>
      </details>
    </>
  );
}

const namesOf = (
  wordings: readonly (typeof WORDINGS)[number][],
  t: ReturnType<typeof useTranslations<"settings">>,
): string => wordings.map(({ name }) => t(name)).join(", ");

/** What is wrong with one wording of a text: that it is too long for where it is read or said. */
function useWordingProblem(at: ValuePath): (key: keyof Words) => string | undefined {
  const t = useTranslations("settings");
  const { issues } = useSettingsOnForm();
  return (key) => {
    const issue = issueAt(issues, `${at}.${key}`);
    if (!issue) return undefined;
    const params = issue.code === "custom" ? (issue.params ?? {}) : {};
    if (typeof params.most !== "number") return t("noFit");
    return t(params.of === "words" ? "wordsMost" : "charactersMost", { most: params.most });
  };
}

/** A text in each language that the plan has it in. */
export function WordsSetting(props: WordingsProps & FieldProps) {
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="sr-only">{props.label}</legend>
      <Wordings {...props} />
    </fieldset>
  );
}

interface ListProps extends FieldProps {
  /** What one of them is called: "Question 2". */
  entry: (n: number) => string;
  /** What the button says that adds one. */
  add: string;
}

/** Entries that can be changed, added and removed, as far as their kind allows. */
export function ListSetting({
  at,
  label,
  hint,
  entry,
  add,
  blank,
  children,
}: ListProps & {
  /** A new entry, given those that are there; null where there can't be another one. */
  blank: (entries: readonly unknown[]) => unknown;
  /** The fields of one. */
  children: (path: ValuePath) => ReactNode;
}) {
  const t = useTranslations("settings");
  const { entered, enter, issuesWith } = useSettingsOnForm();
  const { list, focusList, focusLast } = useListFocus();
  const found = entered(at);
  const entries: readonly unknown[] = Array.isArray(found) ? found : [];
  const paths = entries.map((_, n) => `${at}.${n}`);
  const boundWith = (value: readonly unknown[]) => {
    const issue = issueAt(issuesWith(at, value), at);
    return issue ? boundOf(issue) : null;
  };
  const another = blank(entries);
  const full = another === null ? null : boundWith([...entries, another]);
  const fewest = boundWith(entries.slice(1));
  const without = (path: ValuePath) => entries.filter((_, n) => paths[n] !== path);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3" ref={list} tabIndex={-1}>
      <legend className="mb-1 font-semibold text-lg">{label}</legend>
      {hint ? <p className="text-base text-ink-2">{hint}</p> : null}
      {paths.map((path, n) => (
        <fieldset
          className="flex min-w-0 flex-col gap-3 rounded-card border border-line p-4"
          key={path}
        >
          <legend className="px-1 font-semibold text-base">{entry(n + 1)}</legend>
          {children(path)}
          {fewest && "least" in fewest ? null : (
            <Button
              className="self-start"
              kind="quiet"
              onClick={() => {
                enter(at, without(path));
                // Its button is gone with it.
                focusList();
              }}
              size="console"
            >
              {t("remove", { entry: entry(n + 1) })}
            </Button>
          )}
        </fieldset>
      ))}
      {fewest && "least" in fewest ? (
        <p className="text-base text-ink-2">{t("fewest", fewest)}</p>
      ) : null}
      {full && "most" in full ? <p className="text-base text-ink-2">{t("full", full)}</p> : null}
      {another === null || (full && "most" in full) ? null : (
        <Button
          className="self-start"
          onClick={() => {
            enter(at, [...entries, another]);
            focusLast();
          }}
          size="console"
        >
          {add}
        </Button>
      )}
    </fieldset>
  );
}

/** Leads the focus to a list whose entry was removed, and to the first field of one that was added. */
function useListFocus() {
  const list = useRef<HTMLFieldSetElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (added === 0) return;
    const entries = list.current?.querySelectorAll<HTMLElement>(":scope > fieldset") ?? [];
    entries[entries.length - 1]?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }, [added]);
  return {
    list,
    focusList: () => list.current?.focus(),
    focusLast: () => setAdded((before) => before + 1),
  };
}

/** A list of texts. */
export function WordsListSetting({ at, ...rest }: ListProps) {
  return (
    <ListSetting {...rest} at={at} blank={() => ({})}>
      {(path) => <Wordings at={path} />}
    </ListSetting>
  );
}

/** An earlier activity that the settings refer to: shown, since only a whole plan can change it. */
export function ActivityReference({ activity, label }: { activity: string; label: string }) {
  const { titles } = useSettingsOnForm();
  const { words: shown } = usePlanWords("du");
  const title = titles[activity];
  return (
    <p className="text-base">
      <span className="font-semibold">{label}</span> {title ? shown(title) : activity}
    </p>
  );
}

/** The keys of a list's entries. */
export const keysOf = (entries: readonly unknown[]): ReadonlySet<unknown> =>
  new Set(
    entries.map((each) =>
      typeof each === "object" && each !== null && "key" in each ? each.key : undefined,
    ),
  );

/** A key that no entry of a list has: `case-3`. */
export function newKey(prefix: string, entries: readonly unknown[]): string {
  const taken = keysOf(entries);
  let n = entries.length + 1;
  while (taken.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}
