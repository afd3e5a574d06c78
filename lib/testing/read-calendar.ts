import { expect } from "vitest";

/** The properties of a calendar, read by the rules of RFC 5545 and nothing of what wrote it. */
export function readCalendar(calendar: string): [string, string][] {
  for (const line of calendar.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  const lines = calendar.replaceAll("\r\n ", "").trimEnd().split("\r\n");
  return lines.map((line) => {
    const at = line.indexOf(":");
    return [line.slice(0, at), line.slice(at + 1).replaceAll(/\\(.)/g, "$1")];
  });
}
