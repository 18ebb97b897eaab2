import { describe, expect, it } from 'vitest';
import type { Block, Table } from './document.ts';
import { readPdf } from './pdf.ts';
import { type PageSketch, pdfOf, ruledTable, type TextSketch } from './pdf.fixtures.ts';

async function blocksOf(...pages: PageSketch[]): Promise<readonly Block[]> {
  return (await readPdf(pdfOf({ pages }))).blocks;
}

async function textsOf(...pages: PageSketch[]): Promise<string[]> {
  return (await blocksOf(...pages)).map((block) => (block.kind === 'paragraph' ? block.text : 'TABLE'));
}

async function tableOf(...pages: PageSketch[]): Promise<Table> {
  const table = (await blocksOf(...pages)).find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table found');
  return table;
}

function cellsOf({ rows }: Table): string[][] {
  return rows.map(({ cells }) => cells.map(({ text }) => text));
}

/** Lines of one column, each below the other. */
function column(x: number, y: number, ...texts: string[]): TextSketch[] {
  return texts.map((text, index) => ({ x, y: y + 14 * index, text }));
}

const FULL = 'Một dòng chữ dài tới hết lề bên phải của trang giấy khổ đứng và còn hơn thế nữa cho';

describe('paragraphs of a PDF file', () => {
  it('joins lines that were broken because the next word had no room', async () => {
    expect(await textsOf({ texts: column(60, 100, FULL, 'đủ một đoạn.', FULL) })).toEqual([
      `${FULL} đủ một đoạn.`,
      FULL,
    ]);
  });

  it('parts them at an indent, and at more room between lines', async () => {
    const indented = { ...column(84, 128, FULL.slice(0, 76))[0] } as TextSketch;
    const apart = column(60, 170, FULL);
    expect(await textsOf({ texts: [...column(60, 100, FULL, FULL), indented, ...apart] })).toEqual([
      `${FULL} ${FULL}`,
      FULL.slice(0, 76).trim(),
      FULL,
    ]);
  });

  it('goes on over the end of a page and leaves page numbers and running heads out', async () => {
    const frame = (number: number): TextSketch[] => [
      { x: 60, y: 40, text: 'UBND xã Bình Nguyên' },
      { x: 290, y: 810, text: `Trang ${number}/3` },
    ];
    expect(
      await textsOf(
        { texts: [...frame(1), ...column(60, 700, FULL, FULL)] },
        { texts: [...frame(2), ...column(60, 100, 'viết tiếp ở trang sau.')] },
        { texts: [...frame(3), ...column(60, 100, 'Một đoạn khác.')] },
      ),
    ).toEqual([`${FULL} ${FULL} viết tiếp ở trang sau.`, 'Một đoạn khác.']);
  });

  it('writes split and drawn accents as one letter', async () => {
    const decomposed = 'Kế hoạch'.normalize('NFD');
    expect(await textsOf({ texts: column(60, 100, decomposed) })).toEqual(['Kế hoạch']);
  });

  it('takes a text drawn twice for bold once', async () => {
    const [block] = await blocksOf({
      texts: [
        { x: 60, y: 100, text: 'Mục' },
        { x: 60.3, y: 100, text: 'Mục' },
      ],
    });
    expect(block).toMatchObject({ text: 'Mục', bold: true });
  });

  it('reads masthead and motto as two columns', async () => {
    const table = await tableOf({
      texts: [
        ...column(70, 100, 'ỦY BAN NHÂN DÂN', 'XÃ BÌNH NGUYÊN'),
        ...column(300, 100, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'),
        ...column(300, 128, 'Bình Nguyên, ngày 12 tháng 01 năm', '2026'),
        ...column(60, 180, FULL),
      ],
    });
    expect(cellsOf(table)).toEqual([
      [
        'ỦY BAN NHÂN DÂN\nXÃ BÌNH NGUYÊN',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBình Nguyên, ngày 12 tháng 01 năm 2026',
      ],
    ]);
  });

  it('puts a footnote behind the text, and its mark nowhere', async () => {
    const { blocks } = await readPdf(
      pdfOf({
        pages: [
          {
            texts: [
              ...column(60, 100, 'Báo cáo hằng tháng', 'theo quy định.', 'Lưu hồ sơ.'),
              { x: 155, y: 96, text: '1', size: 6 },
              { x: 60, y: 777.5, text: '1', size: 5 },
              { x: 63, y: 780, text: 'Gửi trước ngày 15.', size: 8 },
            ],
          },
        ],
      }),
    );
    expect(
      blocks.map((block) => block.kind === 'paragraph' && [block.label, block.text, block.note]),
    ).toEqual([
      [undefined, 'Báo cáo hằng tháng theo quy định.', undefined],
      [undefined, 'Lưu hồ sơ.', undefined],
      ['[1]', 'Gửi trước ngày 15.', true],
    ]);
  });

  it('reads pages that a viewer turns, and pages drawn sideways', async () => {
    const drawnUpright = 'BT /F1 10 Tf 0 1 -1 0 300 100 Tm <004B1EBF> Tj ET';
    expect(await textsOf({ rotate: 90, texts: column(60, 100, 'Kế hoạch') })).toEqual(['Kế hoạch']);
    expect(await textsOf({ operators: drawnUpright })).toEqual(['Kế']);
  });
});

describe('tables of a PDF file', () => {
  const XS = [60, 90, 300, 420, 535];

  it('are rebuilt from their lines, merged cells included', async () => {
    const ruled = ruledTable(XS, [100, 130, 160, 190]).filter(([, y0, , y1]) => y0 !== 160 || y1 !== 160);
    const table = await tableOf({
      lines: [...ruled, [60, 160, 300, 160], [420, 160, 535, 160]],
      texts: [
        ...column(66, 115, 'TT'),
        ...column(96, 115, 'Nhiệm vụ'),
        ...column(306, 115, 'Chủ trì'),
        ...column(426, 115, 'Thời hạn'),
        ...column(66, 145, '1'),
        ...column(96, 145, 'Ban hành kế hoạch'),
        ...column(306, 161, 'Văn phòng'),
        ...column(426, 145, 'Quý I'),
        ...column(66, 175, '2'),
        ...column(96, 175, 'Tuyên truyền'),
        ...column(426, 175, 'Quý II'),
      ],
    });
    expect(cellsOf(table)).toEqual([
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
      ['1', 'Ban hành kế hoạch', 'Văn phòng', 'Quý I'],
      ['2', 'Tuyên truyền', '', 'Quý II'],
    ]);
    expect(table.rows[2]?.cells[2]).toMatchObject({ column: 2, continuesAbove: true });
  });

  it('keep a title that spans all columns in one cell', async () => {
    const table = await tableOf({
      lines: [
        [60, 100, 60, 160],
        [535, 100, 535, 160],
        [300, 100, 300, 130],
        [60, 100, 535, 100],
        [60, 130, 535, 130],
        [60, 160, 535, 160],
      ],
      texts: [
        ...column(66, 115, 'Nhiệm vụ'),
        ...column(306, 115, 'Chủ trì'),
        ...column(66, 145, 'I. CHỈ ĐẠO'),
      ],
    });
    expect(table.rows[1]?.cells).toMatchObject([{ text: 'I. CHỈ ĐẠO', column: 0, columnSpan: 2 }]);
  });

  it('go on over pages: repeated header left out, cut row joined', async () => {
    const header = (y: number): TextSketch[] => [...column(66, y, 'TT'), ...column(96, y, 'Nhiệm vụ')];
    const table = await tableOf(
      {
        lines: ruledTable([60, 90, 300], [700, 730, 790]),
        texts: [
          ...header(715),
          ...column(66, 745, '1'),
          ...column(
            96,
            745,
            'Rà soát thủ tục hành chính, đề xuất bỏ',
            'những bước không cần thiết; công khai,',
          ),
        ],
      },
      {
        lines: ruledTable([60, 90, 300], [60, 90, 120, 150]),
        texts: [
          ...header(75),
          ...column(96, 105, 'minh bạch mọi thủ tục.'),
          ...column(66, 135, '2'),
          ...column(96, 135, 'Tuyên truyền'),
        ],
      },
    );
    expect(cellsOf(table)).toEqual([
      ['TT', 'Nhiệm vụ'],
      [
        '1',
        'Rà soát thủ tục hành chính, đề xuất bỏ những bước không cần thiết; công khai, minh bạch mọi thủ tục.',
      ],
      ['2', 'Tuyên truyền'],
    ]);
  });

  it('keep two rows apart that a page parts, though neither first word had room above', async () => {
    const table = await tableOf(
      {
        lines: ruledTable([60, 130, 200], [740, 790]),
        texts: [...column(66, 765, 'Sắp xếp bộ'), ...column(136, 765, 'Quyết định')],
      },
      {
        lines: ruledTable([60, 130, 200], [60, 110]),
        texts: [...column(66, 85, 'Phân cấp,', 'ủy quyền'), ...column(136, 85, 'Danh mục')],
      },
    );
    expect(cellsOf(table)).toEqual([
      ['Sắp xếp bộ', 'Quyết định'],
      ['Phân cấp, ủy quyền', 'Danh mục'],
    ]);
  });

  it('have the syllables whole that a narrow column broke', async () => {
    const table = await tableOf({
      lines: ruledTable([60, 86, 300], [100, 150, 200]),
      texts: [
        ...column(63, 115, 'Thán', 'g 10'),
        ...column(90, 115, 'Rà soát'),
        ...column(63, 165, 'Năm', '2026'),
        ...column(90, 165, 'Báo cáo'),
      ],
    });
    expect(cellsOf(table)).toEqual([
      ['Tháng 10', 'Rà soát'],
      ['Năm 2026', 'Báo cáo'],
    ]);
  });

  it('are found without any line, by what stands below what', async () => {
    const row = (y: number, ...texts: readonly (readonly string[])[]): TextSketch[] =>
      texts.flatMap((lines, index) => column([60, 90, 300, 420][index] ?? 0, y, ...lines));
    const table = await tableOf({
      texts: [
        ...row(100, ['TT'], ['Nhiệm vụ'], ['Chủ trì'], ['Thời hạn']),
        ...row(130, ['1'], ['Ban hành kế hoạch của xã', 'và gửi các thôn'], ['Văn phòng'], ['Quý I']),
        ...row(174, ['II. TUYÊN TRUYỀN VÀ PHỔ BIẾN PHÁP LUẬT CHO NGƯỜI DÂN']),
        ...row(204, ['2'], ['Tuyên truyền'], [], ['Quý II']),
      ],
    });
    expect(cellsOf(table)).toEqual([
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
      ['1', 'Ban hành kế hoạch của xã và gửi các thôn', 'Văn phòng', 'Quý I'],
      ['II. TUYÊN TRUYỀN VÀ PHỔ BIẾN PHÁP LUẬT CHO NGƯỜI DÂN', ''],
      ['2', 'Tuyên truyền', '', 'Quý II'],
    ]);
  });

  it('keep a date whole that is wider than its column, and lose what lies beyond the page', async () => {
    const table = await tableOf({
      lines: ruledTable([60, 300, 350, 620], [100, 150, 200]),
      texts: [
        ...column(66, 115, 'Ban hành'),
        ...column(303, 115, '31/01/20', '26'),
        ...column(600, 115, 'không thấy'),
        ...column(66, 165, 'Tuyên truyền'),
        ...column(303, 165, 'Quý I'),
      ],
    });
    expect(cellsOf(table)).toEqual([
      ['Ban hành', '31/01/2026', ''],
      ['Tuyên truyền', 'Quý I', ''],
    ]);
  });

  it('do not arise from frames and underlines', async () => {
    const frame = ruledTable([40, 555], [40, 800]);
    expect(
      await textsOf({ lines: [...frame, [100, 104, 160, 104]], texts: column(60, 100, 'Kế hoạch') }),
    ).toEqual(['Kế hoạch']);
  });
});
