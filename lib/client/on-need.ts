/** A module that a page loads where it needs it. Made once, beside what needs it, never while a screen is drawn. */
export interface OnNeed<Module> {
  /** What has come; null before. So that a screen that comes back has it at once. */
  current(): Module | null;
  /** Loads it, unless it is there; rejects where it doesn't come. Asked again, it tries again. */
  load(): Promise<Module>;
}

/** @param load an `import()`, so that what it names becomes a file of its own */
export function onNeed<Module>(load: () => Promise<Module>): OnNeed<Module> {
  let module: Module | null = null;
  return {
    current: () => module,
    async load() {
      module ??= await load();
      return module;
    },
  };
}

export interface LoadingOptions {
  /** Whether the server answers this page's address. */
  isServed(): Promise<boolean>;
  wait(ms: number): Promise<void>;
  /** Nobody needs it any more. */
  isOver(): boolean;
}

/** Over a weak Wi-Fi a file may not arrive the first time; soon enough for somebody who waits. */
const TRY_AGAIN_MS = 3_000;

/**
 * Loads it, as often as it takes: without a network that is later.
 *
 * @returns false where the server answers, but hasn't got it: then the page is of another release (P330)
 */
export async function loadPatiently(
  part: OnNeed<unknown>,
  { isServed, wait, isOver }: LoadingOptions,
): Promise<boolean> {
  while (!isOver()) {
    if (await comes(part)) return true;
    // What failed may have been the network: only what fails again beside an answer isn't there.
    if (await isServed()) return comes(part);
    await wait(TRY_AGAIN_MS);
  }
  return true;
}

async function comes(part: OnNeed<unknown>): Promise<boolean> {
  try {
    await part.load();
    return true;
  } catch {
    return false;
  }
}
