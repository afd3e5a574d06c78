/** In less nobody takes in a card; what only flew past while scrolling has not been read. */
const READ_AFTER_MS = 1000;

/** So much of a card has to be in view, or so much of the view be filled by it. */
const CARD_SHARE = 0.9;
const VIEW_SHARE = 0.5;

/** Heights in pixels: of a card, of what of it is in view, and of the view. */
export interface Sighting {
  card: number;
  visible: number;
  view: number;
}

/** Which cards have been in view long enough, from what is seen of each as it changes (P121). */
export interface CardsInView {
  see(id: string, sighting: Sighting): void;
  /** Forgets what is in view now. */
  stop(): void;
}

/** Tells `onRead` of each card that stayed in view for `READ_AFTER_MS`. */
export function createCardsInView(onRead: (id: string) => void): CardsInView {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    see(id, sighting) {
      clearTimeout(timers.get(id));
      if (isInView(sighting)) {
        timers.set(
          id,
          setTimeout(() => onRead(id), READ_AFTER_MS),
        );
      }
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

const isInView = ({ card, visible, view }: Sighting): boolean =>
  visible > 0 && visible >= Math.min(CARD_SHARE * card, VIEW_SHARE * view);
