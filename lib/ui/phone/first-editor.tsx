"use client";

import { createContext, type ReactNode, useCallback, useContext, useRef } from "react";

const FirstEditorContext = createContext<(activity: string) => boolean>(() => true);

/** Around all screens of a session: remembers which activity was the first in which this page saw one write. */
export function FirstEditorProvider({ children }: { children: ReactNode }) {
  const first = useRef<string | null>(null);
  const isFirst = useCallback((activity: string) => {
    first.current ??= activity;
    return first.current === activity;
  }, []);
  return <FirstEditorContext value={isFirst}>{children}</FirstEditorContext>;
}

/**
 * Whether the editor of this activity is the first of the session, which explains all of the receipt. Asked
 * on every phone that is there, also by those who don't write: what somebody did in an earlier activity must
 * not show in the next.
 */
export function useFirstEditor(activity: string): boolean {
  return useContext(FirstEditorContext)(activity);
}
