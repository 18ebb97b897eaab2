import { describe, expect, it } from 'vitest';
import type { SourceDocument, Table } from './document.ts';
import { MAX_LINE_CHARACTERS } from './limits.ts';
import { Refusal } from './refusal.ts';
import { readPlainText } from './text.ts';

/** The cells of each row of the only table, line feeds included. */
function rowsOf(source: SourceDocument): string[][] {
  const tables = source.blocks.filter((block): block is Table => block.kind === 'table');
  return tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
}

function paragraphsOf(source: SourceDocument): string[] {
  return source.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

function outcomeOf(text: string): string {
  try {
    return readPlainText(text).format;
  } catch (problem) {
    if (problem instanceof Refusal) return problem.code;
    throw problem;
  }
}

const TABLE = [
  'TT  Công việc                  Đơn vị           Hạn',
  'I   Chỉ đạo',
  '1   Ban hành kế hoạch, giao    Phòng Văn hóa -  Trước',
  '    chỉ tiêu                   Xã hội           31/01/2026',
  'III Cải cách thủ tục',
  '2   Rà soát văn bản            Công an xã       Cả năm',
  '10  Khảo sát                   Các thôn         Quý II',
];

const ROWS = [
  ['TT', 'Công việc', 'Đơn vị', 'Hạn'],
  ['I', 'Chỉ đạo', '', ''],
  ['1', 'Ban hành kế hoạch, giao chỉ tiêu', 'Phòng Văn hóa - Xã hội', 'Trước 31/01/2026'],
  ['III', 'Cải cách thủ tục', '', ''],
  ['2', 'Rà soát văn bản', 'Công an xã', 'Cả năm'],
  ['10', 'Khảo sát', 'Các thôn', 'Quý II'],
];

describe('text laid out by spaces', () => {
  it('reads a table by what stands below what, wrapped cells whole', () => {
    const source = readPlainText(TABLE.join('\n'));
    expect(rowsOf(source)).toEqual(ROWS);
    expect(source.lines[2]).toBe(
      '1\tBan hành kế hoạch, giao chỉ tiêu\tPhòng Văn hóa - Xã hội\tTrước 31/01/2026',
    );
    expect(source.blocks[0]).toMatchObject({ kind: 'table', line: 1, width: 4 });
  });

  it('begins a row without number where all cells begin anew', () => {
    const rows = rowsOf(
      readPlainText([...TABLE, '    Đánh giá                   Các phòng        Tháng 12'].join('\n')),
    );
    expect(rows.at(-1)).toEqual(['', 'Đánh giá', 'Các phòng', 'Tháng 12']);
  });

  it('keeps a column that a long cell runs into', () => {
    const long = '3   Tiếp nhận hồ sơ tại nhà dân Công an xã       Cả năm';
    const rows = rowsOf(readPlainText([...TABLE, ...TABLE.slice(5), ...TABLE.slice(5), long].join('\n')));
    expect(rows.slice(0, 6)).toEqual(ROWS);
  });

  it('reads each page by itself and leaves out its number', () => {
    const shifted = TABLE.map((line) => `  ${line}`);
    const source = readPlainText([...TABLE, '', '                         7', '', ...shifted].join('\n'));
    expect(rowsOf(source)).toEqual([...ROWS, ...ROWS]);
    expect(rowsOf(readPlainText(`${TABLE.join('\n')}\n\f${shifted.join('\n')}`))).toEqual([...ROWS, ...ROWS]);
  });

  it('reads texts side by side as cells of one row, and the title below apart', () => {
    const source = readPlainText(
      [
        '      ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '         XÃ AN HÒA                    Độc lập - Tự do - Hạnh phúc',
        '',
        '     Số: 22/KH-UBND              An Hòa, ngày 20 tháng 01 năm 2026',
        '',
        '                            KẾ HOẠCH',
      ].join('\n'),
    );
    expect(rowsOf(source)).toEqual([
      [
        'ỦY BAN NHÂN DÂN\nXÃ AN HÒA\nSố: 22/KH-UBND',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Hòa, ngày 20 tháng 01 năm 2026',
      ],
    ]);
    expect(paragraphsOf(source)).toEqual(['KẾ HOẠCH']);
  });

  it('joins the wrapped lines of paragraphs beside a table', () => {
    const prose = [
      '      1. Các đơn vị gửi báo cáo quý trước ngày 12 của tháng cuối quý về Phòng',
      'Văn hóa - Xã hội để tổng hợp, trình Ủy ban nhân dân xã xem xét và quyết định.',
      '      2. Phòng Kinh tế bố trí kinh phí.',
    ];
    expect(paragraphsOf(readPlainText([...TABLE, '', ...prose].join('\n')))).toEqual([
      '1. Các đơn vị gửi báo cáo quý trước ngày 12 của tháng cuối quý về Phòng Văn hóa - Xã hội để tổng hợp, trình Ủy ban nhân dân xã xem xét và quyết định.',
      '2. Phòng Kinh tế bố trí kinh phí.',
    ]);
  });

  it.each([
    ['double spaces', ['Một  câu có hai dấu cách.', 'Câu  sau cũng thế.', 'Và  câu này.']],
    ['numbered lists', ['1.   Mục đích', '2.   Yêu cầu', '3.   Nhiệm vụ']],
    [
      'justified lines',
      [
        'Các phòng,  đơn vị  thuộc xã  triển khai  nhiệm vụ  được giao và',
        'báo cáo kết quả   gửi văn  phòng tổng hợp   trước ngày mười bốn',
        'của tháng  cuối quý,  riêng báo  cáo  năm thì  chậm nhất  vào',
        'ngày  ba mươi tháng  mười một,  kèm theo số  liệu  và  bảng biểu',
      ],
    ],
  ])('leaves %s as they are', (_name, lines) => {
    const source = readPlainText(lines.join('\n'));
    expect(source.lines).toEqual(lines);
    expect(paragraphsOf(source)).toHaveLength(lines.length);
  });

  it.each([
    'a  b  c',
    ' x',
    'a   ',
    '1  ',
    `${'a  '.repeat(120)}\n`,
    'a  b  c\n',
    'a    b\n',
    'a  b\n  c   d\n',
    '\f',
    '1  a  b\nxxxxxxxxxxxx\n',
  ])(
    'reads or refuses 3 MB of %j without leaving its time',
    (piece) => {
      const line = piece.includes('\n')
        ? piece
        : `${piece.repeat(Math.floor(MAX_LINE_CHARACTERS / piece.length / 2))}\n`;
      const text = line.repeat(Math.min(90_000, Math.ceil(3_000_000 / line.length)));
      expect(['txt', 'too-long', 'empty']).toContain(outcomeOf(text));
    },
    10_000,
  );
});
