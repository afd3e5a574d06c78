"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";

export interface DialogState {
  open: boolean;
  onClose: () => void;
}

interface Opened {
  /** Undefined: nobody has touched it yet. */
  isOpen(name: string): boolean | undefined;
  setOpen(name: string, open: boolean): void;
  show(render: (dialog: DialogState) => ReactNode): void;
}

const OpenedContext = createContext<Opened | null>(null);

interface Shown {
  id: number;
  open: boolean;
  render(dialog: DialogState): ReactNode;
}

/**
 * What somebody has opened for themselves, a dialog or a covered part. It is kept above the screens, which
 * come and go with the room, so that nobody else closes what one is reading.
 */
export function OpenedProvider({ children }: { children: ReactNode }) {
  const [names, setNames] = useState<Record<string, boolean>>({});
  const [dialogs, setDialogs] = useState<Shown[]>([]);
  const count = useRef(0);
  const show = useCallback((render: Shown["render"]) => {
    count.current += 1;
    const id = count.current;
    setDialogs((before) => [...before.filter((each) => each.open), { id, open: true, render }]);
  }, []);
  const opened = useMemo<Opened>(
    () => ({
      isOpen: (name) => names[name],
      setOpen: (name, open) =>
        setNames((before) => (before[name] === open ? before : { ...before, [name]: open })),
      show,
    }),
    [names, show],
  );
  const close = (id: number) =>
    setDialogs((before) =>
      before.map((each) => (each.id === id ? { ...each, open: false } : each)),
    );
  return (
    <OpenedContext value={opened}>
      {children}
      {dialogs.map(({ id, open, render }) => (
        <Dialog key={id} onClose={() => close(id)} open={open} render={render} />
      ))}
    </OpenedContext>
  );
}

function Dialog({ render, ...state }: DialogState & Pick<Shown, "render">) {
  return render(state);
}

/** Opens dialogs that stay until their reader closes them. */
export function useDialog(): Opened["show"] {
  return useContext(OpenedContext)?.show ?? nowhere;
}

const nowhere: Opened["show"] = () => undefined;

/** Whether the part of this name is uncovered; outside an `OpenedProvider` as long as it is on screen. */
export function useOpened(name: string, first = false): [boolean, (open: boolean) => void] {
  const [own, setOwn] = useState(first);
  const opened = useContext(OpenedContext);
  if (!opened) return [own, setOwn];
  return [opened.isOpen(name) ?? first, (open) => opened.setOpen(name, open)];
}
