"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import type { CommitField } from "@/lib/activities/commit/schema";
import { useWording, useWords, useWordsText } from "@/lib/client/use-words";

/** A sentence's half; more would not be one step any more. */
const LINE_CHARACTERS_MAX = 200;
/** A small story, told in half a minute. */
const LONG_CHARACTERS_MAX = 500;

export interface PlanFieldProps {
  describedBy: string;
  field: CommitField;
  value: string;
  /** The offer that was chosen, "" for words of one's own; undefined: nothing yet. */
  chosen: string | undefined;
  missing: boolean;
  onChange: (value: string) => void;
  onChoose: (offer: string, value: string) => void;
}

const BOX =
  "min-h-12 w-full rounded-control border border-edge bg-surface px-3 py-2 text-lg aria-invalid:border-brick";

/** One line of what somebody writes for themselves. */
export function PlanField(props: PlanFieldProps) {
  const { describedBy, field, missing } = props;
  const t = useTranslations("kinds.commit.phone");
  const words = useWords();
  const id = useId();
  const described = missing ? `${id}-missing ${describedBy}` : describedBy;
  const says = missing ? (
    <p className="text-base text-brick" id={`${id}-missing`}>
      {t("planMissing")}
    </p>
  ) : null;
  if (field.input === "choice") {
    return (
      <fieldset aria-describedby={described} className="flex min-w-0 flex-col gap-1">
        <legend className="mb-1 font-semibold text-base">{words(field.label)}</legend>
        <Offers {...props} described={described} />
        {says}
      </fieldset>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <label className="font-semibold text-base" htmlFor={id}>
        {words(field.label)}
      </label>
      <Writing {...props} described={described} id={id} />
      {says}
    </div>
  );
}

type WritingProps = PlanFieldProps & { described: string; id?: string; label?: string };

function Writing({ field, value, missing, onChange, described, id, label }: WritingProps) {
  const textOf = useWordsText();
  const shared = {
    "aria-describedby": described,
    "aria-invalid": missing || undefined,
    "aria-label": label,
    className: BOX,
    id,
    name: field.key,
    value,
  };
  if (field.input === "date") {
    return <input {...shared} onChange={(event) => onChange(event.target.value)} type="date" />;
  }
  const isLong = field.input === "long";
  return (
    <textarea
      {...shared}
      autoComplete="off"
      dir="auto"
      maxLength={isLong ? LONG_CHARACTERS_MAX : LINE_CHARACTERS_MAX}
      onChange={(event) => onChange(event.target.value)}
      placeholder={field.placeholder ? textOf(field.placeholder) : undefined}
      rows={isLong ? 3 : 2}
    />
  );
}

/** One of the offers, or words of one's own. */
function Offers(props: WritingProps) {
  const { field, chosen, onChoose, missing } = props;
  const t = useTranslations("kinds.commit.phone");
  const words = useWords();
  const wordingOf = useWording();
  const own = useRef<HTMLDivElement>(null);
  const chooseOwn = () => {
    onChoose("", "");
    requestAnimationFrame(() => own.current?.querySelector("textarea")?.focus());
  };
  return (
    <div className="flex flex-col rounded-card border border-line bg-surface px-4 py-1">
      {field.offers.map(({ key, label }) => (
        <Offer
          checked={chosen === key}
          invalid={missing}
          key={key}
          name={field.key}
          onChoose={() => onChoose(key, wordingOf(label).text)}
        >
          {words(label)}
        </Offer>
      ))}
      <Offer checked={chosen === ""} invalid={missing} name={field.key} onChoose={chooseOwn}>
        {t("ownWords")}
      </Offer>
      {chosen === "" ? (
        <div className="pb-3" ref={own}>
          <Writing {...props} label={t("ownWords")} />
        </div>
      ) : null}
    </div>
  );
}

function Offer({
  checked,
  invalid,
  name,
  onChoose,
  children,
}: {
  checked: boolean;
  invalid: boolean;
  name: string;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-12 items-center gap-3 py-1 text-base">
      <input
        aria-invalid={invalid || undefined}
        checked={checked}
        className="size-6 shrink-0 accent-accent"
        name={name}
        onChange={onChoose}
        type="radio"
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
