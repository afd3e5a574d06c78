"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useLiveView } from "@/lib/client/live-provider";
import { useWording, useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { useOpened } from "@/lib/ui/opened";
import { textKey, type Words } from "@/lib/words";

interface StartersProps {
  starters: readonly Words[];
  /** With what the text then begins. */
  onChoose: (beginning: string) => void;
}

/** Sentences to go on from, covered until they are asked for, or the facilitator shows them. */
export function Starters({ starters, onChoose }: StartersProps) {
  const t = useTranslations("phone");
  const words = useWords();
  const wordingOf = useWording();
  const id = useId();
  const isShown = useLiveView(({ aid }) => aid?.name === "starters") ?? false;
  const [open, setOpen] = useOpened("starters", isShown);
  return (
    <div className="flex flex-col items-start">
      <Button
        aria-controls={id}
        aria-expanded={open}
        className="-ms-3"
        kind="quiet"
        onClick={() => setOpen(!open)}
      >
        {t("starters")}
      </Button>
      <ul hidden={!open} id={id}>
        {starters.map((starter) => (
          <li key={textKey(starter)}>
            <Button
              className="-ms-3 text-start"
              kind="quiet"
              onClick={() => onChoose(wordingOf(starter).text.replace("\u00a0…", " "))}
            >
              {words(starter)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
