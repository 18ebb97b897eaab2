import { expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { meetingTime } from './meeting.ts';

const on = plainDate('2026-05-15');
const at = (time: string) => meetingTime({ on, time, place: '', chair: '' });

it.each([
  ['8 giờ', '01:00'],
  ['08 giờ 30 phút', '01:30'],
  ['8 giờ 30 phút'.normalize('NFD'), '01:30'],
  ['8h30', '01:30'],
  ['14:00', '07:00'],
  ['14g', '07:00'],
])('begins at the hour that is said: %s', (time, utc) => {
  const found = at(time);
  expect(found?.kind === 'hours' && found.from.toISOString()).toBe(`2026-05-15T${utc}:00.000Z`);
  expect(found?.kind === 'hours' && found.to > found.from).toBe(true);
});

it.each(['', 'đầu giờ chiều', '2 giờ chiều', '25 giờ', '8 giờ 75', '8', 'sau giao ban'])(
  'takes the whole day where the hour is not certain: %s',
  (time) => {
    expect(at(time)).toEqual({ kind: 'days', from: on, to: on });
  },
);

it('is in no calendar without a day', () => {
  expect(meetingTime({ on: null, time: '8 giờ', place: '', chair: '' })).toBeUndefined();
});
