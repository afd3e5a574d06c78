import { elapsed } from "@/server/elapsed";

/** How often something may come: so many a second, and so many at once. */
export interface FrameRate {
  perSecond: number;
  burst: number;
}

/** True while there is something left of `burst`, refilled with `perSecond`. */
export function tokenBucket({ perSecond, burst }: FrameRate): () => boolean {
  let tokens = burst;
  let at = elapsed();
  return () => {
    const now = elapsed();
    tokens = Math.min(burst, tokens + ((now - at) / 1000) * perSecond);
    at = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
