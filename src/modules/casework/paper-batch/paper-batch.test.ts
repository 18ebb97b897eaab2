import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Book } from '../issued-paper/issued-paper.ts';
import { type BatchPaper, checkSequence, findDoubles, inOrder, runsOf } from './paper-batch.ts';
import { doubleWords, sequenceWords } from './papers/sequence-words.ts';

function paper(number: number, change: Partial<BatchPaper> = {}): BatchPaper {
  return {
    id: `${number}` as BatchPaper['id'],
    book: 'letter',
    year: 2026,
    number,
    symbol: 'UBND',
    issuedOn: '2026-05-04' as PlainDate,
    subject: 'V/v',
    signerName: 'An',
    numberNote: '',
    state: 'issued',
    ...change,
  };
}

describe('the check of the numbers', () => {
  it('says nothing of one paper, and of papers without a gap', () => {
    expect(checkSequence([paper(7)], [])).toMatchObject([{ first: 7, last: 7, leftOut: [], missing: [] }]);
    const whole = [paper(2), paper(1), paper(3)];
    expect(checkSequence(whole, whole)).toMatchObject([{ first: 1, last: 3, leftOut: [], missing: [] }]);
  });

  it('tells what the book has from what nobody has, book by book and year by year', () => {
    const papers = [paper(1), paper(6), paper(2, { book: 'slip' }), paper(9, { year: 2025 })];
    const known = [...papers, paper(3), paper(4, { year: 2025 }), paper(5, { book: 'slip' })];
    expect(checkSequence(papers, known)).toEqual([
      { book: 'letter', year: 2025, first: 9, last: 9, leftOut: [], missing: [] },
      { book: 'letter', year: 2026, first: 1, last: 6, leftOut: [3], missing: [2, 4, 5] },
      { book: 'slip', year: 2026, first: 2, last: 2, leftOut: [], missing: [] },
    ]);
  });

  it('leaves no number between the first and the last unsaid, and says none twice', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(numbers, numbers, (chosen, others) => {
        const [check] = checkSequence(
          chosen.map((number) => paper(number)),
          [...chosen, ...others].map((number) => paper(number)),
        );
        if (!check) throw new Error('no check');
        const said = [...chosen, ...check.leftOut, ...check.missing].toSorted((a, b) => a - b);
        const from = Math.min(...chosen);
        expect(said).toEqual(Array.from({ length: Math.max(...chosen) - from + 1 }, (_, at) => from + at));
        expect(check.leftOut.every((number) => others.includes(number))).toBe(true);
      }),
    );
  });

  it('finds a number that stands on two papers, which two books with one symbol can give', () => {
    const twice = [paper(4), paper(4, { book: 'slip' }), paper(5), paper(4, { year: 2025 })];
    expect(findDoubles(twice)).toEqual([{ printed: '04/UBND', year: 2026, count: 2 }]);
    expect(findDoubles([paper(4), paper(4, { book: 'slip', symbol: 'PGV-UBND' })])).toEqual([]);
  });

  it('is said in sentences, runs in short and very many counted', () => {
    expect(runsOf([1, 2, 3, 7, 9, 10])).toEqual([
      [1, 3],
      [7, 7],
      [9, 10],
    ]);
    const check = {
      book: 'letter' as Book,
      year: 2026,
      first: 1,
      last: 12,
      leftOut: [3],
      missing: [5, 6, 9],
    };
    expect(sequenceWords('vi', check)).toEqual([
      'Sổ công văn đi năm 2026, từ số 01 đến số 12: có trong sổ nhưng không nằm trong tệp này: 03.',
      expect.stringContaining('không thấy văn bản mang số: 05 đến 06, 09'),
    ]);
    expect(sequenceWords('vi', { ...check, leftOut: [], missing: [] })).toEqual([
      'Sổ công văn đi năm 2026, từ số 01 đến số 12: đủ số, liền nhau.',
    ]);
    const many = Array.from({ length: 100 }, (_, at) => at * 2 + 1);
    expect(sequenceWords('vi', { ...check, leftOut: [], missing: many })[0]).toContain('và 60 số khác');
    expect(doubleWords('vi', [])).toEqual(['Không có số nào trùng.']);
  });

  it('lies in the order of the books', () => {
    const mixed = [paper(1, { book: 'slip' }), paper(10), paper(9), paper(3, { year: 2025 })];
    expect(inOrder(mixed).map(({ book, year, number }) => `${book} ${year} ${number}`)).toEqual([
      'letter 2025 3',
      'letter 2026 9',
      'letter 2026 10',
      'slip 2026 1',
    ]);
  });
});
