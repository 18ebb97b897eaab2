import { describe, expect, it } from 'vitest';
import type { Table } from './document.ts';
import { readHtml, readHtmlFile } from './html.ts';

function lines(html: string): readonly string[] {
  return readHtml(html).lines;
}

function table(html: string): Table | undefined {
  return readHtml(html).blocks.find((block) => block.kind === 'table');
}

describe('text', () => {
  it('is what people see: blocks as paragraphs, line ends as spaces, references as letters', () => {
    expect(
      lines(
        '<div>K&#7871;\n ho&#x1EA1;ch&nbsp;&amp; b&aacute;o<p>hai<b>ba</b> <br>b&#225;&lt;</div>bốn &x; <',
      ),
    ).toEqual(['Kế hoạch & báo', 'haiba bá<', 'bốn &x; <']);
  });

  it('leaves out comments, styles, scripts, declarations, hidden and deleted parts', () => {
    const html =
      '<html><head><title>x</title><style>p{}</style></head><body><!-- a --><!--[if gte mso 9]><xml>b</xml><![endif]-->' +
      '<p>một<script>if (1 < 2) "</p>"</script><![if !supportLists]>,<![endif]> hai<span style="DISPLAY: none">c<span>d</span></span><del>e</del>' +
      '<br style="display:none">ba<o:p></o:p></p></body></html>';
    expect(lines(html)).toEqual(['một, hai ba']);
  });

  it('numbers lists, and lets an item that holds a paragraph keep its number', () => {
    const html =
      '<ol start="3"><li>c</li><li><p>d</p><p>tiếp</p><ul><li>e</li></ul></li></ol><ol type="a"><li>f<li>g</ol>h';
    expect(lines(html)).toEqual(['3. c', '4. d', 'tiếp', '- e', 'a. f', 'b. g', 'h']);
  });

  it('takes notes for notes, and their marks for no words', () => {
    const word = `<p>một<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><div id=ftn1><p><a href="#_ftnref1">[1]</a> chú</p></div>`;
    const libre = word.replaceAll('_ftnref1', 'sdfootnote1anc').replaceAll('_ftn1', 'sdfootnote1sym');
    for (const html of [word, libre]) {
      expect(lines(html)).toEqual(['một.', '[1] chú']);
      expect(readHtml(html).blocks[1]).toMatchObject({ note: true, label: '[1]' });
    }
  });

  it('survives tags that never end', () => {
    expect(lines('<p title="a>b>một')).toEqual(['b>một']);
    expect(lines('một<style>hai')).toEqual(['mộthai']);
    expect(lines('một<!-- hai')).toEqual(['một']);
    expect(lines('một</p hai')).toEqual(['một']);
    expect(lines('một<table><tr><td>a<td>b<tr><td>c')).toEqual(['một', 'a\tb', 'c']);
  });
});

describe('a table', () => {
  it('keeps merged cells on their grid', () => {
    const read = table(
      'x<table><thead><tr><th rowspan=2>TT<th colspan="2">Việc</tr><tr><td>a</td><td rowspan="3">b</td></tr></thead>' +
        '<tbody><tr><td>1</td><td>c</td></tr><tr></tr><tr><td>2</td><td>d</td></tr></tbody></table>',
    );
    const cell = (text: string, column: number, columnSpan = 1, continuesAbove = false) => ({
      text,
      column,
      columnSpan,
      continuesAbove,
    });
    expect(read?.rows).toEqual([
      { line: 2, header: true, cells: [cell('TT', 0), cell('Việc', 1, 2)] },
      { line: 3, header: true, cells: [cell('', 0, 1, true), cell('a', 1), cell('b', 2)] },
      { line: 4, cells: [cell('1', 0), cell('c', 1), cell('', 2, 1, true)] },
      { line: 5, cells: [cell('2', 0), cell('d', 1)] },
    ]);
  });

  it('lets neighbouring cells at its right edge reach down together', () => {
    const row = '<tr><td>x</td></tr>';
    const read = table(`x<table><tr><td>a<td rowspan=3>b<td rowspan=4>c</tr>${row.repeat(3)}</table>`);
    const continued = read?.rows.map(({ cells }) =>
      cells.filter(({ continuesAbove }) => continuesAbove).map(({ column }) => column),
    );
    expect(continued).toEqual([[], [1, 2], [1, 2], [2]]);
  });

  it('keeps the paragraphs, line breaks and list items of a cell apart', () => {
    const read = table(
      'x<table><tr><td><p>một</p><p>hai<br>ba</p><ul><li>bốn</li></ul></td><td>y</td></tr></table>',
    );
    expect(read?.rows[0]?.cells[0]?.text).toBe('một\nhai\nba\n- bốn');
  });

  it('inside another is text, or stands in its place where the other only frames it', () => {
    const inner = '<table><tr><td>a</td><td>b</td></tr></table>';
    expect(lines(`x<table><tr><td>1</td><td>${inner}</td></tr></table>`)).toEqual(['x', '1\ta | b']);
    expect(lines(`x<table><tr><td>trên ${inner}</td></tr></table>`)).toEqual(['x', 'trên', 'a\tb']);
  });

  it('alone is a range of a spreadsheet: its titles are paragraphs', () => {
    const html =
      '<table><tr><td colspan=3>DANH MỤC</td></tr><tr><td></td></tr><tr><td>TT</td><td>Việc</td><td>Hạn</td></tr><tr><td>1</td><td>a</td><td></td></tr></table>';
    expect(readHtml(html).blocks.map(({ kind, line }) => [kind, line])).toEqual([
      ['paragraph', 1],
      ['table', 2],
    ]);
  });
});

describe('a page from a file', () => {
  it('is read in UTF-8, UTF-16 or the encoding that it declares', () => {
    expect(readHtmlFile(Buffer.from('<html><p>Kế hoạch')).lines).toEqual(['Kế hoạch']);
    expect(readHtmlFile(Buffer.from('\ufeff<html><p>Kế hoạch', 'utf16le')).lines).toEqual(['Kế hoạch']);
    const old =
      '<html><meta http-equiv=Content-Type content="text/html; charset=windows-1258"><p>Pho\xccng h\xf4\xcc';
    expect(readHtmlFile(Buffer.from(old, 'latin1')).lines).toEqual(['Phòng hồ']);
    expect(() => readHtmlFile(Buffer.from('<html><p>\xff', 'latin1'))).toThrow('not-text');
  });

  it('is refused without words', () => {
    expect(() => readHtml('<html><p>&nbsp;</p>')).toThrow('empty');
  });
});
