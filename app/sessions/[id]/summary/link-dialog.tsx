"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { useChange } from "@/app/sessions/[id]/summary/use-change";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { Segments } from "@/lib/ui/segments";

export interface LinkDialogProps {
  /** Of the button that opens it. */
  icon: ReactNode;
  label: string;
  title: string;
  /** What is in it, with the link that was made just now: null for none. */
  children(fresh: string | null, onMade: (link: string) => void): ReactNode;
}

/** A button that opens a dialog in which a link can be made. */
export function LinkDialog({ icon, label, title, children }: LinkDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  return (
    <>
      <Button onClick={() => setIsOpen(true)} size="console">
        {icon}
        {label}
      </Button>
      <NativeDialog
        onClose={() => {
          setIsOpen(false);
          // Shown once: whoever opens this again may be somebody else at the same laptop.
          setFresh(null);
        }}
        open={isOpen}
        title={title}
      >
        {children(fresh, setFresh)}
      </NativeDialog>
    </>
  );
}

export interface MakeLinkProps<Days extends number> {
  /** What the choice of days is called, and each of them. */
  legend: string;
  days: readonly Days[];
  initial: Days;
  labelOf(days: Days): string;
  /** On the button. */
  label: string;
  failed: string;
  /** Null where that failed. */
  make(days: Days): Promise<string | null>;
  onMade(link: string): void;
}

/** Asks for how many days a link is to be good, and makes it. */
export function MakeLink<Days extends number>(props: MakeLinkProps<Days>) {
  const { legend, days, initial, labelOf, label, failed, make, onMade } = props;
  const { change, isBusy, hasFailed } = useChange();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = Number(new FormData(event.currentTarget).get("days"));
    void change(async () => {
      const link = await make(days.find((each) => each === chosen) ?? initial);
      if (link !== null) onMade(link);
      return link !== null;
    });
  }

  return (
    <>
      <form className="flex flex-col items-start gap-3" onSubmit={submit}>
        <Segments
          initial={String(initial)}
          legend={legend}
          name="days"
          options={days.map((each) => ({ value: String(each), label: labelOf(each) }))}
        />
        <Button busy={isBusy} kind="primary" size="console" type="submit">
          {label}
        </Button>
      </form>
      <ChangeFailed>{hasFailed ? failed : null}</ChangeFailed>
    </>
  );
}

/** Why nothing changed; read aloud when it comes. */
export function ChangeFailed({ children }: { children: ReactNode }) {
  return (
    <p className="text-base text-brick empty:hidden" role="alert">
      {children}
    </p>
  );
}
