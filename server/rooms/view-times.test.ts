import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createViewTimes, VIEWS_OF_DOCUMENTS_MS } from "@/server/rooms/view-times";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function room() {
  const shown = vi.fn<() => void>();
  const work = { isChanging: false };
  const times = createViewTimes({ canShow: () => !work.isChanging, show: shown });
  return { shown, work, times };
}

test("moves are shown together, a second after the first", () => {
  const { shown, times } = room();
  times.soon();
  vi.advanceTimersByTime(VIEWS_OF_DOCUMENTS_MS - 1);
  times.soon();
  expect(shown).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(shown).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(VIEWS_OF_DOCUMENTS_MS);
  expect(shown).toHaveBeenCalledTimes(1);
});

test("what was due while a batch was being decided is shown with its end, not a second after it", () => {
  const { shown, work, times } = room();
  times.soon();
  work.isChanging = true;
  vi.advanceTimersByTime(VIEWS_OF_DOCUMENTS_MS);
  expect(shown).not.toHaveBeenCalled();
  work.isChanging = false;
  times.soon();
  expect(shown).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(VIEWS_OF_DOCUMENTS_MS);
  expect(shown).toHaveBeenCalledTimes(1);
});

test("whatever else has changed is shown at once, and the moves with it", () => {
  const { shown, times } = room();
  times.soon();
  times.now();
  expect(shown).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(VIEWS_OF_DOCUMENTS_MS);
  expect(shown).toHaveBeenCalledTimes(1);
});

test("a room that has closed shows nothing any more", () => {
  const { shown, times } = room();
  times.soon();
  times.stop();
  times.soon();
  vi.advanceTimersByTime(VIEWS_OF_DOCUMENTS_MS);
  expect(shown).not.toHaveBeenCalled();
});
