import type { DeviceStorage } from "@/lib/client/storage";

export interface TestPage {
  storage: DeviceStorage;
  /** While it is asleep it hears nothing of other pages; awake, it is told that it may have missed something. */
  setAsleep(asleep: boolean): void;
  close(): void;
}

/** What a browser keeps for all of its pages, for tests. */
export interface TestBrowser {
  /** A page's way to it. After `close` the page is gone: nothing that it began is finished. */
  page(): TestPage;
  kept: ReadonlyMap<string, unknown>;
}

/** Storage that several pages share, each step of which takes as long as `pause` says. */
export function testBrowser(pause: () => Promise<void> = async () => undefined): TestBrowser {
  const kept = new Map<string, unknown>();
  const letters = new Map<string, unknown>();
  const pages = new Set<(keys: readonly string[]) => void>();
  return {
    kept,
    page() {
      let isOpen = true;
      let isAsleep = false;
      const listeners = new Set<(keys: readonly string[]) => void>();
      const hear = (keys: readonly string[]) => {
        if (!isAsleep) for (const listener of listeners) listener(keys);
      };
      pages.add(hear);
      const tellOthers = (keys: readonly string[]) => {
        for (const other of pages) if (other !== hear) other(keys);
      };
      /** A page that was closed never hears of what it was waiting for. */
      const whileOpen = async () => {
        await pause();
        if (!isOpen) await new Promise(() => undefined);
      };
      const storage: DeviceStorage = {
        async get(key) {
          await whileOpen();
          return structuredClone(kept.get(key));
        },
        async update(keys, change) {
          await whileOpen();
          const values = change(keys.map((key) => structuredClone(kept.get(key))));
          for (const [at, key] of keys.entries()) {
            if (values[at] === undefined) kept.delete(key);
            else kept.set(key, structuredClone(values[at]));
          }
          tellOthers(keys);
          await whileOpen();
        },
        watch(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        letters: {
          leave(key, letter) {
            letters.set(key, JSON.parse(JSON.stringify(letter)));
            tellOthers([key]);
            return true;
          },
          all: (prefix) => [...letters].filter(([key]) => key.startsWith(prefix)),
          remove: (key) => void letters.delete(key),
        },
      };
      return {
        storage,
        setAsleep(asleep) {
          isAsleep = asleep;
          if (!asleep) hear([]);
        },
        close() {
          isOpen = false;
          pages.delete(hear);
          listeners.clear();
        },
      };
    },
  };
}
