import type { Annex, PaperCell, PaperColumn, PaperRow, PaperTable } from '#platform/docgen/paper.ts';
import type { PlanReading, ReadTask, Section } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';

type TaskColumn = keyof typeof paperWords.taskColumn;

/** How wide each column stands beside the others; that of the number takes its part of them all. */
const SHARES: Readonly<Record<TaskColumn, number>> = {
  seq: 0,
  objective: 20,
  task: 30,
  activity: 26,
  product: 22,
  chair_leader: 14,
  lead: 17,
  coordinators: 19,
  due_text: 16,
  note: 15,
};
const SEQ_PART = 0.05;

/** The annex of a plan: its tasks under their sections, with the columns that some task fills. */
export function taskAnnex(reading: PlanReading, title: string, note: string): Annex {
  return {
    label: paperWords.annexLabel,
    title: paperWords.taskAnnexTitle(title),
    note,
    orientation: 'landscape',
    body: [taskTable(reading.sections, reading.tasks, title)],
  };
}

/** Tasks under section rows; an objective or task that several rows share stands once beside them. */
function taskTable(sections: readonly Section[], tasks: readonly ReadTask[], caption: string): PaperTable {
  const columns = filledColumns(tasks);
  return {
    kind: 'table',
    caption,
    columns: columns.map((column) => (column === 'seq' ? seqColumn(columns) : { share: SHARES[column] })),
    headerRows: 1,
    rows: [
      { cells: columns.map((column) => ({ words: paperWords.taskColumn[column] })) },
      ...runsBySection(tasks).flatMap((run) => [
        ...sectionRow(run.section, sections, columns.length),
        ...taskRows(run.tasks, columns),
      ]),
    ],
  };
}

function seqColumn(columns: readonly TaskColumn[]): PaperColumn {
  const others = columns.reduce((sum, column) => sum + SHARES[column], 0);
  return { share: others * SEQ_PART, align: 'center' };
}

function filledColumns(tasks: readonly ReadTask[]): TaskColumn[] {
  const always: ReadonlySet<TaskColumn> = new Set<TaskColumn>(['seq', 'task', 'lead', 'due_text']);
  return (Object.keys(SHARES) as TaskColumn[]).filter(
    (column) => always.has(column) || tasks.some((task) => cellText(task, column) !== ''),
  );
}

function cellText(task: ReadTask, column: TaskColumn): string {
  const value = task[column];
  return typeof value === 'string' ? value : (value ?? []).join('; ');
}

interface SectionRun {
  readonly section: string | null;
  readonly tasks: ReadTask[];
}

/** Tasks of one section that stand together; those of none stand first, where no section above can claim them. */
function runsBySection(tasks: readonly ReadTask[]): SectionRun[] {
  const outside = tasks.filter((task) => task.section === null);
  const runs: SectionRun[] = outside.length > 0 ? [{ section: null, tasks: outside }] : [];
  for (const task of tasks) {
    if (task.section === null) continue;
    const open = runs.at(-1);
    if (open?.section === task.section) open.tasks.push(task);
    else runs.push({ section: task.section, tasks: [task] });
  }
  return runs;
}

function sectionRow(code: string | null, sections: readonly Section[], width: number): PaperRow[] {
  if (code === null) return [];
  const title = sections.find((section) => section.code === code)?.title ?? '';
  return [
    {
      cells: [
        { words: code, bold: true },
        { words: title, bold: true, columnSpan: width - 1 },
      ],
    },
  ];
}

function taskRows(tasks: readonly ReadTask[], columns: readonly TaskColumn[]): PaperRow[] {
  const shared = sharedColumns(columns);
  const begins = columns.map((column) => spans(tasks, shared[column] ?? []));
  return tasks.map((task, row) => ({
    cells: columns.flatMap((column, place): PaperCell[] => {
      const span = begins[place]?.[row] ?? 1;
      if (span === 0) return [];
      return [{ words: cellText(task, column), ...(span > 1 ? { rowSpan: span } : {}) }];
    }),
  }));
}

/** Columns whose cells stand for several rows, each with the columns that must be the same in all of these. */
function sharedColumns(columns: readonly TaskColumn[]): Partial<Record<TaskColumn, readonly TaskColumn[]>> {
  if (!columns.includes('activity')) return { objective: ['objective'] };
  return { objective: ['objective'], task: ['objective', 'task'], seq: ['objective', 'task', 'seq'] };
}

/** How many rows from each one on hold the same in all these columns; 0 for a row that the one above covers. */
function spans(tasks: readonly ReadTask[], columns: readonly TaskColumn[]): number[] {
  const last = columns.at(-1);
  if (last === undefined) return tasks.map(() => 1);
  const keys = tasks.map((task) => columns.map((column) => cellText(task, column)).join('\n'));
  const lengths = tasks.map(() => 0);
  let first = 0;
  for (const [row, task] of tasks.entries()) {
    const same = row > 0 && keys[row] === keys[row - 1] && cellText(task, last) !== '';
    if (!same) first = row;
    lengths[first] = (lengths[first] ?? 0) + 1;
  }
  return lengths;
}
