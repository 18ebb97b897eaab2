import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '#platform/docread/read-source.ts';
import { samplePaper } from './paper.fixtures.ts';
import type { Paper, PaperTable } from './paper.ts';
import { renderDocx } from './render-docx.ts';

async function parts(paper: Paper): Promise<Record<string, string>> {
  const files = unzipSync(await renderDocx(paper));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

async function documentXml(paper: Paper): Promise<string> {
  return (await parts(paper))['word/document.xml'] ?? '';
}

function paragraphWith(xml: string, text: string): string {
  return xml.match(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)?.find((one) => one.includes(text)) ?? '';
}

function styleOf(styles: string, id: string): string {
  return new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
}

/** Millimetres in the unit of Word. */
const mm = (length: number): number => Math.round((length / 25.4) * 1440);

async function linesOf(paper: Paper): Promise<readonly string[]> {
  return (await readSource(await renderDocx(paper), 'paper.docx')).lines;
}

describe('a paper as a Word file', () => {
  it('lays out both parts by the sheet and margins of the rules', async () => {
    const sections = (await documentXml(samplePaper())).match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    expect(sections).toHaveLength(2);
    for (const section of sections) {
      const margins: unknown = Object.fromEntries(
        [...section.matchAll(/w:(top|right|bottom|left)="(\d+)"/g)].map(([, side, size]) => [
          side,
          Number(size),
        ]),
      );
      expect(margins).toMatchObject({ top: mm(20), right: mm(15), bottom: mm(20), left: mm(30) });
    }
    expect(sections[0]).toContain(`<w:pgSz w:w="${mm(210)}" w:h="${mm(297)}" w:orient="portrait"/>`);
    expect(sections[1]).toContain(`<w:pgSz w:w="${mm(297)}" w:h="${mm(210)}" w:orient="landscape"/>`);
  });

  it('numbers the pages of each part from 1 and hides the number of its first page', async () => {
    const files = await parts(samplePaper());
    const sections = files['word/document.xml']?.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    for (const section of sections) {
      expect(section).toContain('<w:titlePg/>');
      expect(section).toContain('<w:pgNumType w:start="1" w:fmt="decimal"/>');
    }
    const headers = Object.entries(files).filter(([path]) => /^word\/header\d+\.xml$/.test(path));
    expect(headers.filter(([, xml]) => xml.includes('PAGE'))).toHaveLength(2);
    expect(headers.filter(([, xml]) => !xml.includes('PAGE'))).toHaveLength(2);
  });

  it('sets each element in the type of the rules', async () => {
    const styles = (await parts(samplePaper()))['word/styles.xml'] ?? '';
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styleOf(styles, 'Paper-nation')).toMatch(/<w:b\/>.*<w:sz w:val="24"\/>/s);
    expect(styleOf(styles, 'Paper-body')).toMatch(
      /w:val="both".*<w:b w:val="false"\/>.*<w:sz w:val="28"\/>/s,
    );
    expect(styleOf(styles, 'Paper-placeAndDate')).toMatch(/<w:i\/>.*<w:sz w:val="26"\/>/s);
    expect(styleOf(styles, 'Paper-recipient')).toContain('<w:sz w:val="22"/>');
  });

  it('prints the national heading beside the issuing body, without lines around them', async () => {
    const xml = await documentXml(samplePaper());
    const heading = xml.slice(xml.indexOf('<w:tbl>'), xml.indexOf('</w:tbl>'));
    expect(heading).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(heading).toContain('ỦY BAN NHÂN DÂN TỈNH BẮC NINH');
    expect(heading).toContain('<w:insideV w:val="none"');
    expect(heading.match(/<w:top w:val="single"[^>]*w:sz="6"/g)).toHaveLength(2);
    expect(heading).toContain('HỎA TỐC');
  });

  it('centres parts, chapters and sections with their titles in capitals, and marks them as headings', async () => {
    const xml = await documentXml(samplePaper());
    for (const [label, title] of [
      ['Phần I', 'VIỆC CHUNG'],
      ['Chương I', 'PHẠM VI'],
      ['Mục 1', 'ĐỐI TƯỢNG'],
      ['Tiểu mục 1', 'THÔN, BẢN'],
    ] as const) {
      expect(paragraphWith(xml, label)).toMatch(/Paper-(?:chapter|section).*<w:outlineLvl/s);
      expect(paragraphWith(xml, `>${title}<`)).toMatch(/Paper-(?:chapter|section)/);
    }
    expect(paragraphWith(xml, 'Khoản thứ nhất.')).not.toContain('outlineLvl');
    expect(paragraphWith(xml, 'MỤC ĐÍCH, YÊU CẦU')).toContain('<w:outlineLvl w:val="0"/>');
  });

  it('repeats the header row, keeps rows whole and merges cells both ways', async () => {
    const xml = await documentXml(samplePaper());
    const table = xml.slice(xml.lastIndexOf('<w:tbl>'), xml.lastIndexOf('</w:tbl>'));
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows).toHaveLength(4);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false]);
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(rows[1]).toContain('<w:gridSpan w:val="2"/>');
    expect(rows[2]).toContain('<w:vMerge w:val="restart"/>');
    expect(rows[3]).toContain('<w:vMerge w:val="continue"/>');
    expect(rows[2]).toContain('<w:jc w:val="center"/>');
  });

  it('puts the dashes of several addressees under the colon of their label', async () => {
    const xml = await documentXml(
      samplePaper({
        body: [{ kind: 'addressees', label: 'Kính gửi:', names: ['Phòng Kinh tế', 'Văn phòng'] }],
      }),
    );
    const label = paragraphWith(xml, 'Kính gửi:');
    const room = mm(210 - 30 - 15);
    const right = Number(/w:right="(\d+)"/.exec(label)?.[1]);
    expect(label).toContain('<w:jc w:val="right"/>');
    for (const line of ['- Phòng Kinh tế;', '- Văn phòng.']) {
      const [, left, hanging] = /w:left="(\d+)" w:hanging="(\d+)"/.exec(paragraphWith(xml, line)) ?? [];
      // The dash begins within the colon, which is less than two millimetres wide.
      const dashAt = Number(left) - Number(hanging);
      expect(dashAt).toBeGreaterThan(room - right - mm(2));
      expect(dashAt).toBeLessThan(room - right);
    }
  });

  it('lets a row that is longer than half a page break', async () => {
    const long = { cells: [{ words: 'Rất dài. '.repeat(300) }, { words: '' }, { words: '' }] };
    const xml = await documentXml(withRows([long]));
    const row = /<w:tr>(?:(?!<w:tr>).)*Rất dài.*?<\/w:tr>/s.exec(xml)?.[0] ?? '';
    expect(row).not.toContain('<w:cantSplit/>');
  });

  it('reads back as it was said', async () => {
    const lines = await linesOf(samplePaper());
    expect(lines.join('\n')).toContain('I. MỤC ĐÍCH, YÊU CẦU');
    expect(lines.join('\n')).toContain('Trồng 1.000 cây');
    expect(lines).toContain('1\tĐào hố\tTháng 01');
  });
});

