const OFF = "aufwind-keys-off";

/** Whether single keys do something on this device's consoles: whoever speaks to the device, or rests a hand on it, may want none. */
export const areKeysOn = (): boolean => localStorage.getItem(OFF) === null;

export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
}
