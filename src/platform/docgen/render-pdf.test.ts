import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { samplePaper } from './paper.fixtures.ts';
import type { Paper, PaperTable } from './paper.ts';
import { renderPdf } from './render-pdf.ts';

interface PdfPage {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Roles of the structure that assistive technology follows; of the first pages only. */
  readonly roles: ReadonlySet<string>;
}

interface ReadPdf {
  readonly pages: readonly PdfPage[];
  readonly isTagged: boolean;
  readonly xmp: string;
  readonly title: unknown;
}

const STRUCTURED_PAGES = 2;

async function pdfOf(paper: Paper): Promise<Uint8Array> {
  const result = await renderPdf(paper);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.pdf;
}

async function read(paper: Paper): Promise<ReadPdf> {
  const bytes = await pdfOf(paper);
  const xmp = /<x:xmpmeta.*?<\/x:xmpmeta>/s.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? '';
  const task = getDocument({ data: bytes, verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
    // Looking up the structure of one page costs as much as the whole document holds.
    const roles = rolesOf(number <= STRUCTURED_PAGES ? await page.getStructTree() : {});
    pages.push({ text: text.replace(/\s+/g, ' '), width, height, roles });
  }
  const [mark, metadata] = await Promise.all([document.getMarkInfo(), document.getMetadata()]);
  await task.destroy();
  const info = metadata.info as { Title?: unknown };
  return { pages, isTagged: (mark as { Marked?: boolean } | null)?.Marked === true, xmp, title: info.Title };
}

function rolesOf(node: unknown): Set<string> {
  const { role, children } = node as { role?: string; children?: unknown[] };
  return new Set([...(role ? [role] : []), ...(children ?? []).flatMap((child) => [...rolesOf(child)])]);
}

const points = (mm: number): number => (mm / 25.4) * 72;

describe('a paper as a PDF', () => {
  it('is an archive file, tagged and titled', async () => {
    const { isTagged, xmp, title, pages } = await read(samplePaper());
    expect(isTagged).toBe(true);
    expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(xmp).toMatch(/<dc:language>.*vi/s);
    expect(title).toBe('Kế hoạch trồng cây năm 2026');
    expect([...(pages[0]?.roles ?? [])]).toEqual(expect.arrayContaining(['H1', 'H2', 'P']));
    expect([...(pages[1]?.roles ?? [])]).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD']));
  });

  it('carries all its fonts', async () => {
    const raw = Buffer.from(await pdfOf(samplePaper())).toString('latin1');
    const fonts = new Set(
      [...raw.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+(Tinos[-\w]*)/g)].map(([, name]) => name),
    );
    expect(fonts).toEqual(new Set(['Tinos', 'Tinos-Bold', 'Tinos-Italic', 'Tinos-BoldItalic']));
  });

  it("holds several papers in one file, each with page numbers of its own and the first one's name", async () => {
    const long = Array.from({ length: 60 }, (_, n) => ({
      kind: 'paragraph' as const,
      words: `Đoạn ${n}. ${'Rất dài. '.repeat(20)}`,
    }));
    const cover = samplePaper({ title: 'Danh mục', body: [], annexes: [] });
    const other = samplePaper({ number: 'Số: 99/KH-UBND', body: long, annexes: [] });
    const result = await renderPdf(cover, other, samplePaper({ annexes: [] }));
    if (!result.ok) throw new Error(result.detail);
    const document = await getDocument({ data: result.pdf, verbosity: 0 }).promise;
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const content = await (await document.getPage(number)).getTextContent();
      texts.push(
        content.items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' ')
          .trim(),
      );
    }
    const begins = texts.flatMap((text, page) => (text.includes('CỘNG HÒA') ? [page] : []));
    expect(begins).toEqual([0, 1, texts.length - 1]);
    expect(texts[1]).toContain('99/KH-UBND');
    expect(texts.slice(2, -1).map((text) => /^\d+/.exec(text)?.[0])).toEqual(
      texts.slice(2, -1).map((_, at) => String(at + 2)),
    );
    const metadata = await document.getMetadata();
    expect((metadata.info as { Title?: unknown }).Title).toBe('Danh mục');
    await document.destroy();
  });

  it('turns the sheet for a landscape annex and says every part of the paper', async () => {
    const { pages } = await read(samplePaper());
    expect(pages).toHaveLength(2);
    const [main, annex] = pages;
    expect([main?.width, main?.height]).toEqual([
      expect.closeTo(points(210), 1),
      expect.closeTo(points(297), 1),
    ]);
    expect([annex?.width, annex?.height]).toEqual([
      expect.closeTo(points(297), 1),
      expect.closeTo(points(210), 1),
    ]);
    for (const part of [
      'ỦY BAN NHÂN DÂN TỈNH BẮC NINH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 12/KH-UBND',
      'Đồng Kỳ, ngày 26 tháng 01 năm 2026',
      'HỎA TỐC',
      'KẾ HOẠCH',
      'VIỆC CHUNG',
      'Điều 1. Phạm vi điều chỉnh',
      'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn An',
      '- Lưu: VT.',
    ])
      expect(main?.text).toContain(part);
    expect(annex?.text).toContain('DANH MỤC CÔNG VIỆC');
    expect(annex?.text).toContain('LÀM ĐẤT');
  });

  it('numbers pages from the second of each part and repeats the header of a table', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => row(`Việc số ${index + 1}`));
    const { pages } = await read(withRows([row('Tên việc'), ...rows], 1));
    const annex = pages.slice(1);
    expect(annex.length).toBeGreaterThan(1);
    expect(annex.every((page) => page.text.includes('Tên việc'))).toBe(true);
    expect(annex.map((page) => /^\s*(\d+) /.exec(page.text)?.[1])).toEqual([
      undefined,
      ...annex.slice(1).map((_, index) => String(index + 2)),
    ]);
  });
});

