/**
 * The Vietnamese lunar calendar: months begin on the day of the new moon, and the month with the winter solstice is
 * the eleventh, both in the civil time of Việt Nam (UTC+7 since 1968). Positions after Meeus, Astronomical
 * Algorithms, chapters 25 and 49, in the short series that are exact to a few minutes.
 */
import { dayNumber, fromDayNumber, type PlainDate, plainDateOf } from '#platform/clock/plain-date.ts';

const lunationDays = 29.530588861;
/** The Julian day of midnight UTC on 1970-01-01. */
const epoch = 2_440_587.5;
const zoneDays = 7 / 24;
const radians = Math.PI / 180;

const sin = (degrees: number) => Math.sin(degrees * radians);

/** Terms of the new moon: size in days, then factors of the sun's anomaly, the moon's, and the argument of latitude. */
const moonTerms: readonly (readonly [number, number, number, number])[] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
];

/** The day, in Việt Nam, of the new moon number `k` counted from January 2000. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k;
  const eccentricity = 1 - 0.002516 * t;
  let jde = 2_451_550.09766 + lunationDays * k + 0.00015437 * t * t - 0.00017 * sin(node);
  for (const [size, bySun, byMoon, byLatitude] of moonTerms) {
    jde += size * eccentricity ** Math.abs(bySun) * sin(bySun * sun + byMoon * moon + byLatitude * latitude);
  }
  jde += 0.000325 * sin(299.77 + 0.107408 * k - 0.009173 * t * t) + 0.000165 * sin(251.88 + 0.016321 * k);
  return civilDay(jde);
}

/** Of which twelfth of its year the sun stands in at the beginning of a day, 0 from the spring equinox. */
function sunSector(day: number): number {
  const t = (day + epoch - zoneDays + slowdown(day) - 2_451_545) / 36_525;
  const anomaly = 357.52911 + 35_999.05029 * t;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly);
  const aberration = 0.00569 + 0.00478 * sin(125.04 - 1934.136 * t);
  const longitude = 280.46646 + 36_000.76983 * t + centre - aberration;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

function civilDay(jde: number): number {
  return Math.floor(jde - slowdown(jde - epoch) - epoch + zoneDays);
}

/** By how much, in days, the earth's turning is behind even time: near enough between 1970 and 2150. */
function slowdown(day: number): number {
  const years = day / 365.25 - 30;
  return (62.92 + 0.32217 * years + 0.005589 * years * years) / 86_400;
}

/** The beginning of the lunar month in which the day falls. */
function monthBegin(day: number): number {
  const guess = Math.round((day + epoch - 2_451_550.1) / lunationDays) + 1;
  for (let k = guess; ; k -= 1) {
    const begin = newMoonDay(k);
    if (begin <= day) return begin;
  }
}

function nextMonth(begin: number): number {
  return monthBegin(begin + 32);
}

/** The beginning of the eleventh month that ends in this solar year: the one with the winter solstice. */
function eleventhMonth(year: number): number {
  const last = dayNumber(plainDateOf(year, 12, 31) as PlainDate);
  const begin = monthBegin(last);
  // The solstice is behind when the month already begins in the tenth sector or later.
  return sunSector(begin) >= 9 ? monthBegin(begin - 1) : begin;
}

/**
 * The date of a day of a lunar month in the lunar year that begins in this solar year; leap months are passed over.
 * Right from 1970 to 2150. Throws RangeError outside, and where the month does not have the day.
 */
export function lunarDate(year: number, month: number, day: number): PlainDate {
  if (!Number.isInteger(year) || year < 1970 || year > 2150) throw new RangeError(`No lunar year ${year}`);
  if (!Number.isInteger(month) || month < 1 || month > 10) throw new RangeError(`Not a month here: ${month}`);
  const months = monthsFrom(eleventhMonth(year - 1), eleventhMonth(year));
  // The list begins with the eleventh month, so the first month of the year is its third.
  const begin = months[month + 1] as number;
  const date = begin + day - 1;
  if (day < 1 || date >= nextMonth(begin)) throw new RangeError(`The month ${month} has no day ${day}`);
  return fromDayNumber(date);
}

/** The months between two eleventh months, the leap one left out: the first in which the sun enters no sector. */
function monthsFrom(begin: number, end: number): number[] {
  const months: number[] = [];
  for (let at = begin; at < end; at = nextMonth(at)) months.push(at);
  if (months.length < 13) return months;
  const leap = months.findIndex((at, index) => index > 0 && sunSector(at) === sunSector(nextMonth(at)));
  return months.filter((_, index) => index !== leap);
}
