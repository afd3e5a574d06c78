import { remember, remembered } from "@/lib/client/remembered";

const OFF = "aufwind-keys-off";

/** Whether single keys do something on this device's consoles: whoever speaks to the device, or rests a hand on it, may want none. */
export const areKeysOn = (): boolean => remembered(OFF) === null;

export const switchKeys = (on: boolean): void => remember(OFF, on ? null : "1");
