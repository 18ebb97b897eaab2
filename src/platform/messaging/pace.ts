import { setTimeout as sleep } from 'node:timers/promises';

/** Lets so many through in a minute, evenly, and the others wait their turn. */
export function pace(perMinute: number): () => Promise<void> {
  const gapMs = 60_000 / perMinute;
  let freeFrom = 0;
  return async () => {
    const now = performance.now();
    const mine = Math.max(now, freeFrom);
    freeFrom = mine + gapMs;
    if (mine > now) await sleep(mine - now);
  };
}
