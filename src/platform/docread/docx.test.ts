import { describe, expect, it } from 'vitest';
import type { Paragraph, Table } from './document.ts';
import { docx, docxTexts, numbered, p, r, tbl, tc, tr, zipOf } from './docx.fixtures.ts';
import { readDocx } from './docx.ts';

function paragraphs(body: string): Paragraph[] {
  return readDocx(docx(body)).blocks.filter((block) => block.kind === 'paragraph');
}

function texts(body: string): string[] {
  return paragraphs(body).map(({ text }) => text);
}

describe('paragraphs', () => {
  it('keep their order and their lines, empty ones only their line', () => {
    const { blocks, lines } = readDocx(docx(p('Một') + p('') + p('Hai')));
    expect(lines).toEqual(['Một', '', 'Hai']);
    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'Một', line: 1 },
      { kind: 'paragraph', text: 'Hai', line: 3 },
    ]);
  });

  it('are NFC with folded white space and without invisible marks', () => {
    const nbsp = '\u00a0';
    const tab = '<w:r><w:tab/></w:r>';
    const hyphens = '<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>';
    const run =
      r(`Ke\u0302\u0301 ${nbsp} hoa\u0323ch\u00ad`) + tab + r('UBND') + hyphens + r('x &amp; y\u200b');
    expect(texts(`<w:p>${run}</w:p>`)).toEqual(['Kế hoạch UBND-x & y']);
  });

  it('are read inside content controls, links, smart tags, field results and insertions', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText><w:t>hidden</w:t></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('e')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const held = `<w:hyperlink>${r('a')}</w:hyperlink><w:smartTag>${r('b')}</w:smartTag><w:fldSimple w:instr="X">${r('c')}</w:fldSimple><w:sdt><w:sdtContent>${r('d')}</w:sdtContent></w:sdt>${field}<w:ins>${r('f')}</w:ins>`;
    expect(texts(`<w:sdt><w:sdtPr/><w:sdtContent><w:p>${held}</w:p></w:sdtContent></w:sdt>`)).toEqual([
      'abcdef',
    ]);
  });

  it('lose nothing to a field that never ends', () => {
    const open = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>';
    expect(texts(open + p('still here'))).toEqual(['still here']);
  });

  it('accept tracked changes', () => {
    const gone = `<w:del>${r('old')}<w:r><w:delText>older</w:delText></w:r></w:del><w:moveFrom>${r('away')}</w:moveFrom>`;
    const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('first ')}</w:p>${p('second', '<w:jc w:val="center"/>')}`;
    expect(texts(`<w:p>${r('kept ')}${gone}<w:ins>${r('new')}</w:ins></w:p>`)).toEqual(['kept new']);
    expect(paragraphs(joined)).toEqual([
      { kind: 'paragraph', text: 'first second', line: 1, align: 'center' },
    ]);
  });

  it('leave out hidden text', () => {
    expect(texts(`<w:p>${r('seen')}${r('unseen', '<w:vanish/>')}</w:p>`)).toEqual(['seen']);
  });

  it('read a text box once, after the paragraph that holds it', () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const drawing = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('new')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('old')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(texts(`<w:p>${r('anchor')}<w:r>${drawing}</w:r></w:p>`)).toEqual(['anchor', 'new']);
  });

  it('split at a soft break only before a new item', () => {
    const broken = `<w:p>${r('Nơi nhận:')}<w:r><w:br/></w:r>${r('- Như trên;')}<w:r><w:br/></w:r>${r('và Lưu')}</w:p>`;
    expect(texts(broken)).toEqual(['Nơi nhận:', '- Như trên; và Lưu']);
  });

  it('keep the signs of picture fonts', () => {
    const sign = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    const run = sign('Symbol', 'F0B3') + r(' 90%') + sign('Wingdings', 'F0FC');
    expect(texts(`<w:p>${run}</w:p>`)).toEqual(['≥ 90%✓']);
    expect(texts(`<w:p>${r('\uf0b3 90%\uf020\uf0fc')}</w:p>`)).toEqual(['≥ 90% ✓']);
  });
});

describe('looks', () => {
  it('come from runs, from styles and from what styles are based on', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="C"><w:rPr><w:b w:val="0"/></w:rPr></w:style>';
    const body =
      p('x', '<w:pStyle w:val="B"/>') +
      `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>${r('y', '<w:rStyle w:val="C"/>')}</w:p>`;
    expect(readDocx(docx({ body, styles })).blocks).toEqual([
      { kind: 'paragraph', text: 'x', line: 1, level: 1, bold: true, italic: true, align: 'center' },
      { kind: 'paragraph', text: 'y', line: 2, level: 1, italic: true, align: 'center' },
    ]);
  });

  it('are bold only where every visible run is', () => {
    const half = `<w:p>${r('a', '<w:b/>')}${r('b')}</w:p>`;
    const whole = `<w:p>${r('a', '<w:b/>')}${r(' ')}${r('b', '<w:b w:val="true"/>')}</w:p>`;
    expect(paragraphs(half + whole).map(({ bold }) => bold)).toEqual([undefined, true]);
  });

  it('survive styles based on each other in a circle', () => {
    const style = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`;
    const body = p('x', '<w:pStyle w:val="A"/>');
    expect(readDocx(docx({ body, styles: style('A', 'B') + style('B', 'A') })).lines).toEqual(['x']);
  });
});

