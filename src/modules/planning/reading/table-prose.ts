import type { Paragraph, Table } from '#platform/docread/document.ts';
import type { Header } from './header.ts';
import { filledColumns, type GridRow } from './grid.ts';
import { oneLine } from './letters.ts';

/** A table of layout as prose, column by column: masthead and signature are read downwards. */
export function layoutParagraphs(table: Table): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let column = 0; column < table.width; column++) {
    for (const row of table.rows) {
      const cell = row.cells.find((candidate) => candidate.column === column);
      for (const text of cell?.text.split('\n') ?? []) {
        if (text.trim() !== '') paragraphs.push({ kind: 'paragraph', text, line: row.line });
      }
    }
  }
  return paragraphs;
}

/** A table with a header that is no list of tasks, a sentence for each row: "- Báo cáo quý I; Thời hạn: 10/3". */
export function rowParagraphs(rows: readonly GridRow[], header: Header): Paragraph[] {
  return rows.slice(header.height).flatMap((row) => {
    const named = filledColumns(row).filter((column) => header.columns[column]?.role !== 'seq');
    const parts = named.map((column, index) => {
      const text = oneLine(row.cells[column]?.text ?? '');
      const title = header.columns[column]?.title ?? '';
      return index === 0 || title === '' ? text : `${title}: ${text}`;
    });
    const text = parts.join('; ');
    return text === '' ? [] : [{ kind: 'paragraph' as const, text: `- ${text}`, line: row.line[0] ?? 0 }];
  });
}
