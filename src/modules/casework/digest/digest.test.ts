import { expect, it } from 'vitest';
import type { Id } from '#platform/db/id.ts';
import { builtInChoice, type NoticeChoice } from '../notice-choice/notice-choice.ts';
import { type DigestLine, type DigestPart, digestChannels, isDue, mostLines, writeParts } from './digest.ts';

const choiceAt = (digestAt: string | null): NoticeChoice => ({ ...builtInChoice, digestAt });

it.each([
  ['07:00', '06:59', false],
  ['07:00', '07:00', true],
  ['07:00', '11:59', true],
  ['07:00', '12:00', false],
  ['11:30', '11:29', false],
  [null, '08:00', false],
] as const)('of %s is due at %s: %s', (digestAt, time, due) => {
  expect(isDue(choiceAt(digestAt), time)).toBe(due);
});

it('goes by every way by which something waits for the morning', () => {
  expect(digestChannels(builtInChoice)).toEqual(['mail']);
  const { when } = builtInChoice;
  const choice = {
    ...builtInChoice,
    when: { ...when, step: { mail: 'off', zalo: 'digest', sms: 'off' } },
  } as const;
  expect(digestChannels(choice)).toEqual(['mail', 'zalo']);
  const off = { mail: 'now', zalo: 'off', sms: 'off' } as const;
  const never = { reminder: off, escalation: off, step: off, mention: off, report: off };
  expect(digestChannels({ ...builtInChoice, when: never })).toEqual([]);
});

const part = (key: string, group: DigestPart['group']): DigestPart => ({ key, group, title: () => key });
const absent = 'absent' as Id<'officer'>;
const line = (of: string, name: string, insteadOf: Id<'officer'> | null = null): DigestLine => ({
  part: of,
  recordId: name,
  href: `/${name}`,
  insteadOf,
  text: (lang) => `${name} ${lang}`,
});

it('has the parts that are wanted by the way, in order, in the language of the person', () => {
  const parts = [part('late', 'reminder'), part('waiting', 'step'), part('news', 'mention')];
  const lines = [line('waiting', 'a', absent), line('late', 'b'), line('news', 'c')];
  const choice = { ...builtInChoice, lang: 'en' as const };
  expect(writeParts({ choice }, 'mail', parts, lines, () => 'Người Vắng')).toEqual([
    { key: 'late', title: 'late', total: 1, lines: [{ text: 'b en', href: '/b', insteadOf: null }] },
    {
      key: 'waiting',
      title: 'waiting',
      total: 1,
      lines: [{ text: 'a en', href: '/a', insteadOf: 'Người Vắng' }],
    },
  ]);
  expect(writeParts({ choice }, 'zalo', parts, lines, () => '')).toEqual([]);
});

it('says how much there is beyond what it lists', () => {
  const lines = Array.from({ length: mostLines + 4 }, (_, at) => line('late', String(at)));
  const [written] = writeParts(
    { choice: builtInChoice },
    'mail',
    [part('late', 'reminder')],
    lines,
    () => '',
  );
  expect(written?.lines).toHaveLength(mostLines);
  expect(written?.total).toBe(mostLines + 4);
});
