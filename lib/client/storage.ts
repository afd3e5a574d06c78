import { createStore, get, promisifyRequest, set, type UseStore } from "idb-keyval";

/** What the device keeps, for all pages of this device. */
export interface DeviceStorage {
  get(key: string): Promise<unknown>;
  /**
   * Changes several values in one step, so that no other page comes between and all or none is kept.
   * Undefined takes a value away.
   */
  update(keys: readonly string[], change: (old: unknown[]) => unknown[]): Promise<void>;
  /** Told after another page of this device has changed something; not of one's own changes. */
  watch(listener: (keys: readonly string[]) => void): () => void;
  letters: Letters;
}

/**
 * Written synchronously by a page that is being left, since IndexedDB doesn't finish after `pagehide`;
 * taken up by whichever page comes next.
 */
export interface Letters {
  /** False where the browser keeps nothing like this. */
  leave(key: string, letter: unknown): boolean;
  /** Those whose key begins like this. */
  all(prefix: string): [key: string, letter: unknown][];
  remove(key: string): void;
}

const DATABASE = "aufwind";
const STORE = "device";
const PREFIX = "aufwind/";
const CHANNEL = "aufwind/device";

/** IndexedDB; where it is switched off localStorage; where that is too, this page's memory. */
export async function openDeviceStorage(): Promise<DeviceStorage> {
  const indexed = await openIndexed();
  if (indexed) return sharedByPages(indexed);
  return localStorageWorks() ? sharedByPages(webStorage(localStorage)) : memoryStorage();
}

type Values = Pick<DeviceStorage, "get" | "update">;

async function openIndexed(): Promise<Values | null> {
  try {
    const store: UseStore = createStore(DATABASE, STORE);
    // Private windows of some browsers open the database and then refuse to write.
    await set("probe", 1, store);
    return {
      get: (key) => get<unknown>(key, store),
      update: (keys, change) => updateIndexed(store, keys, change),
    };
  } catch {
    return null;
  }
}

/** idb-keyval updates one key at a time; here all of them change in one transaction. */
function updateIndexed(
  inStore: UseStore,
  keys: readonly string[],
  change: (old: unknown[]) => unknown[],
): Promise<void> {
  return inStore("readwrite", async (store) => {
    // Requests of one transaction: it stays open while their answers are worked on.
    const old = await Promise.all(keys.map((key) => promisifyRequest<unknown>(store.get(key))));
    try {
      for (const [at, value] of change(old).entries()) {
        const key = keys[at];
        if (key === undefined) continue;
        if (value === undefined) store.delete(key);
        else store.put(value, key);
      }
    } catch (error) {
      store.transaction.abort();
      throw error;
    }
    await promisifyRequest(store.transaction);
  });
}

/** Tells other pages of changes, and is told of theirs; works over plain http too. */
function sharedByPages(values: Values): DeviceStorage {
  const listeners = new Set<(keys: readonly string[]) => void>();
  const tell = (keys: readonly string[]) => {
    for (const listener of listeners) listener(keys);
  };
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
  channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (Array.isArray(data)) tell(data.filter((key) => typeof key === "string"));
  });
  window.addEventListener("storage", ({ key }) => {
    if (key?.startsWith(PREFIX)) tell([key.slice(PREFIX.length)]);
  });
  // What a page slept through while it was hidden, or in the browser's cache, is not told again.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") tell([]);
  });
  return {
    get: values.get,
    async update(keys, change) {
      await values.update(keys, change);
      channel?.postMessage(keys);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    letters: webLetters,
  };
}

function localStorageWorks(): boolean {
  try {
    localStorage.setItem(`${PREFIX}probe`, "1");
    return true;
  } catch {
    return false;
  }
}

function read(storage: Storage, key: string): unknown {
  const text = storage.getItem(key);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    // Cut off, or somebody else's: a value that no reader takes for its own.
    return text;
  }
}

function webStorage(storage: Storage): Values {
  return {
    get: async (key) => read(storage, PREFIX + key),
    async update(keys, change) {
      const values = change(keys.map((key) => read(storage, PREFIX + key)));
      for (const [at, key] of keys.entries()) {
        const value = values[at];
        if (value === undefined) storage.removeItem(PREFIX + key);
        else storage.setItem(PREFIX + key, JSON.stringify(value));
      }
    },
  };
}

const webLetters: Letters = {
  leave(key, letter) {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(letter));
      return true;
    } catch {
      return false;
    }
  },
  all(prefix) {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(PREFIX + prefix))
        .map((key) => [key.slice(PREFIX.length), read(localStorage, key)]);
    } catch {
      return [];
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // Switched off: then nothing lies there either.
    }
  },
};

/** Keeps things as long as the page lives; also what the tests use. */
export function memoryStorage(): DeviceStorage {
  const kept = new Map<string, unknown>();
  const left = new Map<string, unknown>();
  return {
    get: async (key) => kept.get(key),
    async update(keys, change) {
      const values = change(keys.map((key) => kept.get(key)));
      for (const [at, key] of keys.entries()) {
        if (values[at] === undefined) kept.delete(key);
        else kept.set(key, values[at]);
      }
    },
    watch: () => () => undefined,
    letters: {
      leave(key, letter) {
        left.set(key, structuredClone(letter));
        return true;
      },
      all: (prefix) => [...left].filter(([key]) => key.startsWith(prefix)),
      remove: (key) => void left.delete(key),
    },
  };
}
