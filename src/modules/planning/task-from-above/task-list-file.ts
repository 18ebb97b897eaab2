import { fold } from '#platform/search/folding.ts';

/** More rows than these are entered in parts. */
export const mostRows = 200;

/** What the columns of a list of tasks from above say, in the order of the template. */
export const columnNames = [
  'number',
  'on',
  'issuer',
  'abstract',
  'title',
  'product',
  'dueText',
  'due',
  'unit',
  'coordinating',
  'assignee',
  'approver',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** How heads of columns begin, folded; the longer beginning wins. */
const heads: readonly (readonly [string, ColumnName])[] = [
  ['so van ban', 'number'],
  ['so ky hieu', 'number'],
  ['number', 'number'],
  ['ngay van ban', 'on'],
  ['day of the document', 'on'],
  ['co quan ban hanh', 'issuer'],
  ['issued by', 'issuer'],
  ['trich yeu', 'abstract'],
  ['abstract', 'abstract'],
  ['ten nhiem vu', 'title'],
  ['nhiem vu', 'title'],
  ['task', 'title'],
  ['san pham', 'product'],
  ['product', 'product'],
  ['thoi han', 'dueText'],
  ['deadline', 'dueText'],
  ['ngay han', 'due'],
  ['due date', 'due'],
  ['don vi chu tri', 'unit'],
  ['lead unit', 'unit'],
  ['don vi phoi hop', 'coordinating'],
  ['coordinating', 'coordinating'],
  ['nguoi thuc hien', 'assignee'],
  ['assignee', 'assignee'],
  ['nguoi phe duyet', 'approver'],
  ['approver', 'approver'],
];

/** A line of the list as it was written, with its number in the list. */
export interface WrittenTask extends Readonly<Record<ColumnName, string>> {
  readonly line: number;
}

/**
 * Finds the line of heads among the first ten and reads the lines below it by meaning; empty lines are passed over.
 * Undefined when no line names the document and the task.
 */
export function readRows(rows: readonly (readonly string[])[]): WrittenTask[] | undefined {
  for (const [index, row] of rows.slice(0, 10).entries()) {
    const columns = columnsOf(row);
    if (!columns.has('number') || !columns.has('title')) continue;
    return rows.slice(index + 1).flatMap((cells, below): WrittenTask[] => {
      const written = columnNames.map(
        (name) => [name, cleaned(cells[columns.get(name) ?? -1] ?? '')] as const,
      );
      if (written.every(([, text]) => text === '')) return [];
      return [{ ...(Object.fromEntries(written) as Record<ColumnName, string>), line: index + below + 2 }];
    });
  }
  return undefined;
}

function columnsOf(row: readonly string[]): Map<ColumnName, number> {
  const found = new Map<ColumnName, number>();
  for (const [index, head] of row.entries()) {
    const folded = fold(head).trim();
    const [match] = heads
      .filter(([begin]) => folded === begin || folded.startsWith(`${begin} `))
      .sort(([a], [b]) => b.length - a.length);
    if (match && !found.has(match[1])) found.set(match[1], index);
  }
  return found;
}

/** One line, without the apostrophe that our own files put before a text that a spreadsheet would run. */
function cleaned(cell: string): string {
  return cell
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}
