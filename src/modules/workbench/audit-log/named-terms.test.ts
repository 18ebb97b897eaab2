import { expect, it } from 'vitest';
import type { AuditWords } from '#modules/casework/index.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import { namedTerms } from './named-terms.ts';

const words: AuditWords = {
  acts: { 'planning.task.assign': 'Giao việc', 'directory.unit.end': 'Kết thúc đơn vị' },
  kinds: { task: 'Nhiệm vụ', unit: 'Đơn vị' },
  systems: { 'audit-check': 'Bộ kiểm tra nhật ký' },
  fields: {},
  values: {},
};
const people = [{ key: 'a1', name: 'Lê Thị Đào' }];

function named(typed: string) {
  const search = readSearch(typed);
  return search ? namedTerms(search, words, people) : [];
}

it.each([
  ['đơn', { acts: ['directory.unit.end'], kinds: ['unit'] }],
  ['don', { acts: ['directory.unit.end'], kinds: ['unit'] }],
  ['ddown', { acts: ['directory.unit.end'], kinds: ['unit'] }],
  ['Dao', { people: ['a1'] }],
  ['nhật', { systems: ['audit-check'] }],
  ['xyz', { acts: [], kinds: [], people: [], systems: [] }],
])('looks up what “%s” names', (typed, found) => {
  expect(named(typed)).toMatchObject([found]);
});

it('looks each word up by itself', () => {
  expect(named('đào "giao việc"')).toMatchObject([
    { people: ['a1'], acts: [] },
    { acts: ['planning.task.assign'] },
  ]);
});
