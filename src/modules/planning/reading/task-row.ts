import { type Commune, unitsIn } from './commune-units.ts';
import type { AnnexRow } from './annex-rows.ts';
import type { ColumnRole } from './column-words.ts';
import type { Column } from './column-role.ts';
import { columnOf } from './columns.ts';
import { readDue } from './deadline.ts';
import type { PlanYears } from './due-parts.ts';
import { bare } from './letters.ts';
import { type MarkedUnits, readMarkedUnits } from './marked-units.ts';
import type { ReadTask } from './plan-reading.ts';
import { splitProductAndDue } from './product-and-due.ts';
import { splitResponsible } from './responsible-cell.ts';
import { readTicks } from './ticked-periods.ts';
import type { UnitsRead } from './unit-name.ts';

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
  commune: Commune,
): TaskRead {
  const text = (role: ColumnRole): string | null => {
    const column = columnOf(columns, role);
    return (column < 0 ? '' : (row.cells[column]?.text ?? '')) || null;
  };
  const { lead, coordinators } = readMarkedUnits(row, columns, commune) ?? unitsOf(text, commune);
  const ticks = readTicks(row, columns, years);
  const both = splitProductAndDue(text('product-and-due') ?? '', years);
  const phrase = ticks?.phrase ?? duePhrase(text) ?? both.due;
  const due = ticks ?? readDue(phrase ?? '', years);
  const taskText = text('task');
  const prefix = OBJECTIVE_PREFIX.exec(bare(taskText ?? ''));
  return {
    task: {
      seq: row.seq,
      section: row.section,
      objective: text('objective'),
      task: prefix ? (taskText?.slice(prefix[0].length) ?? null) : taskText,
      activity: text('activity'),
      product: text('product') ?? (both.product || null),
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

function unitsOf(text: (role: ColumnRole) => string | null, commune: Commune): MarkedUnits {
  const both = text('lead-and-coordinators');
  const split = splitResponsible(both ?? text('lead') ?? '', both !== null);
  const lead = unitsIn(split.lead, commune);
  if (split.firstLeads) return firstLeads(lead);
  return {
    lead,
    coordinators: unitsIn(`${split.coordinators}\n${text('coordinators') ?? ''}`, commune),
  };
}

function firstLeads({ units, unknown }: UnitsRead): MarkedUnits {
  const [lead, ...others] = units;
  const isKnown = (unit: string): boolean => !unknown.includes(unit);
  return {
    lead: { units: lead === undefined ? [] : [lead], unknown: unknown.filter((unit) => unit === lead) },
    coordinators: { units: others, unknown: others.filter((unit) => !isKnown(unit)) },
  };
}

/** The deadline as printed: one column, or a start with an end. */
function duePhrase(text: (role: ColumnRole) => string | null): string | null {
  const parts = [text('start'), text('end')].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' - ') : text('due');
}
