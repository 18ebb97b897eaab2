/** What an attempt that was not accepted leaves to judge by. */
export interface Failure {
  readonly status: number | null;
  /** For how long the receiver asked to be left alone (Retry-After); null where it did not. */
  readonly retryAfterSeconds: number | null;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long to wait after each failed attempt; after the last a letter is given up, some three days later. */
const waits = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  21 * hour,
];

/** A letter that its receiver understood and declined is tried so often. */
const mostLastingRefusals = 3;
/** These of 400 to 499 ask to come again: too slow, too early, too many. */
const passing = new Set([408, 425, 429]);

/** So many failures in a row are taken for those of one letter, and the next has its turn at once. */
const failuresBeforeRest = 2;
/** How long an address rests after each further failure in a row; the last holds for all that follow. */
const rests = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour];
/** No receiver puts us off for longer than this at once. */
const longestPutOff = hour;

/** An address that accepted nothing for so long is paused. */
const hoursUntilPause = 72;

/** Whether the receiver declined this very letter, and would do so again. */
export function isLastingRefusal(status: number | null): boolean {
  return status !== null && status >= 400 && status < 500 && !passing.has(status);
}

/** When a letter is tried again after so many attempts; undefined where it is given up. */
export function nextAttemptAt(attempts: number, failure: Failure, now: Date): Date | undefined {
  if (isLastingRefusal(failure.status) && attempts >= mostLastingRefusals) return undefined;
  const wait = waits[attempts - 1];
  return wait === undefined ? undefined : new Date(now.getTime() + Math.max(wait, putOffMs(failure)));
}

/** Until when nothing at all is sent to an address after so many failures in a row; null where others have their turn. */
export function restsUntil(failedInRow: number, failure: Failure, now: Date): Date | null {
  const over = failedInRow - failuresBeforeRest;
  const rest = over > 0 ? (rests[Math.min(over, rests.length) - 1] ?? 0) : 0;
  const ms = Math.max(rest, putOffMs(failure));
  return ms > 0 ? new Date(now.getTime() + ms) : null;
}

/** Whether an address is paused at this failure: it says that it is gone, or accepted nothing for three days. */
export function isPausedAt(failingSince: Date, failure: Failure, now: Date): boolean {
  return failure.status === 410 || now.getTime() - failingSince.getTime() >= hoursUntilPause * hour;
}

function putOffMs({ retryAfterSeconds }: Failure): number {
  return Math.min((retryAfterSeconds ?? 0) * second, longestPutOff);
}
