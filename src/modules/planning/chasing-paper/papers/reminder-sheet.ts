import type { Paper, PaperBlock } from '#platform/docgen/paper.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { ChasedTask } from '../chased-tasks.server.ts';
import { type Level, levelOf, mostInBody } from '../chasing-paper.ts';
import { paperWords } from '../texts.ts';
import { attachedNote, frameOf } from './paper-top.ts';
import { ownWords, type PaperFacts } from './reminder-letter.ts';
import {
  byUnit,
  dueCell,
  remindedCell,
  taskCell,
  type TaskColumn,
  taskTable,
  type UnitTasks,
} from './task-table.ts';

const words = paperWords.sheet;

/**
 * A sheet of late tasks, unit by unit: red ones first, then yellow. The level stands in words in a column of its own, so
 * that a black and white print says it too.
 */
export function reminderSheet(facts: PaperFacts): Paper {
  const { office, frame, today, asked, tasks, yellowDays } = facts;
  const units = byUnit(tasks);
  const [only] = units;
  const unitName = units.length === 1 && only ? only.unit : undefined;
  const subject = words.subject(unitName);
  const isLong = tasks.length > mostInBody;
  const tables = units.map((of) => tableOf(of, yellowDays));
  const on = formatDate(frame.on ?? today);
  return {
    ...frameOf(office, frame, today),
    title: `${words.kind}: ${subject}`,
    kind: words.kind,
    subject,
    body: [
      { kind: 'paragraph', words: words.opening(on, formatNumber('vi', tasks.length)) },
      { kind: 'paragraph', words: words.levels(formatNumber('vi', yellowDays)) },
      ...(isLong
        ? [countTable(units, yellowDays), { kind: 'paragraph' as const, words: paperWords.inAnnex }]
        : units.flatMap(({ unit }, at) => [
            ...(units.length > 1 ? [headingOf(at, unit)] : []),
            ...(tables[at] ? [tables[at]] : []),
          ])),
      {
        kind: 'paragraph',
        words: asked.answerBy ? words.answerBy(formatDate(asked.answerBy)) : words.answer,
      },
      ...ownWords(asked.words),
    ],
    annexes: isLong
      ? [
          {
            label: paperWords.annex,
            title: words.caption,
            note: attachedNote(office, frame, words.kind),
            orientation: 'landscape',
            body: units.flatMap(({ unit }, at) => [headingOf(at, unit), ...(tables[at] ? [tables[at]] : [])]),
          },
        ]
      : [],
  };
}

function tableOf({ unit, tasks }: UnitTasks, yellowDays: number) {
  const order: readonly Level[] = ['red', 'yellow', 'near'];
  const sorted = tasks.toSorted(
    (one, other) =>
      order.indexOf(levelOf(one.lateDays, yellowDays)) - order.indexOf(levelOf(other.lateDays, yellowDays)) ||
      (other.lateDays ?? 0) - (one.lateDays ?? 0),
  );
  return taskTable(words.captionOf(unit), [{ unit, tasks: sorted }], columns(yellowDays));
}

function columns(yellowDays: number): readonly TaskColumn[] {
  const t = paperWords.table;
  return [
    {
      head: t.level,
      share: 10,
      isCentred: true,
      cell: (task: ChasedTask) => paperWords.level[levelOf(task.lateDays, yellowDays)],
    },
    { head: t.task, share: 31, cell: taskCell },
    { head: t.assignee, share: 16, cell: (task) => task.assigneeName ?? t.noOne },
    { head: t.firstDue, share: 14, isCentred: true, cell: dueCell },
    {
      head: t.lateDays,
      share: 13,
      isCentred: true,
      cell: (task) => (task.lateDays === undefined ? '–' : formatNumber('vi', task.lateDays)),
    },
    { head: t.reminded, share: 11, isCentred: true, cell: remindedCell },
  ];
}

function countTable(units: readonly UnitTasks[], yellowDays: number): PaperBlock {
  const count = (tasks: readonly ChasedTask[], level: Level) =>
    formatNumber('vi', tasks.filter((task) => levelOf(task.lateDays, yellowDays) === level).length);
  const rows = units.map(({ unit, tasks }, at) => [
    String(at + 1),
    unit,
    count(tasks, 'red'),
    count(tasks, 'yellow'),
  ]);
  return {
    kind: 'table',
    caption: words.counts,
    columns: [
      { share: 6, align: 'center' },
      { share: 50 },
      { share: 14, align: 'center' },
      { share: 14, align: 'center' },
    ],
    headerRows: 1,
    rows: [
      [paperWords.table.seq, paperWords.table.unit, paperWords.level.red, paperWords.level.yellow],
      ...rows,
    ].map((cells) => ({ cells: cells.map((text) => ({ words: text })) })),
  };
}

function headingOf(at: number, unit: string): PaperBlock {
  return { kind: 'outline', level: 'subheading', label: `${at + 1}.`, words: unit };
}
