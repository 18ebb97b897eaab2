import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block, SourceDocument, Table } from '#platform/docread/document.ts';
import { readPasted } from '#platform/docread/read-pasted.ts';
import { readSource } from '#platform/docread/read-source.ts';
import { columnName, inline, workbook } from '#platform/docread/workbook.fixtures.ts';
import { readPlan } from './read-plan.ts';
import { type Scores, scoresOf } from './score.fixtures.ts';

const PLANS = new URL('../../../../seed/plans/', import.meta.url);
const NAMES = ['dong-ky-2026', 'dan-hoa-2026', 'dai-thanh-2026-2030'];
const WITH_ANNEX = NAMES.slice(0, 2);

const sourceOf = async (file: string): Promise<SourceDocument> =>
  readSource(new Uint8Array(readFileSync(new URL(file, PLANS))), file);

/** The scores of what is read from a source, beside the reading that people made of the plan. */
function scores(source: SourceDocument, name: string): Scores {
  return scoresOf({ gold: new URL(`gold/${name}.json`, PLANS).pathname, reading: readPlan(source, name) });
}

/** The list of tasks and the three paragraphs above it, as an annex is kept in a file of its own. */
function annexOf({ blocks }: SourceDocument): { titles: string[]; table: Table } {
  const at = blocks.findIndex((block) => block.kind === 'table' && block.width > 3);
  const table = blocks[at];
  if (table?.kind !== 'table') throw new Error('the plan has no list');
  return { titles: blocks.slice(at - 3, at).map(wordsOf), table };
}

function wordsOf(block: Block): string {
  if (block.kind === 'table') return '';
  return block.label === undefined ? block.text : `${block.label} ${block.text}`;
}

/** How many rows a cell of a table reaches down. */
function heightOf(table: Table, row: number, column: number): number {
  let height = 1;
  const goesOn = (below: number): boolean =>
    table.rows[below]?.cells.some((cell) => cell.column === column && cell.continuesAbove) ?? false;
  while (goesOn(row + height)) height++;
  return height;
}

function asXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function asWorkbook(source: SourceDocument): Uint8Array {
  const { titles, table } = annexOf(source);
  const merges = titles.map((_, index) => `A${index + 1}:${columnName(table.width - 1)}${index + 1}`);
  const data = titles.map((title, index) => `<row>${inline(`A${index + 1}`, asXml(title))}</row>`);
  for (const [index, { cells }] of table.rows.entries()) {
    const number = titles.length + index + 1;
    const own = cells.filter(({ continuesAbove }) => !continuesAbove);
    data.push(
      `<row>${own.map(({ column, text }) => inline(`${columnName(column)}${number}`, asXml(text))).join('')}</row>`,
    );
    for (const { column, columnSpan } of own) {
      const corner = `${columnName(column + columnSpan - 1)}${number + heightOf(table, index, column) - 1}`;
      merges.push(`${columnName(column)}${number}:${corner}`);
    }
  }
  return workbook({ sheets: [{ data: data.join(''), merges }] });
}

function asHtml({ blocks }: SourceDocument): string {
  return blocks.map((block) => (block.kind === 'table' ? tableHtml(block) : noteOrText(block))).join('\n');
}

function noteOrText(block: Exclude<Block, Table>): string {
  const number = block.note === true ? /\d+/.exec(block.label ?? '')?.[0] : undefined;
  return number === undefined
    ? `<p class=MsoNormal>${asXml(wordsOf(block))}</p>`
    : `<p class=MsoFootnoteText><a href="#_ftnref${number}" name="_ftn${number}">[${number}]</a> ${asXml(block.text)}</p>`;
}

function tableHtml(table: Table): string {
  const rows = table.rows.map(({ cells }, index) => {
    const own = cells.filter(({ continuesAbove }) => !continuesAbove);
    const html = own.map(
      ({ column, columnSpan, text }) =>
        `<td colspan=${columnSpan} rowspan=${heightOf(table, index, column)}>${text
          .split('\n')
          .map((line) => `<p>${asXml(line)}<o:p></o:p></p>`)
          .join('')}</td>`,
    );
    return `<tr>${html.join('')}</tr>`;
  });
  return `<table class=MsoTableGrid>${rows.join('\n')}</table>`;
}

/** Text as word processors and spreadsheets copy it: cells between TABs, those of several lines in quotation marks. */
function asText({ blocks }: SourceDocument): string {
  return blocks
    .map((block) => (block.kind === 'table' ? `${rowsOf(block, quoted, '\t').join('\n')}\n` : wordsOf(block)))
    .join('\n');
}

function asMarkdown({ blocks }: SourceDocument): string {
  const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `${wordsOf(block)}\n`;
      const [head = '', ...rows] = rowsOf(block, escaped, ' | ').map((row) => `| ${row} |`);
      return [head, `${'|---'.repeat(block.width)}|`, ...rows, ''].join('\n');
    })
    .join('\n');
}

function rowsOf(table: Table, write: (text: string) => string, between: string): string[] {
  return table.rows.map(({ cells }) => {
    const texts = Array.from({ length: table.width }, () => '');
    for (const { column, text } of cells) texts[column] = write(text);
    return texts.join(between);
  });
}

function quoted(text: string): string {
  return /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

describe('the same plan in another format', () => {
  it.each(NAMES)('is read alike from an old Word file: %s', async (name) => {
    expect(scores(await sourceOf(`${name}.doc`), name).total).toBeGreaterThanOrEqual(0.98);
  });

  it.each(NAMES)('is read alike when pasted, as a page, as text or as Markdown: %s', async (name) => {
    const source = await sourceOf(`${name}.docx`);
    const pasted = [
      { html: asHtml(source), text: '' },
      { text: asText(source) },
      { text: asMarkdown(source) },
    ];
    for (const part of pasted) expect(scores(readPasted(part), name).total).toBeGreaterThanOrEqual(0.98);
  });

  it.each(WITH_ANNEX)('has the same rows in a workbook of the annex: %s', async (name) => {
    const bytes = asWorkbook(await sourceOf(`${name}.docx`));
    const { rows, fields } = scores(await readSource(bytes, 'phu-luc.xlsx'), name);
    expect(rows).toBeGreaterThanOrEqual(0.98);
    expect(fields).toBeGreaterThanOrEqual(0.98);
  });

  it.each(WITH_ANNEX)('has the same rows in cells pasted from a spreadsheet: %s', async (name) => {
    const { titles, table } = annexOf(await sourceOf(`${name}.docx`));
    const text = [
      ...titles.map((title) => title + '\t'.repeat(table.width - 1)),
      ...rowsOf(table, quoted, '\t'),
    ];
    const { rows, fields } = scores(readPasted({ text: text.join('\r\n') }), name);
    expect(rows).toBeGreaterThanOrEqual(0.98);
    expect(fields).toBeGreaterThanOrEqual(0.98);
  });
});
