"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import { WITHOUT_PHONE_MAX } from "@/lib/session/commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";

export interface WithoutPhoneProps {
  view: FacilitatorView;
  commands: ConsoleCommands;
}

/** How many in the room have no phone. Taken when the field is left, or at Enter. */
export function WithoutPhone({ view, commands }: WithoutPhoneProps) {
  const t = useTranslations("console");
  const id = useId();
  const { withoutPhone } = view.session;
  const field = useRef<HTMLInputElement>(null);

  // Another console may have counted meanwhile; whoever is typing here is not interrupted.
  useEffect(() => {
    const { current } = field;
    if (current && current !== document.activeElement) current.value = String(withoutPhone);
  }, [withoutPhone]);

  function count(input: HTMLInputElement) {
    const entered = input.value.trim() === "" ? 0 : Number(input.value);
    const isCount = Number.isInteger(entered) && entered >= 0 && entered <= WITHOUT_PHONE_MAX;
    // What is no number of people is put back, before anybody takes it for counted.
    if (!isCount) input.value = String(withoutPhone);
    else if (entered !== withoutPhone) {
      void commands.tell({ type: "countWithoutPhone", count: entered });
    }
  }

  return (
    <div className="flex flex-col gap-1 text-base">
      <label className="font-semibold" htmlFor={id}>
        {t("withoutPhone")}
      </label>
      <input
        aria-describedby={`${id}-note`}
        className="tabular min-h-target w-24 rounded-control border border-edge bg-surface px-3"
        defaultValue={withoutPhone}
        id={id}
        inputMode="numeric"
        max={WITHOUT_PHONE_MAX}
        min={0}
        onBlur={(event) => count(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === "Enter") count(event.currentTarget);
        }}
        ref={field}
        type="number"
      />
      <p className="max-w-[280px] text-ink-2 text-sm" id={`${id}-note`}>
        {t("withoutPhoneNote")}
      </p>
    </div>
  );
}
