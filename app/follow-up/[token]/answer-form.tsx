"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { answerFollowUp } from "@/app/follow-up/[token]/actions";
import { randomSecret } from "@/lib/client/random";
import { remember, remembered } from "@/lib/client/remembered";
import { type FollowUpAnswer, followUpAnswers } from "@/lib/session/follow-up";
import { Button } from "@/lib/ui/button";

/** What this device answers one follow-up with: another one gets another secret, so that nothing connects them. */
function secretFor(token: string): string {
  const key = `aufwind/follow-up/${token}`;
  const secret = remembered(key) ?? randomSecret();
  remember(key, secret);
  return secret;
}

/** One of three answers, which this device can change until the close. */
export function AnswerForm({ token }: { token: string }) {
  const t = useTranslations("followUp");
  const [chosen, setChosen] = useState<FollowUpAnswer | null>(null);
  const [state, setState] = useState<"idle" | "sending" | "sent" | "failed" | "missing">("idle");
  // Before the browser runs this, a press would send the form as an address.
  const [isAwake, setIsAwake] = useState(false);
  useEffect(() => setIsAwake(true), []);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (state === "sending") return;
    if (chosen === null) {
      setState("missing");
      return;
    }
    setState("sending");
    const isTaken = await answerFollowUp(token, secretFor(token), chosen).catch(() => false);
    setState(isTaken ? "sent" : "failed");
  }

  return (
    <form className="flex flex-col gap-4" onSubmit={send}>
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">{t("question")}</legend>
        {followUpAnswers.map((answer) => (
          <label
            className="flex min-h-14 cursor-pointer items-center gap-3 rounded-control border border-edge bg-surface px-4 text-lg has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            key={answer}
          >
            <input
              checked={chosen === answer}
              className="size-5 accent-accent outline-none"
              name="answer"
              onChange={() => {
                setChosen(answer);
                setState("idle");
              }}
              type="radio"
              value={answer}
            />
            {t(`answers.${answer}`)}
          </label>
        ))}
      </fieldset>
      <Button busy={state === "sending" || !isAwake} kind="primary" type="submit" wide>
        {t("send")}
      </Button>
      <p
        className={`text-base ${state === "sent" ? "text-ink-2" : "text-ochre"} empty:hidden`}
        role="status"
      >
        {state === "sent" || state === "failed" || state === "missing" ? t(state) : null}
      </p>
    </form>
  );
}