describe('tables', () => {
  const table = (body: string) =>
    readDocx(docx(body)).blocks.find((block): block is Table => block.kind === 'table');

  it('keep their grid: spans, merges, missing cells, header rows', () => {
    const merge = (value: string) => `<w:vMerge${value}/>`;
    const read = table(
      tbl(
        tr([tc('TT'), tc('Việc', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
        tr([tc('1', merge(' w:val="restart"')), tc('a'), tc('b')]),
        tr([tc('ghost', merge('')), tc('c'), tc('d')]),
        tr([tc('e')], '<w:gridBefore w:val="2"/>'),
      ),
    );
    const cell = (text: string, column: number, columnSpan = 1, continuesAbove = false) => ({
      text,
      column,
      columnSpan,
      continuesAbove,
    });
    expect(read).toEqual({
      kind: 'table',
      line: 1,
      width: 3,
      rows: [
        { line: 1, header: true, cells: [cell('TT', 0), cell('Việc', 1, 2)] },
        { line: 2, cells: [cell('1', 0), cell('a', 1), cell('b', 2)] },
        { line: 3, cells: [cell('', 0, 1, true), cell('c', 1), cell('d', 2)] },
        { line: 4, cells: [cell('e', 2)] },
      ],
    });
  });

  it('give one line for each row, a space for each line end in a cell', () => {
    const { lines } = readDocx(docx(p('x') + tbl(tr([tc(p('a') + p('b')), tc('')]), tr([tc('c'), tc('d')]))));
    expect(lines).toEqual(['x', 'a b\t', 'c\td']);
  });

  it('join the paragraphs of a cell with line feeds, automatic numbers included', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const body = tbl(
      tr([tc(p('', numbered(1))), tc(p('a') + p('b'))]),
      tr([tc(p('', numbered(1))), tc('c')]),
    );
    expect(readDocx(docx({ body, numbering })).lines).toEqual(['1.\ta b', '2.\tc']);
  });

  it('join legacy horizontal merges and drop deleted rows', () => {
    const merged = tr([tc('a', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('b')]);
    const read = table(tbl(merged, tr([tc('gone')], '<w:del/>')));
    expect(read?.rows).toHaveLength(1);
    expect(read?.rows[0]?.cells).toMatchObject([
      { text: 'a', columnSpan: 2 },
      { text: 'b', column: 2 },
    ]);
  });

  const inner = tbl(tr([tc('x'), tc('y')]), tr([tc('z'), tc('')])) + p('');

  it('take a table inside a cell as text', () => {
    expect(readDocx(docx(tbl(tr([tc('a'), tc(inner)])))).lines).toEqual(['a\tx | y z | ']);
  });

  it('let what a layout table frames stand on its own, in its place', () => {
    const alone = readDocx(
      docx(tbl(tr([tc('a'), tc('b')]), tr([tc(p('head') + inner), tc('')]), tr([tc('c')]))),
    );
    expect(alone.lines).toEqual(['a\tb', 'head', 'x\ty', 'z\t', 'c']);
    expect(alone.blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table', 'table']);
    const list = tbl(...Array.from({ length: 3 }, () => tr([tc('x'), tc('y'), tc('z')])));
    expect(readDocx(docx(tbl(tr([tc('margin'), tc(list)])))).lines).toEqual([
      'margin',
      'x\ty\tz',
      'x\ty\tz',
      'x\ty\tz',
    ]);
  });

  it('leave out hidden rows', () => {
    expect(readDocx(docx(tbl(tr([tc('a')]), tr([tc('b')], '<w:hidden/>')))).lines).toEqual(['a']);
  });

  it('are found under row and cell content controls', () => {
    const wrap = (content: string) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(readDocx(docx(tbl(wrap(tr([wrap(tc('a')), tc('b')]))))).lines).toEqual(['a\tb']);
  });
});

describe('notes', () => {
  it('follow the body in the order of their references', () => {
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}${p('more')}</w:footnote>`;
    const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body = `<w:p>${r('a')}${mark(2)}${mark(1)}</w:p>`;
    const source = readDocx(
      docx({ body, footnotes: note(0, 'separator') + note(1, 'one') + note(2, 'two') }),
    );
    expect(source.lines).toEqual(['a', '[1] two', 'more', '[2] one', 'more']);
    expect(source.blocks[1]).toEqual({ kind: 'paragraph', text: 'two', line: 2, note: true, label: '[1]' });
  });
});

describe('packages', () => {
  it('are read whatever prefixes the writing program chose', () => {
    const files = docxTexts({ body: p('x') });
    const renamed = (files['word/document.xml'] ?? '')
      .replaceAll('w:', 'ns0:')
      .replace('xmlns:w=', 'xmlns:ns0=');
    expect(readDocx(zipOf({ ...files, 'word/document.xml': renamed })).lines).toEqual(['x']);
  });

  it('are read in UTF-16', () => {
    const files = docxTexts({ body: p('Kế hoạch') });
    const utf16 = Buffer.from(`\ufeff${files['word/document.xml']?.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(readDocx(zipOf({ ...files, 'word/document.xml': utf16 })).lines).toEqual(['Kế hoạch']);
  });

  it('are found by relationship, not by habit', () => {
    const { 'word/document.xml': main = '', ...files } = docxTexts({ body: p('x') });
    const moved = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, text.replaceAll('word/document.xml', 'w/main.xml')]),
    );
    expect(readDocx(zipOf({ ...moved, 'w/main.xml': main })).lines).toEqual(['x']);
  });
});
