"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type * as Yjs from "yjs";
import { boardModel, keepUnsentBoard } from "@/lib/client/board-model";
import { useLive, useSessionKey } from "@/lib/client/live-provider";
import {
  type DocumentState,
  openSharedDocument,
  type SharedDocument,
} from "@/lib/client/shared-document";
import { type BoardChanges, changeBoard, followBoard } from "@/lib/documents/board-document";
import type { BoardContent } from "@/lib/documents/place";

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
  /** Changes it as one step; nothing where it can't be changed any more. */
  change(changes: BoardChanges): void;
  /** What lies where at this moment, also between two renderings. */
  now(): BoardContent;
}

interface Shown {
  content: BoardContent | null;
  state: DocumentState;
  hasLost: boolean;
}

const OPENING: Shown = { content: null, state: "opening", hasLost: false };

/** What was done before the board was open: whoever is quick loses nothing. */
interface Early {
  changes: BoardChanges[];
  content: BoardContent;
}

/**
 * The shared board of this name. The library behind it is loaded with the first one that is shown; until it is open,
 * `viewed` is what lies where.
 */
export function useSharedBoard(name: string, viewed: BoardContent): SharedBoard {
  const { lane } = useLive();
  const session = useSessionKey();
  const [shown, setShown] = useState(OPENING);
  const shared = useRef<SharedDocument | null>(null);
  const boardOf = useRef(createBoardReader()).current;
  const early = useRef<Early | null>(null);

  // The document is made and destroyed here alone: an effect that runs twice makes two, one after the other.
  useEffect(() => {
    let isAlive = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;

    /** Once for each picture that is drawn, however many changes come before it. */
    function show(): void {
      frame = 0;
      const { doc, state, hasLost } = shared.current ?? {};
      if (!isAlive || state === undefined) return;
      if (doc && early.current) {
        const { changes } = early.current;
        early.current = null;
        if (state === "saved" || state === "saving") {
          for (const each of changes) changeBoard(doc, each);
        }
      }
      setShown((before) => ({
        content: doc ? boardOf(doc) : before.content,
        ...{ state, hasLost: hasLost ?? false },
      }));
    }
    function load(): void {
      import("yjs").then(
        (yjs) => {
          if (!isAlive) return;
          shared.current = openSharedDocument({
            ...{ yjs, lane, name, model: boardModel, gatherMs: GATHER_MS },
            unsent: keepUnsentBoard(`${UNSENT}/${session}/${name}`),
            onChange() {
              if (frame === 0) frame = requestAnimationFrame(show);
            },
          });
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
      shared.current?.close();
      shared.current = null;
      early.current = null;
      setShown(OPENING);
    };
  }, [lane, session, name, boardOf]);

  const told = useRef(viewed);
  told.current = viewed;
  const now = useCallback(() => {
    const doc = shared.current?.doc;
    return doc ? boardOf(doc) : (early.current?.content ?? told.current);
  }, [boardOf]);
  const change = useCallback(
    (changes: BoardChanges) => {
      const { doc, state = "opening" } = shared.current ?? {};
      if (state === "reading" || state === "closed") return;
      if (doc) {
        changeBoard(doc, changes);
        return;
      }
      const content = changedContent(now(), changes);
      early.current = { changes: [...(early.current?.changes ?? []), changes], content };
      setShown((before) => ({ ...before, content }));
    },
    [now],
  );
  const { content, state, hasLost } = shown;
  return useMemo(
    () => ({ content: content ?? viewed, state, hasLost, change, now }),
    [content, viewed, state, hasLost, change, now],
  );
}

/** Reads documents, one after the other: of three hundred places only those that have changed are looked at again. */
function createBoardReader(): (doc: Yjs.Doc) => BoardContent {
  let followed: { doc: Yjs.Doc; content: BoardContent } | null = null;
  return (doc) => {
    if (followed?.doc !== doc) followed = { doc, content: followBoard(doc) };
    // What is drawn must not change under it.
    return { cards: new Map(followed.content.cards), groups: new Map(followed.content.groups) };
  };
}

/** A board's places after a change that no document has seen yet. */
function changedContent(content: BoardContent, { cards, groups }: BoardChanges): BoardContent {
  return {
    cards: withChanges(content.cards, cards),
    groups: withChanges(content.groups, groups),
  };
}

function withChanges<T>(
  known: ReadonlyMap<string, T>,
  changes: ReadonlyMap<string, T | null> = new Map(),
): ReadonlyMap<string, T> {
  const after = new Map(known);
  for (const [id, value] of changes) {
    if (value === null) after.delete(id);
    else after.set(id, value);
  }
  return after;
}
