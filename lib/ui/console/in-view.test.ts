import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCardsInView } from "@/lib/ui/console/in-view";

const whole = { card: 100, visible: 100, view: 800 };
const hidden = { ...whole, visible: 0 };

describe("a card is read once it has been in view (P121)", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function cards() {
    const read: string[] = [];
    return { read, inView: createCardsInView((id) => void read.push(id)) };
  }

  it("for a second, and not before", () => {
    const { read, inView } = cards();
    inView.see("a", whole);
    vi.advanceTimersByTime(999);
    expect(read).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(read).toEqual(["a"]);
  });

  it("in one piece: what flew past while scrolling was not read", () => {
    const { read, inView } = cards();
    for (let times = 0; times < 3; times += 1) {
      inView.see("a", whole);
      inView.see("b", whole);
      vi.advanceTimersByTime(700);
      inView.see("a", hidden);
    }
    expect(read).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(read).toEqual(["b"]);
    inView.see("a", whole);
    inView.stop();
    vi.advanceTimersByTime(5_000);
    expect(read).toEqual(["b"]);
  });

  it("nearly whole, or as far as it fills half of the view", () => {
    const { read, inView } = cards();
    inView.see("part", { ...whole, visible: 89 });
    inView.see("nearly whole", { ...whole, visible: 90 });
    inView.see("too long, a little", { card: 2_000, visible: 399, view: 800 });
    inView.see("too long, half the view", { card: 2_000, visible: 400, view: 800 });
    inView.see("no height yet", { card: 0, visible: 0, view: 800 });
    vi.advanceTimersByTime(1_000);
    expect(read).toEqual(["nearly whole", "too long, half the view"]);
  });
});
