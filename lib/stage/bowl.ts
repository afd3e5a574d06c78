/** A bowl of brass: its notes as multiples of the lowest, how loud each begins, and for how long it is heard. */
const LOWEST_HZ = 196;
const PARTIALS = [
  { ratio: 1, loud: 0.16, seconds: 7 },
  // Hardly beside the first: both together swell, as a real one does.
  { ratio: 1.004, loud: 0.1, seconds: 7 },
  { ratio: 2.71, loud: 0.05, seconds: 4 },
  { ratio: 5.2, loud: 0.015, seconds: 2 },
] as const;

/** A soft stroke: no click at its beginning. */
const STROKE_SECONDS = 0.04;
/** Nobody hears what is quieter, and a curve of this kind never reaches nothing. */
const SILENCE = 0.0001;

/** One soft bowl, made here: there is nothing to load. */
export function strikeBowl(context: AudioContext): void {
  const now = context.currentTime;
  for (const { ratio, loud, seconds } of PARTIALS) {
    const note = context.createOscillator();
    const volume = context.createGain();
    note.frequency.value = LOWEST_HZ * ratio;
    volume.gain.setValueAtTime(SILENCE, now);
    volume.gain.exponentialRampToValueAtTime(loud, now + STROKE_SECONDS);
    volume.gain.exponentialRampToValueAtTime(SILENCE, now + seconds);
    note.connect(volume).connect(context.destination);
    note.start(now);
    note.stop(now + seconds);
  }
}
