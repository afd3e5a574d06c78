"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { PassOnAnswer } from "@/lib/client/pass-on";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { type DialogState, useDialog } from "@/lib/ui/opened";
import { SecondPress } from "@/lib/ui/second-press";

interface PassingOn {
  /** Leads out of the session on this phone, to the way in for the next person. */
  passOn: () => Promise<PassOnAnswer>;
  /** What its owner may want to keep before. */
  takeHome: ReactNode;
}

const PassOnContext = createContext<PassingOn | null>(null);

export function PassOnProvider({ children, ...value }: PassingOn & { children: ReactNode }) {
  return <PassOnContext value={value}>{children}</PassOnContext>;
}

/** For rooms with fewer phones than people; nothing where there is nobody to pass it to. */
export function PassOn() {
  const t = useTranslations("phone");
  const passing = useContext(PassOnContext);
  const show = useDialog();
  if (!passing) return null;
  return (
    <Button
      kind="quiet"
      onClick={() => show((dialog) => <PassOnDialog {...passing} {...dialog} />)}
    >
      {t("passOn")}
    </Button>
  );
}

/** Says what stays and what goes, offers what one takes along, and asks once more. */
function PassOnDialog({ passOn, takeHome, open, onClose }: PassingOn & DialogState) {
  const t = useTranslations("phone");
  const common = useTranslations("common");
  const [answer, setAnswer] = useState<PassOnAnswer | null>(null);
  const [going, setGoing] = useState(false);

  async function go() {
    // One press is enough: it takes a moment, and a second one would ask about a phone that is empty.
    if (going) return;
    setGoing(true);
    setAnswer(await passOn());
    setGoing(false);
  }

  return (
    <NativeDialog
      actions={
        <>
          <SecondPress asked={open} onConfirm={() => void go()}>
            {t("passOn")}
          </SecondPress>
          <Button kind="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={t("passOn")}
    >
      <p>{t("passOnStays")}</p>
      <p>{t("passOnGoes")}</p>
      {open ? takeHome : null}
      <p className="font-semibold text-ochre" role="status">
        {answer === null || answer === "passed" ? null : t(`passOnNot.${answer}`)}
      </p>
    </NativeDialog>
  );
}
