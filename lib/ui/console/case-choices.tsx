import type { ReactNode } from "react";
import { PeoplesWords } from "@/lib/ui/peoples-words";

export interface CaseChoicesProps {
  legend: string;
  cases: readonly { id: string; text: ReactNode }[];
  chosen: readonly string[];
  /** Whether one of them is chosen, and never none. */
  single: boolean;
  /** Of the one choice that several lists may belong to. */
  name: string;
  toggle: (id: string, on: boolean) => void;
}

/** Cases to choose from, each with all it says. */
export function CaseChoices({ legend, cases, chosen, single, name, toggle }: CaseChoicesProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 font-semibold">{legend}</legend>
      {cases.map((each) => {
        const isChosen = chosen.includes(each.id);
        return (
          <label
            className={`flex cursor-pointer items-start gap-3 rounded-control border px-3 py-2.5 ${
              isChosen ? "border-accent bg-accent-soft" : "border-line bg-surface"
            }`}
            key={each.id}
          >
            <input
              checked={isChosen}
              className="mt-1 size-4 shrink-0 accent-accent"
              name={single ? name : undefined}
              onChange={(event) => toggle(each.id, event.currentTarget.checked)}
              type={single ? "radio" : "checkbox"}
            />
            <PeoplesWords className="measure min-w-0 whitespace-pre-line">{each.text}</PeoplesWords>
          </label>
        );
      })}
    </fieldset>
  );
}
