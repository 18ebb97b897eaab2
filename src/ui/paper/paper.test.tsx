import { readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { pageLayoutOn } from '#platform/docgen/page-layout.ts';
import { samplePaper } from '#platform/docgen/paper.fixtures.ts';
import { PaperView } from './paper.tsx';

const layout = pageLayoutOn('2026-01-26');
const css = ['paper.css', 'paper-print.css'].map((name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8'),
);

describe('a paper on a page', () => {
  const root = parse(render(<PaperView paper={samplePaper()} />));

  it('has a sheet for each part, the annex on its long side', () => {
    const sheets = root.querySelectorAll('.paper-sheet');
    expect(sheets.map((sheet) => sheet.getAttribute('data-orientation'))).toEqual([undefined, 'landscape']);
  });

  it('sets each element in the type of the rules', () => {
    const nation = root.querySelectorAll('p').find(({ text }) => text === layout.nation);
    expect(nation?.attributes).toMatchObject({ 'data-pt': '12', 'data-bold': 'true' });
    const place = root.querySelectorAll('p').find(({ text }) => text.startsWith('Đồng Kỳ, ngày'));
    expect(place?.attributes).toMatchObject({ 'data-pt': '13', 'data-italic': 'true' });
  });

  it('prints capitals where the rules ask for them', () => {
    expect(root.text).toContain('ỦY BAN NHÂN DÂN\nXÃ ĐỒNG KỲ');
    expect(root.querySelector('h2')?.text).toBe('KẾ HOẠCH Trồng cây đầu xuân năm 2026 trên địa bàn xã');
  });

  it('keeps a table a table, with heads and merged cells', () => {
    const table = root.querySelector('table');
    expect(table?.querySelector('caption')?.text).toBe('Danh mục công việc');
    expect(table?.querySelectorAll('th[scope="col"]')).toHaveLength(3);
    expect(table?.querySelectorAll('td[colspan="2"], td[rowspan="2"]')).toHaveLength(2);
    const centred = table?.querySelectorAll('td[data-align="center"]').map(({ text }) => text);
    expect(centred).toEqual(['I', '1', '2']);
  });

  it('puts several addressees under their label, and one beside it', () => {
    const shown = (names: string[]) =>
      parse(
        render(
          <PaperView paper={samplePaper({ body: [{ kind: 'addressees', label: 'Kính gửi:', names }] })} />,
        ),
      );
    const many = shown(['Phòng Kinh tế', 'Văn phòng']).querySelectorAll('.paper-addressees p');
    expect(many.map(({ text }) => text)).toEqual(['Kính gửi:', '- Phòng Kinh tế;', '- Văn phòng.']);
    expect(shown(['Phòng Kinh tế']).querySelector('.paper-text[data-align]')?.text).toBe(
      'Kính gửi: Phòng Kinh tế',
    );
  });

  it('shows words as words', () => {
    const words = '<script>alert(1)</script> & "</td>"';
    const html = render(<PaperView paper={samplePaper({ body: [{ kind: 'paragraph', words }] })} />);
    expect(html).not.toContain('<script>');
    expect(parse(html).text).toContain('alert(1)');
  });
});

describe('the style sheets of a paper', () => {
  it('have the margins and indents of the rules that hold', () => {
    const { top, right, bottom, left } = layout.marginsMm;
    const margins = `${top}mm ${right}mm ${bottom}mm ${left}mm`;
    const onScreen = [top, right, bottom, left].map((side) => `calc(${side} * var(--mm))`).join(' ');
    expect(css[0]).toContain(`padding: ${onScreen};`);
    expect(css[1]?.match(new RegExp(`margin: ${margins};`, 'g'))).toHaveLength(3);
    expect(css[0]).toContain(`width: calc(${layout.widthMm} * var(--mm));`);
    expect(css[0]).toContain(`text-indent: calc(${layout.firstLineIndentMm} * var(--mm));`);
  });

  it('know every size that the rules name', () => {
    const sizes = new Set([...Object.values(layout.looks).map(({ sizePt }) => sizePt), layout.tableSizePt]);
    for (const size of sizes) expect(css[0]).toContain(`[data-pt="${size}"]`);
  });
});
