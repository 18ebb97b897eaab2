import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Annex, PaperBlock, PaperRow, PaperTable } from '#platform/docgen/paper.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { toRoman } from '../../reading/numbering.ts';
import type { ChasedTask } from '../chased-tasks.server.ts';
import { levelOf, mostInBody } from '../chasing-paper.ts';
import { paperWords } from '../texts.ts';

const words = paperWords.table;

/** The tasks of one unit, in their order. */
export interface UnitTasks {
  readonly unit: string;
  readonly tasks: readonly ChasedTask[];
}

/** Tasks unit by unit, as they come. */
export function byUnit(tasks: readonly ChasedTask[]): UnitTasks[] {
  const units = new Map<string, ChasedTask[]>();
  for (const task of tasks) {
    const unit = task.unitName ?? words.nobody;
    units.set(unit, [...(units.get(unit) ?? []), task]);
  }
  return [...units].map(([unit, of]) => ({ unit, tasks: of }));
}

/** A column of a table of tasks: its head, its part of the width, and what stands in it. */
export interface TaskColumn {
  readonly head: string;
  readonly share: number;
  readonly isCentred?: true;
  cell(task: ChasedTask): string;
}

/** A table of tasks, unit by unit where there are several; its head is repeated on each page. */
export function taskTable(
  caption: string,
  units: readonly UnitTasks[],
  columns: readonly TaskColumn[],
): PaperTable {
  const isGrouped = units.length > 1;
  return {
    kind: 'table',
    caption,
    columns: [
      { share: 6, align: 'center' },
      ...columns.map(({ share, isCentred }) => ({ share, ...(isCentred && { align: 'center' as const }) })),
    ],
    headerRows: 1,
    rows: [
      rowOf([words.seq, ...columns.map(({ head }) => head)]),
      ...units.flatMap(({ unit, tasks }, at) => [
        ...(isGrouped ? [groupRow(toRoman(at + 1), unit, columns.length)] : []),
        ...tasks.map((task, index) =>
          rowOf([String(index + 1), ...columns.map((column) => column.cell(task))]),
        ),
      ]),
    ],
  };
}

/** A table where it is short, or the sentence that names the annex in which it stands. */
export function tableOrAnnex(
  table: PaperTable,
  count: number,
  annex: { readonly title: string; readonly note: string },
): { readonly body: readonly PaperBlock[]; readonly annexes: readonly Annex[] } {
  if (count <= mostInBody) return { body: [table], annexes: [] };
  return {
    body: [{ kind: 'paragraph', words: paperWords.inAnnex }],
    annexes: [{ label: paperWords.annex, ...annex, orientation: 'landscape', body: [table] }],
  };
}

/** The task with its code and what it is to give. */
export function taskCell(task: ChasedTask): string {
  return [`${task.code}. ${task.title}`, task.product && words.product(task.product)]
    .filter(Boolean)
    .join('\n');
}

/** The first deadline, and the present one where it was moved. */
export function dueCell({ firstDueOn, dueOn, dueText }: ChasedTask): string {
  if (firstDueOn === null) return dueText ?? words.undated;
  return dueOn !== null && dueOn !== firstDueOn
    ? `${formatDate(firstDueOn)}\n${words.moved(formatDate(dueOn))}`
    : formatDate(firstDueOn);
}

/** How late, in words: nothing on the paper is told by colour alone. */
export function lateCell(yellowDays: number): (task: ChasedTask) => string {
  return ({ lateDays }) => {
    if (lateDays === undefined) return words.near;
    const level = levelOf(lateDays, yellowDays);
    return `${words.late(formatNumber('vi', lateDays))}\n${paperWords.level[level]}`;
  };
}

/** How often the task was asked for on paper. */
export function remindedCell({ reminded }: ChasedTask): string {
  return formatNumber('vi', reminded);
}

/** A day, or room for one. */
export function dayOrBlank(day: PlainDate | null): string {
  return day === null ? words.blank : formatDate(day);
}

function groupRow(label: string, unit: string, span: number): PaperRow {
  return {
    cells: [
      { words: label, bold: true },
      { words: unit, bold: true, columnSpan: span, align: 'left' },
    ],
  };
}

function rowOf(texts: readonly string[]): PaperRow {
  return { cells: texts.map((text) => ({ words: text })) };
}
