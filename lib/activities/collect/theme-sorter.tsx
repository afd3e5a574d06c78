"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import type { RevealedCard } from "@/lib/activities/card-schema";
import type { CollectRecord } from "@/lib/activities/collect/record";
import { THEME_NAME_MAX, THEMES_MAX } from "@/lib/activities/collect/schema";
import type { ConsoleProps } from "@/lib/activities/screens-contract";
import { randomSecret } from "@/lib/client/random";
import { isolated } from "@/lib/i18n/isolated";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";

interface ThemeSorterProps {
  cards: readonly RevealedCard[];
  record: CollectRecord;
  act: ConsoleProps["act"];
}

const FIELD = "min-h-10 min-w-0 rounded-control border border-edge bg-surface px-3";

/** Themes and cards as one list: everything works by keyboard, nothing has to be dragged. */
export function ThemeSorter({ cards, record, act }: ThemeSorterProps) {
  const t = useTranslations("kinds.collect.console");
  const { themes, sorted } = record;
  return (
    <div className="flex flex-col gap-5">
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold">{t("themes")}</h2>
        {themes.length === 0 ? <p className="text-ink-2">{t("themesNone")}</p> : null}
        <ul className="flex flex-col gap-2">
          {themes.map((theme) => (
            <li key={theme.id}>
              <Theme
                act={act}
                count={Object.values(sorted).filter((id) => id === theme.id).length}
                // A name that another facilitator's device has changed replaces what stands here.
                key={theme.name}
                theme={theme}
              />
            </li>
          ))}
        </ul>
        {themes.length < THEMES_MAX ? (
          <NewTheme act={act} />
        ) : (
          <p className="text-ink-2 text-sm">{t("themesFull")}</p>
        )}
      </section>
      <ul className="flex flex-col gap-2">
        {cards.map((card) => (
          <li
            className="@container rounded-control border border-line bg-surface px-3 py-2.5"
            key={card.id}
          >
            <div className="flex items-center justify-between gap-4 @max-lg:flex-col @max-lg:items-stretch">
              <PeoplesWords as="p" className="measure min-w-0 whitespace-pre-line">
                {card.text}
              </PeoplesWords>
              <select
                aria-label={t("themeFor", { card: isolated(card.text) })}
                className={`${FIELD} w-48 shrink-0 @max-lg:w-full`}
                onChange={(event) =>
                  act({
                    type: "sortCard",
                    cardId: card.id,
                    themeId: event.currentTarget.value || null,
                  })
                }
                value={sorted[card.id] ?? ""}
              >
                <option value="">{t("themeNone")}</option>
                {themes.map((theme) => (
                  <option dir="auto" key={theme.id} value={theme.id}>
                    {theme.name}
                  </option>
                ))}
              </select>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NewTheme({ act }: Pick<ThemeSorterProps, "act">) {
  const t = useTranslations("kinds.collect.console");
  const id = useId();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = nameIn(event.currentTarget);
    if (name === "") return;
    act({ type: "addTheme", themeId: randomSecret(), name });
    event.currentTarget.reset();
  }
  return (
    <form className="flex flex-wrap items-end gap-2" onSubmit={submit}>
      <div className="flex min-w-48 flex-1 flex-col gap-1">
        <label className="text-sm" htmlFor={id}>
          {t("themeNew")}
        </label>
        <input
          autoComplete="off"
          dir="auto"
          className={FIELD}
          id={id}
          maxLength={THEME_NAME_MAX}
          name="name"
        />
      </div>
      <Button size="console" type="submit">
        {t("themeAdd")}
      </Button>
    </form>
  );
}

interface ThemeProps extends Pick<ThemeSorterProps, "act"> {
  theme: CollectRecord["themes"][number];
  count: number;
}

function Theme({ theme, count, act }: ThemeProps) {
  const t = useTranslations("kinds.collect.console");
  const cards = useTranslations("cards");
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = nameIn(event.currentTarget);
    if (name !== "" && name !== theme.name) {
      act({ type: "renameTheme", themeId: theme.id, name });
    }
  }
  return (
    <form className="flex flex-wrap items-center gap-2" onSubmit={submit}>
      <input
        aria-label={t("themeName")}
        autoComplete="off"
        dir="auto"
        className={`${FIELD} flex-1 basis-40 font-semibold`}
        defaultValue={theme.name}
        maxLength={THEME_NAME_MAX}
        name="name"
      />
      <span className="tabular text-ink-2 text-sm">{cards("counted", { n: count })}</span>
      <Button kind="quiet" size="console" type="submit">
        {t("themeSave")}
      </Button>
      <Button
        aria-label={`${t("themeDelete")}: ${isolated(theme.name)}`}
        kind="quiet"
        onClick={() => act({ type: "removeTheme", themeId: theme.id })}
        size="console"
      >
        {t("themeDelete")}
      </Button>
    </form>
  );
}

function nameIn(form: HTMLFormElement): string {
  const name = new FormData(form).get("name");
  return typeof name === "string" ? name.trim() : "";
}
