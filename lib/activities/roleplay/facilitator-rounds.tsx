"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { RoundStep } from "@/lib/activities/roleplay/phases";
import { roleplayModes } from "@/lib/activities/roleplay/schema";
import type { RoleplayDeskProps } from "@/lib/activities/roleplay/screens";
import { useWords } from "@/lib/client/use-words";
import { CheckLine } from "@/lib/ui/console/check-line";

/** Which step of which round this is, how people speak in it, and whether it follows the clock. */
export function RoundsDesk({
  planned,
  record,
  act,
  step,
}: RoleplayDeskProps & { step: RoundStep }) {
  const t = useTranslations("kinds.roleplay");
  const words = useWords();
  const { settings } = planned;
  const name = settings.rounds[step.round - 1];
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">
        <span className="font-semibold">
          {t("common.round", { n: step.round, total: settings.rounds.length })}
        </span>
        {name ? <> · {words(name)}</> : null}
      </h2>
      {step.step.text ? <p>{words(step.step.text)}</p> : null}
      <div className="flex flex-col gap-1">
        <CheckLine checked={record.runs} onChange={(on) => void act({ type: "runRounds", on })}>
          {t("console.runs")}
        </CheckLine>
        <p className="measure text-ink-2 text-sm">{t("console.runsNote")}</p>
      </div>
      {settings.source.from === "own" ? null : (
        <ModeChoice act={act} planned={planned} record={record} />
      )}
      <p className="text-ink-2 text-sm">
        {t(record.roundMode === "spoken" ? "console.talked" : "console.linesSealed")}
      </p>
    </section>
  );
}

function ModeChoice({
  planned,
  record,
  act,
}: Pick<RoleplayDeskProps, "planned" | "record" | "act">) {
  const t = useTranslations("kinds.roleplay.console");
  const name = useId();
  const { alone } = planned.settings.roleSet;
  const modes = roleplayModes.filter((mode) => mode !== "emptyChair" || alone.length > 0);
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-start me-3 font-semibold">{t("mode")}</legend>
      {modes.map((mode) => (
        <label
          className="inline-flex min-h-target cursor-pointer items-center gap-2 rounded-control border border-edge bg-surface px-3 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          key={mode}
        >
          <input
            checked={record.mode === mode}
            className="size-4 accent-accent outline-none"
            name={name}
            onChange={() => void act({ type: "setMode", mode })}
            type="radio"
          />
          {t(`modes.${mode}`)}
        </label>
      ))}
      {record.mode === record.roundMode ? null : (
        <span className="text-ink-2 text-sm">{t("modeNext")}</span>
      )}
    </fieldset>
  );
}
