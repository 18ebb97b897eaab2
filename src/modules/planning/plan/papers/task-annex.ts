import type { Annex, PaperCell, PaperRow, PaperTable } from '#platform/docgen/paper.ts';
import type { PlanReading, ReadTask, Section } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';

type TaskColumn = keyof typeof paperWords.taskColumn;

/** How wide each column stands beside the others. */
const SHARES: Readonly<Record<TaskColumn, number>> = {
  seq: 5,
  objective: 20,
  task: 30,
  activity: 26,
  product: 22,
  chair_leader: 14,
  lead: 17,
  coordinators: 19,
  due_text: 16,
  note: 12,
};
const CENTRED: ReadonlySet<TaskColumn> = new Set<TaskColumn>(['seq']);

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
export function taskTable(
  sections: readonly Section[],
  tasks: readonly ReadTask[],
  caption: string,
): PaperTable {
  const columns = filledColumns(tasks);
  return {
    kind: 'table',
    caption,
    columns: columns.map((column) => ({
      share: SHARES[column],
      ...(CENTRED.has(column) ? { align: 'center' } : {}),
    })),
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
  const shared: readonly TaskColumn[] = columns.includes('activity') ? ['objective', 'task'] : ['objective'];
  const begins = columns.map((column) => spans(tasks, shared.slice(0, shared.indexOf(column) + 1)));
  return tasks.map((task, row) => ({
    cells: columns.flatMap((column, place): PaperCell[] => {
      const span = begins[place]?.[row] ?? 1;
      if (span === 0) return [];
      return [{ words: cellText(task, column), ...(span > 1 ? { rowSpan: span } : {}) }];
    }),
  }));
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
