import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#platform/http/csv.ts';
import { readDelimited, writeDelimited } from './delimited.ts';
import { checkRows, officerKey, readRows, type Standing } from './officer-import.ts';

const standing: Standing = {
  units: new Map([
    ['phong kinh te', 'standing'],
    ['cac don vi', 'collective'],
    ['phong cu', 'ended'],
  ]),
  officers: new Set([officerKey('Lê Văn Có', 'Phòng Kinh tế')]),
};

const check = (text: string) => checkRows(readRows(readDelimited(text) ?? []) ?? [], standing);

describe('a list of officers', () => {
  it('is read by its heads, wherever they stand', () => {
    const rows = check(
      'DANH SÁCH CÁN BỘ\nSTT;Họ và tên;Đơn vị công tác;Chức vụ;Trưởng đơn vị\n1;Trần  An;Phòng Kinh tế;Trưởng phòng;x\n;;;;\n2;Lý Bê;Thôn Hạ;;\n',
    );
    expect(rows).toEqual([
      expect.objectContaining({
        number: 3,
        fullName: 'Trần An',
        positionTitle: 'Trưởng phòng',
        isHead: true,
        isNewUnit: false,
        problem: undefined,
      }),
      expect.objectContaining({ number: 5, fullName: 'Lý Bê', isHead: false, isNewUnit: true }),
    ]);
  });

  it.each([
    ['\tPhòng Kinh tế', 'no-name'],
    ['=1+1\tPhòng Kinh tế', 'formula'],
    ["'=1+1\tPhòng Kinh tế", 'formula'],
    ['A\t…', 'no-unit'],
    [`${'A'.repeat(121)}\tPhòng Kinh tế`, 'too-long'],
    ['A\tCác đơn vị', 'unit-collective'],
    ['A\tPhòng cũ', 'unit-ended'],
    ['lê văn có\tPHÒNG KINH TẾ', 'in-office'],
  ])('says what is wrong with %j', (line, problem) => {
    expect(check(`Họ tên\tPhòng\n${line}`)[0]?.problem).toBe(problem);
  });

  it('tells heads of units by their position where no column does', () => {
    const positions = ['Trưởng phòng', 'Phó Trưởng phòng', 'Chánh Văn phòng', 'Q. Giám đốc', 'Chuyên viên'];
    const list = positions.map((position, index) => `Người ${index}\tPhòng Kinh tế\t${position}`);
    expect(check(['Họ tên\tPhòng\tChức vụ', ...list].join('\n')).map((row) => row.isHead)).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(check('Họ tên\tPhòng\tChức vụ\tĐứng đầu\nA\tB\tTrưởng phòng\t')[0]?.isHead).toBe(false);
  });

  it('names nobody twice', () => {
    expect(check('Họ tên,Phòng\nA,B\na,b').map((row) => row.problem)).toEqual([undefined, 'doubled']);
  });

  it('without heads is none', () => {
    expect(readRows([['Trần An', 'Phòng Kinh tế']])).toBeUndefined();
    expect(readRows([])).toBeUndefined();
  });

  it('comes back from our own file as it was', () => {
    const csv = toCsv(['Họ và tên', 'Chức vụ', 'Đơn vị'], [['Ngô "Tư", Bé', null, 'Phòng; Kinh tế']]);
    expect(check(csv)[0]).toMatchObject({ fullName: 'Ngô "Tư", Bé', unitName: 'Phòng; Kinh tế' });
  });

  it('survives every text, and keeps what it wrote itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        check(text);
        check(`Họ tên\tPhòng\n${text}`);
      }),
    );
    const word = fc.string({ minLength: 1 }).filter((text) => !/[\t\r\n\uFEFF]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1 }), (rows) => {
        expect(readDelimited(writeDelimited(rows))).toEqual(rows);
      }),
    );
  });
});
