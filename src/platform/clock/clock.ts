/** The only source of the present moment, so that tests and demos can stand on a day of their choice. */
import { type PlainDate, plainDateAt } from './plain-date.ts';

export interface Clock {
  now(): Date;
  /** The date in Việt Nam, whatever the zone of the machine. */
  today(): PlainDate;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => plainDateAt(new Date()),
};

/** A clock that stands still at an instant, given as ISO text with its offset: `2026-05-12T09:00:00+07:00`. */
export function fixedClock(instant: string): Clock {
  if (!/(?:Z|[+-]\d{2}:\d{2})$/.test(instant) || Number.isNaN(Date.parse(instant))) {
    throw new RangeError(`Not an instant with an offset: ${JSON.stringify(instant)}`);
  }
  return { now: () => new Date(instant), today: () => plainDateAt(new Date(instant)) };
}
