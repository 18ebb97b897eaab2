import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row, soundPlan } from './fixtures.ts';
import { headingFindings } from './heading-findings.ts';
import { numberingFindings } from './numbering-findings.ts';

/** Tasks as "section seq"; "-" is a row without a number. */
const ofTasks = (...rows: string[]) =>
  numberingFindings(
    soundPlan({
      sections: [],
      tasks: rows.map((one, index) => {
        const [section = '', seq = '-'] = one.split(' ');
        const task = `Việc thứ ${index}`;
        return row('task', `t${index}`, { section, seq: seq === '-' ? null : seq, task });
      }),
    }),
  );
const ofSections = (...codes: string[]) =>
  numberingFindings(soundPlan({ sections: codes.map((code) => row('section', code, { code })), tasks: [] }));
const ofLines = (...lines: string[]) => headingFindings(soundPlan({ lines, sections: [], tasks: [] }));

const gap = (after: string, found: string, missing: string) => ({
  code: 'number-gap',
  detail: { after, found, missing },
});

describe('numbers of tasks', () => {
  it('may begin anew in each section, run through all of them, or stand only on some rows', () => {
    expect(ofTasks('I 1', 'I 2', 'II 1', 'II 2')).toEqual([]);
    expect(ofTasks('I 1', 'I 2', 'II 3', 'III 4')).toEqual([]);
    expect(ofTasks('I 1', 'I -', 'I 2', 'I 3.1', 'I 3.2', 'I 4')).toEqual([]);
    expect(ofTasks('1 1.1', '1 1.2', '2 2.1', '2 2.2')).toEqual([]);
    expect(ofTasks('I a', 'I b', 'I c', 'I d', 'I đ', 'I e')).toEqual([]);
  });

  it('are missed by name, at each level', () => {
    expect(ofTasks('I 1', 'I 3')).toMatchObject([gap('1', '3', '2')]);
    expect(ofTasks('I 2', 'I 3')).toMatchObject([gap('', '2', '1')]);
    expect(ofTasks('I 1', 'I 2', 'II 3', 'II 6')).toMatchObject([gap('3', '6', '4, 5')]);
    expect(ofTasks('2 2.1', '2 2.4')).toMatchObject([gap('2.1', '2.4', '2.2, 2.3')]);
    expect(ofTasks('I 1', 'I 9')).toMatchObject([gap('1', '9', '2–8')]);
    expect(ofTasks('I a', 'I b', 'I d')).toMatchObject([gap('b', 'd', 'c')]);
  });

  it('are told when they stand twice, and numbered anew', () => {
    const [found, ...others] = ofTasks('I 1', 'I 2', 'I 2', 'I 3');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'number-twice', keys: ['t2'], detail: { number: '2' } });
    expect(found?.mends[0]).toEqual({
      deed: 'renumber',
      shown: '1–4',
      changes: [
        { key: 't2', field: 'seq', value: '3' },
        { key: 't3', field: 'seq', value: '4' },
      ],
    });
  });

  it('may stand on each row of a merged cell, and are numbered anew there together', () => {
    const inCell = (key: string, seq: string, activity: string) =>
      row('task', key, { seq, task: `Việc ${seq === '1' ? 'đầu' : 'sau'}`, activity });
    const tasks = [inCell('a', '1', 'Lập'), inCell('b', '1', 'Ban hành'), inCell('c', '3', 'Gửi')];
    tasks.push(inCell('d', '3', 'Lưu'));
    const found = numberingFindings(soundPlan({ sections: [], tasks }));
    expect(found).toMatchObject([gap('1', '3', '2')]);
    expect(found[0]?.mends[0]?.changes.map((change) => [change.key, change.value])).toEqual([
      ['c', '2'],
      ['d', '2'],
    ]);
  });

  it('are told when the same row is printed twice', () => {
    const tasks = ['a', 'b'].map((key) => row('task', key, { seq: '1' }));
    expect(numberingFindings(soundPlan({ sections: [], tasks }))).toMatchObject([{ code: 'number-twice' }]);
  });

  it('are left to people where levels are nested', () => {
    expect(ofTasks('I 1', 'I 1.1', 'I 3')[0]?.mends).toEqual([]);
  });

  it('are whole again after the mend, whatever was left out', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }),
        (some) => {
          const numbers = some.sort((a, b) => a - b);
          const [found] = ofTasks(...numbers.map((one) => `I ${one}`));
          const seqs = new Map(numbers.map((one, index) => [`t${index}`, String(one)]));
          for (const { key, value } of found?.mends[0]?.changes ?? []) seqs.set(key, String(value));
          expect(ofTasks(...[...seqs.values()].map((seq) => `I ${seq}`))).toEqual([]);
        },
      ),
    );
  });
});

describe('codes of sections', () => {
  it('are missed and told twice', () => {
    expect(ofSections('I', 'II', 'IV')).toMatchObject([gap('II', 'IV', 'III')]);
    expect(ofSections('III.1', 'III.2', 'III.4')).toMatchObject([gap('III.2', 'III.4', 'III.3')]);
    expect(ofSections('I', 'II', 'II')).toMatchObject([{ code: 'number-twice', keys: ['II'] }]);
  });

  it('need not begin with the first part of the text', () => {
    expect(ofSections('II', 'III')).toEqual([]);
  });
});

describe('headings of the text', () => {
  it('are missed at each level', () => {
    expect(ofLines('I. MỤC ĐÍCH', 'III. TỔ CHỨC')).toMatchObject([{ ...gap('I', 'III', 'II'), lines: [2] }]);
    expect(ofLines('5.4. Chuyển đổi vị trí', 'Nội dung.', '5.6. Cơ quan thực hiện')).toMatchObject([
      { ...gap('5.4', '5.6', '5.5'), lines: [3] },
    ]);
    expect(ofLines('a) Một', 'c) Ba')).toMatchObject([gap('a', 'c', 'b')]);
  });

  it('count anew under each higher one', () => {
    const lines = ['I. A', '1. Một', 'a) Đầu', 'b) Sau', '2. Hai', 'a) Đầu', 'II. B', '1. Một', '2. Hai'];
    expect(ofLines(...lines)).toEqual([]);
    expect(ofLines('I. A', '1. Một', '2. Hai', '1. Danh sách khác', '2. Hai')).toEqual([]);
  });

  it('may begin with a figure or carry marks of a text format', () => {
    expect(ofLines('1. Tỷ lệ', '2. 100% hồ sơ', '3. “Một cửa”')).toEqual([]);
    expect(ofLines('2.2. Hai', '- 2.3. Ba', '+ 2.4. Bốn')).toEqual([]);
    expect(ofLines('## 1.1. Mục tiêu', '**1.2. Nhiệm vụ**', '<b>1.3. Giải pháp</b>')).toEqual([]);
  });

  it('are no rows of tables, amounts or days', () => {
    expect(ofLines('1. Một', '3\tViệc trong bảng', '98.5% hồ sơ', '12/5 họp', '20. Số trang lạ')).toEqual([]);
  });

  it('leave to sections and tasks what those tell', () => {
    const sections = [row('section', 's', { code: 'III', line: [2] })];
    const lines = ['I. Một', 'III. Ba', 'IV. Bốn'];
    expect(headingFindings(soundPlan({ lines, sections, tasks: [] }))).toEqual([]);
  });

  it('are told twice only where they are decimal', () => {
    expect(ofLines('3.1. Một', '3.2. Hai', '3.2. Ba')).toMatchObject([{ code: 'number-twice', lines: [3] }]);
    expect(ofLines('1. Một', '2. Hai', '2. Ba')).toEqual([]);
  });
});
