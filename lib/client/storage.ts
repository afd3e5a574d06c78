import { createStore, del, get, set, type UseStore, update } from "idb-keyval";

/**
 * What the device keeps. `update` is atomic where the browser allows it, so that two tabs of one
 * session don't undo each other's writing.
 */
export interface DeviceStorage {
  get(key: string): Promise<unknown>;
  update(key: string, change: (old: unknown) => unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

const DATABASE = "aufwind";
const STORE = "device";
const PREFIX = "aufwind/";

/** IndexedDB; where it is switched off localStorage; where that is too, this page's memory. */
export async function openDeviceStorage(): Promise<DeviceStorage> {
  const indexed = await openIndexed();
  if (indexed) return indexed;
  return localStorageWorks() ? webStorage(localStorage) : memoryStorage();
}

async function openIndexed(): Promise<DeviceStorage | null> {
  try {
    const store: UseStore = createStore(DATABASE, STORE);
    // Private windows of some browsers open the database and then refuse to write.
    await set("probe", 1, store);
    return {
      get: (key) => get<unknown>(key, store),
      update: (key, change) => update<unknown>(key, change, store),
      remove: (key) => del(key, store),
    };
  } catch {
    return null;
  }
}

function localStorageWorks(): boolean {
  try {
    localStorage.setItem(`${PREFIX}probe`, "1");
    return true;
  } catch {
    return false;
  }
}

function webStorage(storage: Storage): DeviceStorage {
  const read = (key: string): unknown => {
    const text = storage.getItem(PREFIX + key);
    try {
      return text === null ? undefined : JSON.parse(text);
    } catch {
      // Cut off, or somebody else's: a value that no reader takes for its own.
      return text;
    }
  };
  return {
    get: async (key) => read(key),
    update: async (key, change) => storage.setItem(PREFIX + key, JSON.stringify(change(read(key)))),
    remove: async (key) => storage.removeItem(PREFIX + key),
  };
}

/** Keeps things as long as the page lives; also what the tests use. */
export function memoryStorage(): DeviceStorage {
  const kept = new Map<string, unknown>();
  return {
    get: async (key) => kept.get(key),
    update: async (key, change) => void kept.set(key, change(kept.get(key))),
    remove: async (key) => void kept.delete(key),
  };
}