describe('hostile words in a Word file', () => {
  it('leaves out what XML cannot hold and keeps the rest', async () => {
    const words = 'trước\u0000\u0008\u001b\ud800\ufffe sau <w:b/> & "]]>" \u202e😀';
    const lines = await linesOf(samplePaper({ body: [{ kind: 'paragraph', words }] }));
    expect(lines.some((line) => line.startsWith('trước sau <w:b/> & "]]>"') && line.includes('😀'))).toBe(
      true,
    );
  });

  it('breaks lines at every kind of line end', async () => {
    const xml = await documentXml(
      samplePaper({ body: [{ kind: 'paragraph', words: 'một\r\nhai\u2028ba\rbốn' }] }),
    );
    const paragraph = paragraphWith(xml, 'bốn');
    expect(paragraph.match(/<w:br\/>/g)).toHaveLength(3);
  });

  it('holds empty fields and a word without end', async () => {
    const word = 'x'.repeat(5_000);
    const paper = withRows([{ cells: [{ words: '' }, { words: word }, { words: '' }] }]);
    const lines = await linesOf({ ...paper, number: '', placeAndDate: '', subject: '', bases: [] });
    expect(lines.some((line) => line.includes(word))).toBe(true);
  });

  it('holds two thousand rows with a cell merged over all', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => ({
      cells: [
        { words: String(index + 1) },
        { words: `Việc ${index + 1}` },
        ...(index === 0 ? [{ words: 'Cả năm', rowSpan: 2_000 }] : []),
      ],
    }));
    const lines = await linesOf(withRows(rows));
    expect(lines.filter((line) => /Việc \d+/.test(line))).toHaveLength(2_000);
  });
});

function withRows(rows: PaperTable['rows']): Paper {
  const paper = samplePaper();
  const annexes = paper.annexes.map((annex) => ({
    ...annex,
    body: annex.body.map((block) => (block.kind === 'table' ? { ...block, headerRows: 0, rows } : block)),
  }));
  return { ...paper, annexes };
}
