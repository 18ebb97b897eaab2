import { headsUnit, longestOfficerName, longestTitle } from '../officer/officer.ts';
import { foldName } from '../set-up/place.ts';
import { longestUnitName } from '../unit/unit.ts';

/** An office that is larger enters its list in parts. */
export const mostRows = 500;
export const mostBytes = 1024 * 1024;

/** What a column of a list can say of an officer. */
const columnNames = ['fullName', 'positionTitle', 'unitName', 'isHead'] as const;
export type ColumnName = (typeof columnNames)[number];

/** How heads of columns begin, folded; the longer beginning wins. */
const heads: readonly (readonly [string, ColumnName])[] = [
  ['ho va ten', 'fullName'],
  ['ho ten', 'fullName'],
  ['ten can bo', 'fullName'],
  ['can bo', 'fullName'],
  ['full name', 'fullName'],
  ['name', 'fullName'],
  ['chuc vu', 'positionTitle'],
  ['chuc danh', 'positionTitle'],
  ['vi tri', 'positionTitle'],
  ['position', 'positionTitle'],
  ['title', 'positionTitle'],
  ['don vi', 'unitName'],
  ['phong', 'unitName'],
  ['bo phan', 'unitName'],
  ['noi cong tac', 'unitName'],
  ['unit', 'unitName'],
  ['truong don vi', 'isHead'],
  ['dung dau', 'isHead'],
  ['nguoi dung dau', 'isHead'],
  ['head', 'isHead'],
];

/** A line of the list as it was written, with its number in the list. */
export interface WrittenRow extends Readonly<Record<ColumnName, string>> {
  readonly number: number;
}

export type RowProblem =
  | 'no-name'
  | 'too-long'
  | 'formula'
  | 'no-unit'
  | 'unit-collective'
  | 'unit-ended'
  | 'doubled'
  | 'in-office';

/** A line with what would become of it. */
export interface CheckedRow {
  readonly number: number;
  readonly fullName: string;
  readonly positionTitle: string;
  readonly unitName: string;
  readonly isHead: boolean;
  /** The office has no unit of this name yet, and would get one. */
  readonly isNewUnit: boolean;
  readonly problem: RowProblem | undefined;
}

/** What the office has already; keys are folded names. */
export interface Standing {
  readonly units: ReadonlyMap<string, 'standing' | 'collective' | 'ended'>;
  /** `officerKey` of everybody in office. */
  readonly officers: ReadonlySet<string>;
}

/** By what an officer is known to be the same: name and unit, case and marks aside. */
export function officerKey(fullName: string, unitName: string): string {
  return `${foldName(fullName)} / ${foldName(unitName)}`;
}

/**
 * Finds the line of heads among the first ten and reads the lines below it by meaning. Where no column says who heads a
 * unit, the position does. Empty lines are passed over; undefined when no line names a full name and one more column.
 */
export function readRows(rows: readonly (readonly string[])[]): WrittenRow[] | undefined {
  for (const [index, row] of rows.slice(0, 10).entries()) {
    const columns = columnsOf(row);
    if (!columns.has('fullName') || columns.size < 2) continue;
    return rows.slice(index + 1).flatMap((cells, below): WrittenRow[] => {
      const cell = (name: ColumnName) => cleaned(cells[columns.get(name) ?? -1] ?? '');
      const written = {
        number: index + below + 2,
        fullName: cell('fullName'),
        positionTitle: cell('positionTitle'),
        unitName: cell('unitName'),
        isHead: columns.has('isHead') ? cell('isHead') : headsUnit(cell('positionTitle')) ? 'x' : '',
      };
      return written.fullName === '' && written.unitName === '' ? [] : [written];
    });
  }
  return undefined;
}

function columnsOf(row: readonly string[]): Map<ColumnName, number> {
  const found = new Map<ColumnName, number>();
  for (const [index, head] of row.entries()) {
    const folded = foldName(head);
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

/** Says of every line what would become of it. A line that names somebody in office or before it is a problem. */
export function checkRows(rows: readonly WrittenRow[], standing: Standing): CheckedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const key = officerKey(row.fullName, row.unitName);
    const unit = standing.units.get(foldName(row.unitName));
    const problem = problemOf(row, unit) ?? (seen.has(key) ? 'doubled' : undefined);
    seen.add(key);
    return {
      ...row,
      isHead: isYes(row.isHead),
      isNewUnit: unit === undefined,
      problem: problem ?? (standing.officers.has(key) ? 'in-office' : undefined),
    };
  });
}

function problemOf(
  row: WrittenRow,
  unit: 'standing' | 'collective' | 'ended' | undefined,
): RowProblem | undefined {
  if (row.fullName === '') return 'no-name';
  if ([row.fullName, row.positionTitle, row.unitName].some((text) => /^[=+\-@]/.test(text))) return 'formula';
  if (foldName(row.unitName) === '') return 'no-unit';
  if (
    row.fullName.length > longestOfficerName ||
    row.positionTitle.length > longestTitle ||
    row.unitName.length > longestUnitName
  )
    return 'too-long';
  if (unit === 'collective') return 'unit-collective';
  return unit === 'ended' ? 'unit-ended' : undefined;
}

function isYes(text: string): boolean {
  return /^(?:1|x|co|yes|y|true|dung)$/.test(foldName(text));
}
