"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/lib/ui/button";
import { QrCode } from "@/lib/ui/qr-code";
import { TextField } from "@/lib/ui/text-field";

export interface FreshLinkProps {
  label: string;
  link: string;
  hint: string;
  /** What its QR code is called; left out where none is shown. */
  qr?: string;
}

/** A link that is shown this once, to be copied. */
export function FreshLink({ label, link, hint, qr }: FreshLinkProps) {
  const t = useTranslations("common");
  const field = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    const input = field.current?.querySelector("input");
    input?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Missing over plain http, where the older way still works; else it stays selected.
      setCopied(document.execCommand("copy"));
    }
  }

  return (
    <div className="flex flex-col rounded-card bg-accent-soft p-4" ref={field}>
      <TextField defaultValue={link} hint={hint} label={label} name="link" readOnly>
        <Button onClick={copy}>{copied ? t("copied") : t("copy")}</Button>
      </TextField>
      {qr === undefined ? null : <QrCode className="mt-4 w-40 self-center" label={qr} url={link} />}
    </div>
  );
}
