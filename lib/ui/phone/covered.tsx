"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/lib/ui/button";
import { useOpened } from "@/lib/ui/opened";
import { Dock } from "@/lib/ui/phone/dock";

/**
 * Something of one's own, behind one button that is the same on every phone, whatever is behind it: neighbours
 * look. Once it is tapped, all of it lies open.
 */
export function Covered({
  name,
  show,
  title,
  kind = "secondary",
  docked = false,
  children,
}: {
  name: string;
  /** On the button. */
  show: string;
  /** Above what was covered. */
  title: string;
  kind?: "primary" | "secondary";
  /** Whether the button stands in the frame's dock. */
  docked?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("phone.keepsake");
  const [open, setOpen] = useOpened(name);
  const [asked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // What was pressed is gone: on with what stands in its place.
    if (!asked) return;
    setAsked(false);
    (open ? heading.current : button.current?.querySelector("button"))?.focus();
  }, [asked, open]);

  function turn(to: boolean) {
    setOpen(to);
    setAsked(true);
  }

  if (!open) {
    const shown = (
      <div ref={button}>
        <Button kind={kind} onClick={() => turn(true)} wide>
          {show}
        </Button>
      </div>
    );
    return docked ? <Dock>{shown}</Dock> : shown;
  }
  return (
    <section className="fade-in flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-base text-ink-2">
        <h2 className="outline-none" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p>{t("onDevice")}</p>
      </div>
      {children}
      <div className="-ms-3">
        <Button kind="quiet" onClick={() => turn(false)}>
          {t("cover")}
        </Button>
      </div>
    </section>
  );
}
