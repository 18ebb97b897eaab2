import { listPeople } from '#modules/casework/index.server.ts';
import type { ListWords } from '#modules/lists/index.server.ts';
import { compareText } from '#platform/i18n/format.ts';
import type { ListShape } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { texts } from '../texts.ts';
import { wordsOf } from './audit-words.tsx';

/** Changes, and openings of data: what a line tells of. */
export const lineSorts = ['ghi', 'mo'] as const;
export type LineSort = (typeof lineSorts)[number];

const { acts, kinds } = wordsOf('vi');

/** What the audit can be filtered by, as addresses name it; the newest line comes first. */
export const auditListShape: ListShape = {
  fields: {
    nguoi: { kind: 'id', canBeEmpty: true },
    kieu: { kind: 'choice', choices: lineSorts },
    viec: { kind: 'choice', choices: Object.keys(acts) },
    loai: { kind: 'choice', choices: Object.keys(kinds) },
    'ban-ghi': { kind: 'id' },
    ngay: { kind: 'date' },
    ten: { kind: 'text' },
    'he-thong': { kind: 'yes-no' },
    noi: { kind: 'text', canBeEmpty: true },
    'yeu-cau': { kind: 'text' },
  },
  sorts: ['luc'],
  startsDown: true,
};

/** The fields of the audit with their names, and the people, acts and kinds of records that one can choose. */
export async function auditListWords(ctx: Ctx): Promise<ListWords> {
  const t = texts(ctx.lang).fields;
  const words = wordsOf(ctx.lang);
  const inOrder = (options: { value: string; label: string }[]) =>
    options.sort((a, b) => compareText(ctx.lang, a.label, b.label));
  const named = (names: Readonly<Record<string, string>>) =>
    inOrder(Object.entries(names).map(([value, label]) => ({ value, label })));
  const people = (await listPeople(ctx)).map(({ key, name }) => ({ value: key, label: name }));
  return {
    nguoi: { label: t.person, options: inOrder(people) },
    viec: { label: t.act, options: named(words.acts) },
    loai: { label: t.kind, options: named(words.kinds) },
    kieu: { label: t.sort, options: lineSorts.map((value) => ({ value, label: t.sorts[value] })) },
    ngay: { label: t.day },
    'ban-ghi': { label: t.record },
    ten: { label: t.name },
    'he-thong': { label: t.system },
    noi: { label: t.place },
    'yeu-cau': { label: t.request },
  };
}
