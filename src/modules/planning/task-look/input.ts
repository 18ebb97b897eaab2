import { z } from 'zod';
import type { AddressPart } from '#platform/list/address.ts';
import { parsePlainDate, type PlainDate, plainDateOf } from '#platform/clock/plain-date.ts';
import { type Scale, scales } from './time-axis.ts';

/** What the address says of a look besides the filter: the month or year that is looked at, and how time is counted. */
export const placeWords = { day: 'luc', scale: 'thang-do' } as const;

/** Names in the address of the task list that belong to its looks and to no filter. */
export const placeNames: readonly string[] = Object.values(placeWords);

/** The same names with what the address says, for whoever changes the filter and stays at the place. */
export function placesIn(query: URLSearchParams): AddressPart[] {
  return placeNames.flatMap((name): AddressPart[] => {
    const value = query.get(name);
    return value ? [[name, value.slice(0, 20)]] : [];
  });
}

const years = { first: 2000, last: 2100 } as const;

/** A day of the stretch that is looked at; what cannot be read counts as today. */
export function dayOf(query: URLSearchParams, today: PlainDate): PlainDate {
  const given = query.get(placeWords.day) ?? '';
  const month = /^(\d{4})-(\d{2})$/.exec(given);
  const day = month ? plainDateOf(Number(month[1]), Number(month[2]), 1) : parsePlainDate(given);
  const year = Number(day?.slice(0, 4));
  return day && year >= years.first && year <= years.last ? day : today;
}

const scale = z.enum(scales).catch('thang');

/** In what time is counted; months unless the address says otherwise. */
export function scaleOf(query: URLSearchParams): Scale {
  return scale.parse(query.get(placeWords.scale));
}
