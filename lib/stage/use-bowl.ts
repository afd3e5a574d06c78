"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { remember, remembered } from "@/lib/client/remembered";
import type { SessionView } from "@/lib/session/view-schema";
import { type Bell, bellAt, placeOf } from "@/lib/stage/bell";
import { strikeBowl } from "@/lib/stage/bowl";

/** Where this browser keeps that the stage may be heard. */
const KEY = "aufwind/stage-sound";
const ON = "on";

export interface Sound {
  isOn: boolean;
  /** Switched on, but the browser plays nothing before somebody has pressed something on this page. */
  isWaiting: boolean;
  /** Switches it; where the browser waits, this is what it waits for. */
  toggle: () => void;
}

/** One soft bowl at the end of each phase; off until it is switched on. Nothing depends on it. */
export function useBowl(view: SessionView | undefined, clockOffset: number): Sound {
  const [isOn, setOn] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const audio = useRef<AudioContext | null>(null);

  useEffect(() => setOn(remembered(KEY) === ON), []);

  const wake = useCallback(async () => {
    if (typeof AudioContext === "undefined") return;
    audio.current ??= new AudioContext();
    const context = audio.current;
    const tell = () => setWaiting(context.state === "suspended");
    context.onstatechange = tell;
    tell();
    await context.resume().catch(() => undefined);
  }, []);

  useEffect(() => {
    if (!isOn) {
      setWaiting(false);
      void audio.current?.close().catch(() => undefined);
      audio.current = null;
      return;
    }
    void wake();
    document.addEventListener("click", wake);
    return () => document.removeEventListener("click", wake);
  }, [isOn, wake]);

  const ring = useCallback(() => {
    if (audio.current?.state === "running") strikeBowl(audio.current);
  }, []);
  useEndOfPhase(view, clockOffset, ring);

  const toggle = useCallback(async () => {
    if (!isWaiting) {
      setOn(!isOn);
      remember(KEY, isOn ? null : ON);
      if (isOn) return;
    }
    // Heard at once, so that it can be made as loud as the room needs it.
    await wake();
    ring();
  }, [isOn, isWaiting, wake, ring]);
  return { isOn, isWaiting, toggle };
}

/** Tells of the end of each phase once. */
function useEndOfPhase(view: SessionView | undefined, clockOffset: number, ring: () => void): void {
  const place = view === undefined ? null : placeOf(view);
  const endsAt = view?.activity?.clock?.endsAt ?? null;
  const bell = useRef<Bell>({ place: null, rung: false });

  useEffect(() => {
    const next = bellAt(bell.current, place);
    bell.current = next.bell;
    if (next.rings) ring();
  }, [place, ring]);

  useEffect(() => {
    if (place === null || endsAt === null) return;
    const left = endsAt - (Date.now() + clockOffset);
    if (left <= 0) return;
    const timer = setTimeout(() => {
      bell.current = { place, rung: true };
      ring();
    }, left);
    return () => clearTimeout(timer);
  }, [place, endsAt, clockOffset, ring]);
}
