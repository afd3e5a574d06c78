"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { OpenBox } from "@/app/sessions/open-box";
import { type OpenState, openSession } from "@/app/sessions/open-session";
import { AdaptButton } from "@/app/sessions/plans/adapt-button";
import { sizeField } from "@/app/sessions/size-field";
import { Segments } from "@/lib/ui/segments";

export interface OpenSingleProps {
  /** Of the plan with welcome and closing around it. */
  id: string;
  activity: string;
  minutes: number;
  sizes: readonly { minutes: number }[];
  /** Minutes of what stands around it. */
  around: number;
}

const untouched: OpenState = { failed: false };

/** Opens one activity as a session of its own. */
export function OpenSingle({ id, activity, minutes, sizes, around }: OpenSingleProps) {
  const t = useTranslations("catalogue");
  const sessions = useTranslations("sessions");
  const [state, open, pending] = useActionState(openSession, untouched);
  const note = t("around", { n: around });
  return (
    <form
      action={open}
      className="flex flex-col gap-3"
      // React empties a form after its action, also after one that was refused: what was chosen stays.
      onReset={(event) => event.preventDefault()}
    >
      <h2 className="font-medium font-serif text-xl">{t("openAlone")}</h2>
      <OpenBox pending={pending} state={state} templateId={id} toPlan={<AdaptButton />}>
        {sizes.length > 1 ? (
          <Segments
            hint={note}
            initial={String(minutes)}
            legend={t("howLong")}
            name={sizeField(activity)}
            options={sizes.map((size) => ({
              value: String(size.minutes),
              label: sessions("minutesShort", { n: size.minutes }),
            }))}
          />
        ) : (
          <p>
            <strong className="font-semibold">{sessions("minutesShort", { n: minutes })}</strong>{" "}
            <span className="text-base text-ink-2">{note}</span>
          </p>
        )}
      </OpenBox>
    </form>
  );
}
