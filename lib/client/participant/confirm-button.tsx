"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { SecondPress } from "@/lib/ui/second-press";

export interface ConfirmButtonProps {
  label: string;
  /** Says what is lost. */
  sure: string;
  kind?: "secondary" | "quiet";
  onConfirm: () => void;
}

/** For what can't be brought back on this phone: asks first. */
export function ConfirmButton({ label, sure, kind, onConfirm }: ConfirmButtonProps) {
  const common = useTranslations("common");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind={kind} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <NativeDialog
        actions={
          <>
            <SecondPress
              asked={asking}
              onConfirm={() => {
                setAsking(false);
                onConfirm();
              }}
            >
              {label}
            </SecondPress>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {common("cancel")}
            </Button>
          </>
        }
        onClose={() => setAsking(false)}
        open={asking}
        title={label}
      >
        <p>{sure}</p>
      </NativeDialog>
    </>
  );
}
