"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { boardModel, keepUnsentBoard } from "@/lib/client/board-model";
import { useLive, useSessionKey } from "@/lib/client/live-provider";
import {
  type DocumentState,
  openSharedDocument,
  type SharedDocument,
} from "@/lib/client/shared-document";
import { type BoardChanges, boardContentOf, changeBoard } from "@/lib/documents/board-document";
import { type BoardContent, emptyBoard } from "@/lib/documents/place";

/** A drop is one update; those of one moment, as of a marked dozen, go together. */
const GATHER_MS = 30;

/** Over a weak Wi-Fi the file of the library may not arrive the first time. */
const LOAD_AGAIN_MS = 1_000;

/** Beside what else the tab keeps. */
const UNSENT = "aufwind-unsent";

export interface SharedBoard {
  /** What lies where, one's own changes included. */
  content: BoardContent;
  state: DocumentState;
  /** Whether something of one's own was given up. */
  hasLost: boolean;
  /** Changes it as one step; nothing where it can't be changed now. */
  change(changes: BoardChanges): void;
  /** What lies where at this moment, also between two renderings. */
  now(): BoardContent;
}

interface Shown {
  content: BoardContent;
  state: DocumentState;
  hasLost: boolean;
}

const OPENING: Shown = { content: emptyBoard, state: "opening", hasLost: false };

/** The shared board of this name. The library behind it is loaded with the first one that is shown. */
export function useSharedBoard(name: string): SharedBoard {
  const { lane } = useLive();
  const session = useSessionKey();
  const [shown, setShown] = useState(OPENING);
  const [shared, setShared] = useState<SharedDocument | null>(null);

  // The document is made and destroyed here alone: an effect that runs twice makes two, one after the other.
  useEffect(() => {
    let isAlive = true;
    let opened: SharedDocument | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;

    /** Once for each picture that is drawn, however many changes come before it. */
    function show(): void {
      frame = 0;
      if (!isAlive || opened === null) return;
      const { doc, state, hasLost } = opened;
      setShown((before) => ({
        content: doc ? boardContentOf(doc) : before.content,
        ...{ state, hasLost },
      }));
    }
    function load(): void {
      import("yjs").then(
        (yjs) => {
          if (!isAlive) return;
          opened = openSharedDocument({
            ...{ yjs, lane, name, model: boardModel, gatherMs: GATHER_MS },
            unsent: keepUnsentBoard(`${UNSENT}/${session}/${name}`),
            onChange() {
              if (frame === 0) frame = requestAnimationFrame(show);
            },
          });
          setShared(opened);
        },
        () => {
          if (isAlive) timer = setTimeout(load, LOAD_AGAIN_MS);
        },
      );
    }
    load();
    return () => {
      isAlive = false;
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      opened?.close();
      setShared(null);
      setShown(OPENING);
    };
  }, [lane, session, name]);

  const now = useCallback(() => (shared?.doc ? boardContentOf(shared.doc) : emptyBoard), [shared]);
  const change = useCallback(
    (changes: BoardChanges) => {
      if (shared?.doc && shared.state !== "reading" && shared.state !== "closed") {
        changeBoard(shared.doc, changes);
      }
    },
    [shared],
  );
  return useMemo(() => ({ ...shown, change, now }), [shown, change, now]);
}
