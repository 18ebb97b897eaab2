import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Paper, PaperRow, PaperTable } from '#platform/docgen/paper.ts';
import { compareText, formatNumber } from '#platform/i18n/format.ts';
import { toRoman } from '../../reading/numbering.ts';
import type { PlanReading, ReadTask } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { draftTop, issuerOf, planEnding } from './paper-frame.ts';

const words = paperWords.taskList;

/** What one unit has to do; a task that several units lead stands with each of them. */
interface UnitTasks {
  readonly unit: string;
  readonly leads: ReadTask[];
  /** How many tasks of others it helps with. */
  helps: number;
}

/** The tasks of a plan unit by unit, as a notice to them: how many each has, and which in an annex. */
export function taskListPaper(reading: PlanReading, today: PlainDate): Paper {
  const { plan } = reading;
  const title = plan.title ?? '';
  const issuer = issuerOf(plan).replace('\n', ' ');
  const units = tasksByUnit(reading.tasks);
  return {
    ...draftTop(plan, 'TB', today),
    title: words.subject(title),
    kind: words.kind,
    subject: words.subject(title),
    bases: [],
    body: [
      { kind: 'paragraph', words: words.opening(issuer) },
      summaryTable(units),
      { kind: 'paragraph', words: words.inAnnex },
    ],
    ending: planEnding(plan),
    annexes: [
      {
        label: paperWords.annexLabel,
        title: words.annexTitle(title),
        note: words.annexNote(issuer),
        orientation: 'landscape',
        body: [unitTable(units, title)],
      },
    ],
  };
}

/** Units with the most to lead first; what nobody leads comes last. */
function tasksByUnit(tasks: readonly ReadTask[]): UnitTasks[] {
  const units = new Map<string, UnitTasks>();
  const unitOf = (unit: string): UnitTasks => {
    const known = units.get(unit) ?? { unit, leads: [], helps: 0 };
    units.set(unit, known);
    return known;
  };
  const unled = tasks.filter(({ lead }) => lead.length === 0);
  for (const task of tasks) {
    for (const unit of new Set(task.lead)) unitOf(unit).leads.push(task);
    for (const unit of new Set(task.coordinators)) unitOf(unit).helps += 1;
  }
  const sorted = [...units.values()].sort(
    (one, other) =>
      other.leads.length - one.leads.length ||
      other.helps - one.helps ||
      compareText('vi', one.unit, other.unit),
  );
  return unled.length === 0 ? sorted : [...sorted, { unit: words.nobody, leads: unled, helps: 0 }];
}

function summaryTable(units: readonly UnitTasks[]): PaperTable {
  const { column } = words;
  return {
    kind: 'table',
    caption: words.summary,
    columns: [
      { share: 6, align: 'center' },
      { share: 50 },
      { share: 14, align: 'center' },
      { share: 14, align: 'center' },
    ],
    headerRows: 1,
    rows: [
      rowOf([column.seq, column.unit, column.leads, column.helps]),
      ...units.map(({ unit, leads, helps }, index) =>
        rowOf([String(index + 1), unit, formatNumber('vi', leads.length), formatNumber('vi', helps)]),
      ),
    ],
  };
}

function unitTable(units: readonly UnitTasks[], title: string): PaperTable {
  const { column } = words;
  const leading = units.filter(({ leads }) => leads.length > 0);
  return {
    kind: 'table',
    caption: words.annexTitle(title).replace('\n', ' '),
    columns: [
      { share: 5, align: 'center' },
      { share: 11, align: 'center' },
      { share: 36 },
      { share: 24 },
      { share: 20 },
      { share: 16 },
    ],
    headerRows: 1,
    rows: [
      rowOf([column.seq, column.place, column.task, column.product, column.coordinators, column.due]),
      ...leading.flatMap((unit, index) => [unitRow(unit.unit, index), ...unit.leads.map(taskRow)]),
    ],
  };
}

function unitRow(unit: string, index: number): PaperRow {
  return {
    cells: [
      { words: toRoman(index + 1), bold: true },
      { words: unit, bold: true, columnSpan: 5, align: 'left' },
    ],
  };
}

function taskRow(task: ReadTask, index: number): PaperRow {
  const place = [task.section, task.seq].filter((part) => part !== null).join('.');
  const duty = [task.objective, task.task, task.activity].filter((part) => Boolean(part)).join('\n');
  return rowOf([
    String(index + 1),
    place,
    duty,
    task.product ?? '',
    task.coordinators.join('; '),
    task.due_text ?? '',
  ]);
}

function rowOf(texts: readonly string[]): PaperRow {
  return { cells: texts.map((text) => ({ words: text })) };
}
