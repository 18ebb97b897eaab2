import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Db } from '#platform/db/db.ts';
import { fold, spell } from './folding.ts';
import { likeness, resemblesWords } from './likeness.server.ts';
import { exactFirst, matchesWords } from './matching.server.ts';
import { readSearch } from './search-words.ts';
import { withinTime } from './time-limit.server.ts';
import { type Spelling, syllables, telexOf, vniOf, written } from './typed-word.fixtures.ts';

let services: Awaited<ReturnType<typeof testServices>>;
beforeAll(async () => {
  services = await testServices();
});

const inDatabase = <Result>(work: (db: Db) => Promise<Result>) => asOwner(services.migrator, work);

/** The texts that answer a search, best first, as the database sees them. */
function found(db: Db, typed: string, texts: readonly string[]): Promise<string[]> {
  const words = readSearch(typed);
  if (!words) return Promise.resolve([]);
  return db
    .selectFrom(rowsOf(texts))
    .select('t.text')
    .where(matchesWords('t', words))
    .orderBy(exactFirst('t', words), 'desc')
    .orderBy('t.ordinal')
    .execute()
    .then((rows) => rows.map((row) => row.text));
}

function rowsOf(texts: readonly string[]) {
  return sql<{ text: string; ordinal: number }>`(
    select text, ordinal, platform.fold(text) as folded, platform.spell(text) as spelled
    from unnest(${texts}::text[]) with ordinality as given(text, ordinal))`.as<'t'>('t');
}

describe('words in stored text', () => {
  const name = 'Nguyễn Văn An';
  const texts = [
    'Dương Thị Hoà',
    'Đường thôn Đồng Kỳ',
    name,
    'Nguyên vẫn ăn',
    'Kế hoạch số 12/KH-UBND ngày 05/01/2026',
    'Kế hoạch số 112/KH-UBND',
    'Đạt 90% trở lên',
    'Hóa đơn điện tử, xã Thuỷ Đường',
    'Phòng Kinh tế a',
  ];
  const find = (typed: string) => inDatabase((db) => found(db, typed, texts));

  it('are found without marks, exact marks first', async () => {
    expect(await find('nguyen van an')).toEqual([name, 'Nguyên vẫn ăn']);
    expect(await find('nguyên vẫn ăn')).toEqual(['Nguyên vẫn ăn', name]);
    expect(await find('đường')).toEqual(['Đường thôn Đồng Kỳ', texts[7], 'Dương Thị Hoà']);
    expect(await find('duong')).toHaveLength(3);
    expect(await find('dường')).toHaveLength(3);
  });

  it('are found by either place of the tone', async () => {
    expect((await find('hòa'))[0]).toBe('Dương Thị Hoà');
    expect((await find('hoà'))[0]).toBe('Dương Thị Hoà');
    expect((await find('thủy'))[0]).toBe(texts[7]);
  });

  it('are found by the keys of Telex and VNI', async () => {
    expect(await find('nguyeenx vawn')).toEqual([name, 'Nguyên vẫn ăn']);
    expect(await find('ddoongf kyf')).toEqual(['Đường thôn Đồng Kỳ']);
    expect((await find('nguye6n4'))[0]).toBe(name);
  });

  it('come in any order, all of them, quoted ones side by side', async () => {
    expect(await find('an van nguyen')).toHaveLength(2);
    expect(await find('nguyen khong')).toEqual([]);
    expect(await find('"van an"')).toHaveLength(2);
    expect(await find('"an van"')).toEqual([]);
  });

  it('include numbers of documents and shares', async () => {
    expect(await find('12/KH-UBND')).toEqual([texts[4]]);
    expect(await find('12/kh')).toEqual([texts[4]]);
    expect(await find('90%')).toEqual([texts[6]]);
    expect(await find('"90% trở"')).toEqual([texts[6]]);
  });

  it('are no patterns, and single letters are whole words', async () => {
    for (const typed of ['%', '_', '9%', 'n_uyen', '\\', "'--"]) expect(await find(typed)).toEqual([]);
    expect(await find('a')).toEqual(['Phòng Kinh tế a']);
  });
});

describe('any Vietnamese text', () => {
  const phrases = fc.array(syllables, { minLength: 1, maxLength: 4 });
  const sets = fc.array(phrases, { minLength: 1, maxLength: 30 });
  const all = (phrase: readonly Spelling[], one: (syllable: Spelling) => string) => phrase.map(one).join(' ');

  it('finds itself without marks, by Telex, by VNI, and with other places of the tone', async () => {
    await fc.assert(
      fc.asyncProperty(sets, fc.nat(3), async (set, place) => {
        const texts = set.map((phrase) => all(phrase, (syllable) => written(syllable, 0)));
        await inDatabase(async (db) => {
          for (const [index, phrase] of set.slice(0, 3).entries()) {
            const text = texts[index] ?? '';
            for (const typed of [
              text,
              text.normalize('NFD'),
              text.toUpperCase(),
              fold(text),
              all(phrase, telexOf),
              all(phrase, vniOf),
              all(phrase, (syllable) => written(syllable, place)),
            ])
              expect({ typed, isFound: (await found(db, typed, texts)).includes(text) }).toEqual({
                typed,
                isFound: true,
              });
          }
        });
      }),
      { numRuns: 15 },
    );
  });

  it('is folded and spelled alike by the database and by the program', async () => {
    const texts = fc.array(
      fc.oneof(
        phrases.map((phrase) => all(phrase, (syllable) => written(syllable, 1))),
        fc.stringMatching(/^[\u0300-\u036f -~À-ɏḀ-ỹ–—“”…]{0,20}$/),
      ),
      { maxLength: 200 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const { rows } = await inDatabase((db) =>
          sql<{ folded: string; spelled: string }>`
            select platform.fold(text) as folded, platform.spell(text) as spelled
            from unnest(${given}::text[]) with ordinality as g(text, n) order by n`.execute(db),
        );
        expect(rows).toEqual(given.map((text) => ({ folded: fold(text), spelled: spell(text) })));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the last resort', () => {
  it('finds what is spelled nearly so, nearest first', async () => {
    const texts = ['Nguyễn Văn An', 'Trần Thị Bưởi', 'Kiểm tra cải cách hành chính'];
    const near = (typed: string) =>
      inDatabase(async (db) => {
        const words = readSearch(typed);
        if (!words) return [];
        const rows = await db
          .selectFrom(rowsOf(texts))
          .select('t.text')
          .where(resemblesWords('t', words))
          .orderBy(likeness('t', words), 'desc')
          .execute();
        return rows.map((row) => row.text);
      });
    expect(await near('nguyne van an')).toEqual([texts[0]]);
    expect(await near('cai cach hanh chnh')).toEqual([texts[2]]);
    expect(await near('kiem tar cai cahc')).toEqual([texts[2]]);
    expect(await near('tran thi buoii')).toEqual([texts[1]]);
    expect(await near('xyzxyz')).toEqual([]);
  });
});

describe('a search that takes too long', () => {
  it('is stopped, and its transaction goes on with the limit it had', async () => {
    await inDatabase(async (db) => {
      const limit = () =>
        sql<{ statement_timeout: string }>`show statement_timeout`.execute(db).then(({ rows }) => rows);
      const before = await limit();
      expect(await withinTime(db, 50, () => sql`select pg_sleep(5)`.execute(db))).toBeUndefined();
      expect(await withinTime(db, 1_000, () => Promise.resolve('read'))).toBe('read');
      await expect(withinTime(db, 50, () => sql`select 1 / 0`.execute(db))).rejects.toThrow('zero');
      expect(await limit()).toEqual(before);
    });
  });
});
