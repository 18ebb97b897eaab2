/** Watches whether others give signs of life. */
export interface SilenceWatch {
  /**
   * Takes the signs as they are now and gives those whose sign has not changed for long enough.
   * @param signs of everybody of interest: any text that changes while they live, null where there is none
   * @param nowMs of a clock that is never set
   */
  silent(signs: ReadonlyMap<string, string | null>, nowMs: number): string[];
}

/**
 * Judges silence by watching and not by comparing times of day, so that a clock that jumps, or a pause of the database
 * in which nobody could say anything, makes nobody dead. Silence counts from when it was first seen.
 * @param longestPauseMs between two looks; after a longer one, everybody's silence is counted anew
 */
export function silenceWatch(goneAfterMs: number, longestPauseMs: number): SilenceWatch {
  let known = new Map<string, { sign: string | null; sinceMs: number }>();
  let lookedMs = Number.NEGATIVE_INFINITY;
  return {
    silent: (signs, nowMs) => {
      const before = nowMs - lookedMs > longestPauseMs ? new Map<string, never>() : known;
      lookedMs = nowMs;
      known = new Map(
        [...signs].map(([name, sign]) => {
          const last = before.get(name);
          return [name, last && last.sign === sign ? last : { sign, sinceMs: nowMs }];
        }),
      );
      return [...known].filter(([, { sinceMs }]) => nowMs - sinceMs >= goneAfterMs).map(([name]) => name);
    },
  };
}
