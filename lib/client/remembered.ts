/**
 * What was last chosen for this device's own screens, such as a sound that is on; null where nothing was, and where
 * the browser keeps nothing.
 */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers it for the next page; null forgets it. Where the browser keeps nothing it holds for this page. */
export function remember(key: string, choice: string | null): void {
  try {
    if (choice === null) localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // What was chosen still holds where it was chosen.
  }
}
