"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { keepLobbyUntil } from "@/app/sessions/lobby-action";
import { Moment } from "@/app/sessions/moment";
import { useCarryOut } from "@/app/sessions/use-carry-out";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import type { DialogState } from "@/lib/ui/opened";

/** Days ahead that can be chosen; the server allows one more. */
const DAYS_AHEAD = 90;

export interface LobbyUntilProps {
  session: string;
  /** ms since 1970. */
  until: number;
}

/** Until when people get in by the code although nobody has begun, and the way to another day. */
export function LobbyUntil({ session, until }: LobbyUntilProps) {
  const t = useTranslations("sessions");
  const [open, setOpen] = useState(false);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-4">
      <Moment at={until} say={(date) => t("lobbyUntil", { date })} withTime={false} />
      {/* Without its inset, so that in a line of its own it begins where the others do. */}
      <Button className="-ms-3" kind="quiet" onClick={() => setOpen(true)} size="console">
        {t("lobbyUntilChange")}
      </Button>
      <LobbyUntilDialog
        onClose={() => setOpen(false)}
        open={open}
        session={session}
        until={until}
      />
    </span>
  );
}

/** The choice of another day. */
export function LobbyUntilDialog({ session, until, open, onClose }: LobbyUntilProps & DialogState) {
  const t = useTranslations("sessions");
  const router = useRouter();
  const field = useId();
  const { carryOut, isBusy, hasFailed } = useCarryOut();

  async function choose(day: string) {
    if (!(await carryOut(() => keepLobbyUntil(session, endOfDay(day))))) return;
    onClose();
    router.refresh();
  }

  return (
    <NativeDialog onClose={onClose} open={open} title={t("lobbyUntilTitle")}>
      <form
        className="flex flex-col items-start gap-3 text-base"
        onSubmit={(event) => {
          event.preventDefault();
          const day = new FormData(event.currentTarget).get("day");
          if (typeof day === "string") void choose(day);
        }}
      >
        <p>{t("lobbyUntilText")}</p>
        <label className="font-semibold" htmlFor={field}>
          {t("lobbyUntilDay")}
        </label>
        <input
          className="tabular min-h-target rounded-control border border-edge bg-surface px-3"
          defaultValue={dayOf(until)}
          id={field}
          key={until}
          max={dayOf(Date.now() + DAYS_AHEAD * DAY_MS)}
          min={dayOf(Date.now())}
          name="day"
          required
          suppressHydrationWarning
          type="date"
        />
        <Button disabled={isBusy} kind="secondary" size="console" type="submit">
          {t("lobbyUntilKeep")}
        </Button>
        <p className="text-brick empty:hidden" role="alert">
          {hasFailed ? t("lobbyUntilFailed") : null}
        </p>
      </form>
    </NativeDialog>
  );
}

const DAY_MS = 24 * 3_600_000;

/** A day as a date field writes it, by this device's calendar: the Swedish way of writing one. */
const dayOf = (at: number): string =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" }).format(at);

/** The last moment of a day as this device's calendar has it. */
const endOfDay = (day: string): number => new Date(`${day}T23:59:59`).getTime();
