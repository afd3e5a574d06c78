/** How far an entered time may lie back before it means tomorrow: a workshop that starts or ends late. */
const PAST_TOLERATED_MS = 2 * 60 * 60_000;

/** "16:30", in the device's own zone, as a time input wants it. */
export function timeInputValue(at: number): string {
  const time = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The next moment at which the device's clock shows what was entered; null for anything else. */
export function momentFromInput(value: string, now: number): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(value);
  if (!match) return null;
  const moment = new Date(now);
  moment.setHours(Number(match[1]), Number(match[2]), 0, 0);
  if (moment.getTime() < now - PAST_TOLERATED_MS) moment.setDate(moment.getDate() + 1);
  return moment.getTime();
}
