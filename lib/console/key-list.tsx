"use client";

import { useTranslations } from "next-intl";
import { CheckLine } from "@/lib/ui/console/check-line";
import { KeyHint } from "@/lib/ui/key-hint";
import { NativeDialog } from "@/lib/ui/native-dialog";

export interface KeyListProps {
  open: boolean;
  onClose: () => void;
  enabled: boolean;
  onEnable: (on: boolean) => void;
}

/** Which key does what, and the switch for those who don't want any. */
export function KeyList({ open, onClose, enabled, onEnable }: KeyListProps) {
  const t = useTranslations("console");
  const keys: readonly (readonly [names: readonly string[], what: string])[] = [
    [["N"], t("keyNext")],
    [[t("keyBackKey")], t("keyBack")],
    [["P"], t("keyPause")],
    [["+", "−"], t("keyMinutes")],
    [["B"], t("keyBlank")],
    [["J"], t("keyCode")],
    [[t("keyPageKeys")], t("keyPage")],
    [["↑", "↓"], t("keyCard")],
    [["H"], t("keyHold")],
    [["0–9"], t("keyBoard")],
    [["T"], t("keyNote")],
    [["?"], t("keyList")],
  ];
  return (
    <NativeDialog onClose={onClose} open={open} title={t("keys")}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2 text-base">
        {keys.map(([names, what]) => (
          <div className="contents" key={what}>
            <dt className="flex gap-1">
              {names.map((name) => (
                <KeyHint key={name} name={name} />
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <CheckLine checked={enabled} onChange={onEnable}>
        {t("keysOn")}
      </CheckLine>
    </NativeDialog>
  );
}
