import { expect, it } from 'vitest';
import { operations, routes } from '../modules.ts';
import { leftToPeople } from './left-to-people.ts';

const onPages = new Set(routes.flatMap((route) => (route.verb === 'post' ? [route.act] : [])));
const byPrograms = new Set(operations.flatMap((one) => one.act ?? []));

it('every act of the pages can be done by a program, or says why not', () => {
  const missing = [...onPages].filter((act) => !byPrograms.has(act) && !(act in leftToPeople));
  expect(missing).toEqual([]);
});

it('what is left to people is an act of the pages, and no program does it', () => {
  const wrong = Object.keys(leftToPeople).filter((act) => !onPages.has(act) || byPrograms.has(act));
  expect(wrong).toEqual([]);
});

it('programs do no act that is on no page', () => {
  expect([...byPrograms].filter((act) => !onPages.has(act))).toEqual([]);
});
