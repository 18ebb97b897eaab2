import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docx, docxTexts, lvl, numbered, p, tbl, tc, tr, zipOf } from './docx.fixtures.ts';
import { outcome, outcomeOf } from './hostile.fixtures.ts';
import { mutated, sequence } from './mutation.fixtures.ts';
import { readPasted } from './read-pasted.ts';
import { row, workbook, workbookTexts } from './workbook.fixtures.ts';

const WORD = {
  body:
    p('KẾ HOẠCH', '<w:jc w:val="center"/>') +
    Array.from({ length: 40 }, (_, index) => p(`Nhiệm vụ số ${index}`, numbered(1, index % 2))).join('') +
    tbl(
      tr([tc('a', '<w:vMerge w:val="restart"/>'), tc(tbl(tr([tc('x')])) + p(''))]),
      tr([tc('a', '<w:vMerge/>'), tc('b', '<w:gridSpan w:val="2"/>')]),
      ...Array.from({ length: 40 }, (_, index) => tr([tc(`${index}`), tc('Phòng Kinh tế'), tc('Quý II')])),
    ),
  numbering: `<w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal', '%1.')}${lvl(1, 'lowerLetter', '%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  styles: '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:b/></w:rPr></w:style>',
  footnotes: `<w:footnote w:id="1">${p('ghi chú')}</w:footnote>`,
};

const WORKBOOK = {
  sheets: [
    {
      data:
        row(1, ['DANH MỤC']) +
        row(2, ['TT', 'Việc', 'Hạn']) +
        row(3, ['1', 'a', '<c r="C3" s="1"><v>46037</v></c>']) +
        row(4, ['2', '<c r="B4" t="s"><v>0</v></c>'], 'hidden="1"') +
        row(5, ['3', 'b', '<c r="C5"><f>1+1</f><v>2</v></c>']),
      merges: ['A1:C1', 'C3:C4'],
      columns: '<col min="4" max="9" hidden="1"/>',
    },
  ],
  strings: '<si><r><t>đậm</t></r><r><t> nhạt</t></r></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
};

const PAGE = `<html><head><style>p{}</style></head><body><!-- x --><p class="a" style='color:red'>K&#7871; ho&#x1EA1;ch</p>
<ol start=2><li>một<ul><li>hai</ul></ol><table><thead><tr><th rowspan=2>TT<th colspan="3">Việc</thead><tr><td>a<td>b<td rowspan="0">c
<tr><td><table><tr><td>x<td>y</table><td style="display:none">z</td><td>t&nbsp;u</table><a href="#_ftn1">[1]</a></body></html>`;

const TEXT =
  'KẾ HOẠCH\n\n1.\tMục đích\nTT\tViệc\tHạn\n1\t"a\nb ""c"""\tQuý I\n2\tđ\t\n\n| TT | Việc |\n|---|:--|\n| 1 | **x** \\| y |\n<b>e</b> &amp;';

const OLD_WORD = new Uint8Array(readFileSync(new URL('word-97.fixtures.doc', import.meta.url)));

const FILES = {
  'plan.docx': docx(WORD),
  'plan.doc': OLD_WORD,
  'plan.xlsx': workbook(WORKBOOK),
  'plan.html': Buffer.from(PAGE),
  'plan.txt': Buffer.from(TEXT),
};

describe('a file changed at random', () => {
  it.each([
    ['plan.docx', 800],
    ['plan.doc', 1_600],
    ['plan.xlsx', 200],
    ['plan.html', 500],
    ['plan.txt', 300],
  ] as const)('is read or refused, never anything else: %s', async (name, rounds) => {
    const random = sequence(rounds);
    for (let round = 0; round < rounds; round++) await outcome(mutated(FILES[name], random), name);
  });

  it('is mostly refused where its parts carry check sums', async () => {
    const random = sequence(20260131);
    let refused = 0;
    for (let round = 0; round < 200; round++) {
      if (typeof (await outcome(mutated(FILES['plan.docx'], random))) === 'string') refused++;
    }
    expect(refused).toBeGreaterThan(100);
  });

  it.each([
    ['plan.docx', docxTexts(WORD)],
    ['plan.xlsx', workbookTexts(WORKBOOK)],
  ] as const)('is read or refused when the change is inside one of its parts: %s', async (name, parts) => {
    const random = sequence(7);
    for (const [part, text] of Object.entries(parts)) {
      for (let round = 0; round < 60; round++) {
        await outcome(zipOf({ ...parts, [part]: mutated(Buffer.from(text), random) }), name);
      }
    }
  });

  it('is read or refused when it was pasted', async () => {
    const random = sequence(11);
    for (let round = 0; round < 300; round++) {
      const html = Buffer.from(mutated(Buffer.from(PAGE), random)).toString('utf8');
      const text = Buffer.from(mutated(Buffer.from(TEXT), random)).toString('utf8');
      await outcomeOf(() => readPasted(round % 2 === 0 ? { html, text } : { text }));
    }
  });
});

describe('a file cut short', () => {
  it.each(['plan.docx', 'plan.xlsx'] as const)('is refused wherever it ends: %s', async (name) => {
    const whole = FILES[name];
    for (let part = 1; part < 50; part++) {
      const cut = whole.subarray(0, Math.floor((whole.length * part) / 50));
      expect(await outcome(cut, name), `${part}/50`).toBe('truncated');
    }
  });

  it('is refused at each half kilobyte of an old Word file that it lacks', async () => {
    for (let end = 512; end < OLD_WORD.length; end += 512) {
      expect(await outcome(OLD_WORD.subarray(0, end)), `${end}`).toBe('truncated');
    }
  });

  it.each(['plan.html', 'plan.txt'] as const)('is read up to where it ends: %s', async (name) => {
    const whole = FILES[name];
    for (let end = 1; end < whole.length; end += 7) await outcome(whole.subarray(0, end), name);
  });
});
