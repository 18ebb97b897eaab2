import { expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { partOf } from './task-digest.ts';

const [yesterday, today, friday, later] = ['2026-05-11', '2026-05-12', '2026-05-15', '2026-05-18'].map(
  plainDate,
);

it.each([
  ['do', yesterday, 'late', null],
  ['do', today, 'today', null],
  ['do', friday, 'soon', null],
  ['do', later, undefined, null],
  ['do', null, undefined, null],
  ['again', yesterday, 'late', 'again'],
  ['again', later, 'waiting', 'again'],
  ['again', null, 'waiting', 'again'],
  ['approve', yesterday, 'waiting', 'approve'],
  ['accept', later, 'waiting', 'accept'],
  ['give', null, 'waiting', 'give'],
  ['event', yesterday, undefined, null],
] as const)('has a task to %s, due %s, under %s', (kind, dueOn, part, says) => {
  if (!today || !friday) throw new Error('no days');
  expect(partOf(kind, dueOn ?? null, today, friday)).toEqual(part && { part, says });
});
