import type { AnnexRow } from './annex-rows.ts';
import { quarterPeriod } from './calendar-days.ts';
import { type ColumnRole, TICK } from './column-words.ts';
import type { Column } from './column-role.ts';
import { columnOf } from './columns.ts';
import { readDue } from './deadline.ts';
import { type PlanYears, quartersDue, soleYear } from './due-parts.ts';
import { bare } from './letters.ts';
import type { Due, ReadTask } from './plan-reading.ts';
import { splitResponsible } from './responsible-cell.ts';
import { readUnits, type UnitsRead } from './unit-name.ts';

/** A task with what of its row could not be read, for the doubts. */
export interface TaskRead {
  task: ReadTask;
  unknownUnits: string[];
  wholeDue: boolean;
}

const OBJECTIVE_PREFIX = /^muc tieu\s*\d{1,2}(?:\.\d{1,2})?\s*[.:)-]\s*/;

/** Turns a mended row into a task: texts by column, units in canonical spelling, the deadline read. */
export function readTaskRow(
  row: AnnexRow,
  columns: readonly Column[],
  years: PlanYears,
  level: string,
): TaskRead {
  const text = (role: ColumnRole): string | null => {
    const column = columnOf(columns, role);
    return (column < 0 ? '' : (row.cells[column]?.text ?? '')) || null;
  };
  const { lead, coordinators } = unitsOf(text, level);
  const phrase = duePhrase(row, columns, text);
  const due = tickedDue(row, columns, years) ?? readDue(phrase ?? '', years);
  const taskText = text('task');
  const prefix = OBJECTIVE_PREFIX.exec(bare(taskText ?? ''));
  return {
    task: {
      seq: row.seq,
      section: row.section,
      objective: text('objective'),
      task: prefix ? (taskText?.slice(prefix[0].length) ?? null) : taskText,
      activity: text('activity'),
      product: text('product'),
      chair_leader: text('chair_leader'),
      lead: lead.units,
      coordinators: coordinators.units,
      due_text: phrase,
      due: due?.due ?? null,
      note: text('note'),
      line: row.line,
      doubts: [...row.doubts],
    },
    unknownUnits: [...lead.unknown, ...coordinators.unknown],
    wholeDue: due?.whole ?? true,
  };
}

function unitsOf(
  text: (role: ColumnRole) => string | null,
  level: string,
): { lead: UnitsRead; coordinators: UnitsRead } {
  const both = text('lead-and-coordinators');
  const split = splitResponsible(both ?? text('lead') ?? '', both !== null);
  return {
    lead: readUnits(split.lead, level),
    coordinators: readUnits(`${split.coordinators}\n${text('coordinators') ?? ''}`, level),
  };
}

/** The deadline as printed: one column, a start with an end, or the titles of the ticked quarters. */
function duePhrase(
  row: AnnexRow,
  columns: readonly Column[],
  text: (role: ColumnRole) => string | null,
): string | null {
  const start = text('start');
  const end = text('end');
  if (start !== null || end !== null) return [start, end].filter((part) => part !== null).join(' - ');
  const ticked = tickedColumns(row, columns);
  if (ticked.length > 0) {
    const name = columns[columnOf(columns, 'quarter')] ? 'Quý' : 'Tháng';
    return `${name} ${ticked.map((column) => (name === 'Quý' ? ROMAN_QUARTERS[column.number ?? 0] : column.number)).join(', ')}`;
  }
  return text('due');
}

const ROMAN_QUARTERS = ['', 'I', 'II', 'III', 'IV'];

function tickedColumns(row: AnnexRow, columns: readonly Column[]): Column[] {
  return columns.filter((column, index) => {
    const cell = row.cells[index]?.text ?? '';
    return (
      (column.role === 'quarter' || column.role === 'month') &&
      cell !== '' &&
      (TICK.test(cell) || cell.length < 40)
    );
  });
}

function tickedDue(
  row: AnnexRow,
  columns: readonly Column[],
  years: PlanYears,
): { due: Due; whole: boolean } | null {
  const year = soleYear(years);
  const quarters = tickedColumns(row, columns).filter((column) => column.role === 'quarter');
  if (quarters.length === 0 || year === null) return null;
  return { due: quartersDue(quarters.map((column) => quarterPeriod(year, column.number ?? 1))), whole: true };
}
