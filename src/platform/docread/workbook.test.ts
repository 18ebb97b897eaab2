import { describe, expect, it } from 'vitest';
import type { SourceDocument, Table } from './document.ts';
import { zipOf } from './docx.fixtures.ts';
import { Refusal } from './refusal.ts';
import { row, type SheetParts, workbook, type WorkbookParts, workbookTexts } from './workbook.fixtures.ts';
import { readWorkbook } from './workbook.ts';
import { openZip } from './zip.ts';

function read(parts: WorkbookParts | string): SourceDocument {
  return readWorkbook(openZip(workbook(parts)));
}

function sheet(parts: SheetParts): SourceDocument {
  return read({ sheets: [parts] });
}

function tables(source: SourceDocument): Table[] {
  return source.blocks.filter((block) => block.kind === 'table');
}

const HEAD = row(1, ['TT', 'Việc', 'Hạn']);

describe('a sheet', () => {
  it('is one table on the grid that people see', () => {
    const source = sheet({ data: HEAD + row(2, ['1', 'a', 'b']) });
    const cell = (text: string, column: number) => ({ text, column, columnSpan: 1, continuesAbove: false });
    expect(source).toEqual({
      format: 'xlsx',
      lines: ['TT\tViệc\tHạn', '1\ta\tb'],
      blocks: [
        {
          kind: 'table',
          line: 1,
          width: 3,
          rows: [
            { line: 1, cells: [cell('TT', 0), cell('Việc', 1), cell('Hạn', 2)] },
            { line: 2, cells: [cell('1', 0), cell('a', 1), cell('b', 2)] },
          ],
        },
      ],
    });
  });

  it('keeps merged cells: down, across, and from hidden places to the first that shows', () => {
    const source = sheet({
      data:
        row(1, ['TT', 'Việc', '', 'Hạn']) +
        row(2, ['hidden', 'x', '', 'Quý I'], 'hidden="1"') +
        row(3, ['1', 'a', 'b', '']) +
        row(4, ['2', 'c', 'd', '']),
      merges: ['B1:C1', 'D2:D4'],
    });
    expect(tables(source)[0]?.rows.map(({ cells }) => cells)).toMatchObject([
      [{ text: 'TT' }, { text: 'Việc', columnSpan: 2 }, { text: 'Hạn', column: 3 }],
      [{ text: '1' }, { text: 'a' }, { text: 'b' }, { text: 'Quý I', continuesAbove: false }],
      [{ text: '2' }, { text: 'c' }, { text: 'd' }, { text: '', continuesAbove: true, column: 3 }],
    ]);
  });

  it('leaves out hidden and empty columns, and rows in which nothing begins', () => {
    const source = sheet({
      columns: '<col min="2" max="3" hidden="1"/>',
      data:
        row(1, ['TT', 'mật', 'mật', 'Việc', '', 'Hạn']) +
        row(2, ['1', 'x', 'y', 'a', '', 'b']) +
        row(3, ['', 'z']),
      merges: ['A2:A3'],
    });
    expect(source.lines).toEqual(['TT\tViệc\tHạn', '1\ta\tb']);
    expect(tables(source)[0]?.width).toBe(3);
  });

  it('gives titles, letterheads and signatures apart from the list', () => {
    const source = sheet({
      data:
        row(1, ['UBND XÃ', '', 'CỘNG HÒA']) +
        row(3, ['DANH MỤC']) +
        row(4, ['TT', 'Việc', 'Hạn']) +
        row(5, ['I', 'Phần một']) +
        row(6, ['1', 'a', 'b']) +
        row(7, ['2', 'c']) +
        row(9, ['Nơi nhận', '', 'CHỦ TỊCH']) +
        row(10, ['hết']),
    });
    expect(source.blocks.map(({ kind, line }) => [kind, line])).toEqual([
      ['table', 1],
      ['paragraph', 2],
      ['table', 3],
      ['table', 7],
      ['paragraph', 8],
    ]);
  });

  it('begins a new list where a header stands again, or another one under a title', () => {
    const data =
      HEAD +
      row(2, ['1', 'a', 'b']) +
      row(3, ['Phần hai']) +
      row(4, ['2', 'c', 'd']) +
      row(5, ['TT', 'Chỉ tiêu', 'Năm']) +
      row(6, ['1', 'e', 'f']) +
      row(7, ['Bảng ba']) +
      row(8, ['Năm', 'Tỷ lệ', 'Điểm']) +
      row(9, ['2026', '1', '2']);
    expect(sheet({ data }).blocks.map(({ kind, line }) => [kind, line])).toEqual([
      ['table', 1],
      ['table', 5],
      ['paragraph', 7],
      ['table', 8],
    ]);
  });
});

describe('a workbook', () => {
  it('gives its visible sheets in the order of their tabs', () => {
    const source = read({
      sheets: [
        { data: row(1, ['một', 'a']) },
        { data: row(1, ['ẩn', 'b']), attributes: 'state="hidden"' },
        { data: row(1, ['hai', 'c']) },
      ],
    });
    expect(source.lines).toEqual(['một\ta', 'hai\tc']);
  });

  it('reads the text of each kind of cell', () => {
    const strings = '<si><t>chung</t></si><si><r><t>đậm </t></r><r><t>nhạt</t></r><rPh><t>âm</t></rPh></si>';
    const cells =
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><f>A1&amp;"x"</f><v>công thức</v></c><c t="b"><v>1</v></c>' +
      '<c t="d"><v>2026-03-05T00:00:00</v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c t="e"><v>#REF!</v></c>';
    const two = '<c t="inlineStr"><is><t>dòng một_x000D_\n\n dòng hai </t></is></c>';
    const source = read({ sheets: [{ data: `<row>${cells}</row><row>${two}</row>` }], strings });
    expect(source.lines[0]).toBe('chung\tđậm nhạt\tcông thức\tTRUE\t05/03/2026\t2\t#REF!');
    expect(source.blocks[1]).toMatchObject({ text: 'dòng một dòng hai' });
  });

  it('shows numbers by the format of their style', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;Quý &quot;0"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/></cellXfs>';
    const data =
      '<row><c s="0"><v>1.1</v></c><c s="1"><v>46037</v></c><c s="2"><v>2</v></c><c s="3"><v>0.98</v></c></row>';
    expect(read({ sheets: [{ data }], styles }).lines).toEqual(['1.1\t15/01/2026\tQuý 2\t98%']);
    expect(read({ sheets: [{ data }], styles, properties: 'date1904="1"' }).lines[0]).toContain('16/01/2030');
  });

  it.each([
    ['names a string that is not there', '<row><c t="s"><v>7</v></c></row>', 'damaged'],
    ['holds nothing', '<row><c s="1"/></row>', 'empty'],
    ['puts a cell beyond the last column', '<row><c r="ZZZ1"><v>1</v></c></row>', 'damaged'],
  ])('is refused when it %s', (_, data, code) => {
    expect(() => read(data)).toThrow(new Refusal(code as 'damaged'));
  });

  it('is refused when a sheet is missing', () => {
    const { 'xl/worksheets/sheet1.xml': _, ...rest } = workbookTexts({ sheets: [{ data: HEAD }] });
    expect(() => readWorkbook(openZip(zipOf(rest)))).toThrow('damaged');
  });
});
