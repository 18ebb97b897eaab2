import { describe, expect, it } from 'vitest';
import { docx, lvl, numbered, p } from './docx.fixtures.ts';
import { readDocx } from './docx.ts';

const OUTLINE = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperRoman', '%1.')}${lvl(1, 'decimal', '%2.')}${lvl(2, 'lowerLetter', '%3)')}</w:abstractNum>`;

function list(id: number, family: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${family}"/>${more}</w:num>`;
}

/** Labels of paragraphs on the given levels of the given lists, as [list, level]. */
function labels(numbering: string, places: readonly (readonly [number, number])[], styles = ''): string[] {
  const body = places.map(([id, level]) => p('x', numbered(id, level))).join('');
  return readDocx(docx({ body, numbering, styles })).lines.map((line) => line.replace(/ ?x$/, ''));
}

describe('automatic numbers', () => {
  it('count each level and start deeper ones anew', () => {
    const places = [
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 2],
      [1, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ] as const;
    expect(labels(OUTLINE + list(1, 0), places)).toEqual(['I.', '1.', '2.', 'a)', 'b)', 'II.', '1.', 'a)']);
  });

  it('stand apart from the text, with their level', () => {
    const { blocks } = readDocx(docx({ body: p('x', numbered(1, 2)), numbering: OUTLINE + list(1, 0) }));
    expect(blocks).toEqual([{ kind: 'paragraph', text: 'x', line: 1, label: 'a)', level: 2 }]);
  });

  it('spell out the numbers above, in plain digits where the list is a legal one', () => {
    const legal = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperRoman', 'Phần %1')}${lvl(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>`;
    expect(
      labels(legal + list(1, 0), [
        [1, 0],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(['Phần I', 'Phần II', '2.1']);
  });

  it('go on in a second list of the same family, unless it overrides its start', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = OUTLINE + list(1, 0) + list(2, 0) + list(3, 0, override);
    expect(
      labels(numbering, [
        [1, 0],
        [2, 0],
        [3, 0],
        [3, 0],
        [1, 0],
      ]),
    ).toEqual(['I.', 'II.', 'V.', 'VI.', 'VII.']);
  });

  it('never restart where the list says so', () => {
    const steady = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperLetter', '%1')}${lvl(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>`;
    expect(
      labels(steady + list(1, 0), [
        [1, 0],
        [1, 1],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(['A', '1', 'B', '2']);
  });

  it('show bullets as text and nothing for "none"', () => {
    const marks = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'bullet', '-')}${lvl(1, 'bullet', '\uf0b7')}${lvl(2, 'none', '')}</w:abstractNum>`;
    expect(
      labels(marks + list(1, 0), [
        [1, 0],
        [1, 1],
        [1, 2],
      ]),
    ).toEqual(['-', '•', '']);
  });

  it('come through a paragraph style, on the level that the list keeps for it', () => {
    const family = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperRoman', '%1.')}${lvl(1, 'decimal', '%2.', '<w:pStyle w:val="H2"/>')}</w:abstractNum>`;
    const styles =
      '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = p('x', '<w:pStyle w:val="H2"/>') + p('y', '<w:pStyle w:val="H2"/>');
    const off = p('z', '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const source = readDocx(docx({ body: body + off, numbering: family + list(1, 0), styles }));
    expect(source.lines).toEqual(['1. x', '2. y', 'z']);
  });

  it('come through a list style', () => {
    const linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="S"/></w:abstractNum>';
    const styles =
      '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(
      labels(
        OUTLINE + linked + list(1, 0) + list(2, 7),
        [
          [2, 0],
          [2, 1],
        ],
        styles,
      ),
    ).toEqual(['I.', '1.']);
  });

  it('go past z with doubled letters', () => {
    const family = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="26"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>`;
    expect(
      labels(family + list(1, 0), [
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
    ).toEqual(['z', 'aa', 'bb']);
  });

  it('are nothing where the list is unknown', () => {
    expect(
      labels(OUTLINE + list(1, 0), [
        [9, 0],
        [1, 8],
      ]),
    ).toEqual(['', '']);
  });
});