describe('hostile words in a PDF', () => {
  it('prints markup of the typesetter as it stands', async () => {
    const words =
      '#import "x": * *đậm* _nghiêng_ $x^2$ `mã` @nguồn <nhãn> \\ // /* = #panic("x") https://a.vn';
    const { pages } = await read(samplePaper({ body: [{ kind: 'paragraph', words }] }));
    expect(pages[0]?.text).toContain(words);
  });

  it('puts a box for letters that the fonts lack and leaves out what cannot be seen', async () => {
    const words = 'trước\ufeff\u0000\u202e 😀 中 \uf00a sau';
    const { pages } = await read(samplePaper({ body: [{ kind: 'paragraph', words }] }));
    expect(pages[0]?.text).toContain('trước □ □ □ sau');
  });

  it('breaks a word without end inside its column', async () => {
    const { pages } = await read(withRows([row('dài'.repeat(400))]));
    const text = pages[1]?.text.replace(/[\s\u200b]/g, '');
    expect(text).toContain('dài'.repeat(400));
  });

  it('holds empty fields', async () => {
    const empty = samplePaper({
      title: '',
      issuer: '',
      number: '',
      placeAndDate: '',
      subject: '',
      bases: [''],
      body: [{ kind: 'paragraph', words: '' }],
    });
    expect((await read(empty)).pages.length).toBeGreaterThan(0);
  });

  it('holds two thousand rows with a cell merged over all', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => ({
      cells: [
        { words: String(index + 1) },
        { words: `Việc ${index + 1}` },
        ...(index === 0 ? [{ words: 'Cả năm', rowSpan: 2_000 }] : []),
      ],
    }));
    const { pages } = await read(withRows(rows));
    const text = pages.map((page) => page.text).join(' ');
    expect(text.match(/Việc \d+/g)).toHaveLength(2_000);
  });

  it('answers with a reason when a paper cannot be set', async () => {
    const impossible = withRows([{ cells: [{ words: 'a', columnSpan: 9 }] }]);
    expect(await renderPdf(impossible)).toMatchObject({ ok: false, reason: 'failed' });
  });
});

function row(name: string): PaperTable['rows'][number] {
  return { cells: [{ words: '' }, { words: name }, { words: '' }] };
}

function withRows(rows: PaperTable['rows'], headerRows = 0): Paper {
  const paper = samplePaper();
  const annexes = paper.annexes.map((annex) => ({
    ...annex,
    body: annex.body.map((block) => (block.kind === 'table' ? { ...block, headerRows, rows } : block)),
  }));
  return { ...paper, annexes };
}
