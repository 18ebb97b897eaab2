import { expect, it } from 'vitest';
import { exportFormLink } from '#modules/lists/links.ts';
import { freezingPlace } from '#modules/workbench/frozen-list/freezing-place.server.ts';
import { routes } from './modules.ts';

/** Files of rows that are no list with a filter, each with the reason. */
const notFrozen: Readonly<Record<string, string>> = {
  '/danh-gia-thang': 'a paper of one month, which stands still once it is signed',
  '/muc-tieu': 'figures by objective, each of which opens the tasks behind it',
  '/tien-do': 'figures, each of which opens the tasks behind it: those are frozen from their list',
};

const ending = exportFormLink('');
const exported = routes.flatMap(({ verb, path }) =>
  verb === 'post' && path.endsWith(ending) ? [path.slice(0, -ending.length)] : [],
);
const names = freezingPlace.sources.map(({ name }) => name);

it('every list that goes into a file can be frozen as proof, or says why not', () => {
  expect(exported.length).toBeGreaterThan(8);
  expect(exported.filter((path) => !names.includes(path) && !(path in notFrozen))).toEqual([]);
});

it('whatever has evidence on its own page can be evidence itself', () => {
  const shown = new Set(
    routes.flatMap(({ verb, path }) =>
      verb === 'get' && path.endsWith('/:id/minh-chung/moi') ? [path.replace('/minh-chung/moi', '')] : [],
    ),
  );
  const singles = freezingPlace.sources.filter(({ isList }) => !isList).map((one) => one.href(':id'));
  expect(shown.size).toBeGreaterThan(3);
  expect([...shown].filter((path) => !singles.includes(path))).toEqual([]);
});

it('a single record that can be frozen has a page of its own', () => {
  const pages = routes.flatMap(({ verb, path }) => (verb === 'get' ? [path] : []));
  const singles = freezingPlace.sources.filter(({ isList }) => !isList);
  expect(singles.filter((one) => !pages.includes(one.href(':id')))).toEqual([]);
});

it('what can be frozen is there once, and so is what cannot', () => {
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(notFrozen).filter((path) => !exported.includes(path) || names.includes(path))).toEqual(
    [],
  );
});
