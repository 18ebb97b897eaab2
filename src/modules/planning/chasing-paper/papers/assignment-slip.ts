import type { Paper, PaperBlock, PaperTable } from '#platform/docgen/paper.ts';
import type { ChasedTask } from '../chased-tasks.server.ts';
import { paperWords } from '../texts.ts';
import { attachedNote, committeeOf, frameOf } from './paper-top.ts';
import { ownWords, type PaperFacts } from './reminder-letter.ts';
import { byUnit, dueCell, tableOrAnnex, taskTable } from './task-table.ts';

const words = paperWords.slip;

/** A slip that assigns one task or many: the six clears of each, and what orders it. */
export function assignmentSlip(facts: PaperFacts): Paper {
  const { office, frame, today, asked, tasks } = facts;
  const [only] = tasks;
  const isOne = tasks.length === 1 && only !== undefined;
  const subject = isOne ? words.subjectOf(only.title) : words.subject(tasks.length);
  const content = isOne
    ? { body: [sixClears(only)], annexes: [] }
    : tableOrAnnex(manyTable(tasks), tasks.length, {
        title: words.caption,
        note: attachedNote(office, frame, words.kind),
      });
  const units = byUnit(tasks).map(({ unit }) => unit);
  const body: PaperBlock[] = [
    { kind: 'paragraph', words: words.opening(committeeOf(office), units.join('; ')) },
    ...content.body,
    ...ownWords(asked.words),
    { kind: 'paragraph', words: words.closing },
  ];
  return {
    ...frameOf(office, frame, today),
    title: `${words.kind}: ${subject}`,
    kind: words.kind,
    subject,
    bases: [...new Set(tasks.flatMap((task) => task.basis ?? []))]
      .slice(0, 5)
      .map((basis, at, all) => `${words.basis(basis)}${at === all.length - 1 ? '.' : ';'}`),
    body,
    annexes: content.annexes,
  };
}

/** What is clear of a task, in the words of the six clears. */
function clears(task: ChasedTask): readonly (readonly [label: string, text: string])[] {
  const t = words.clear;
  return [
    [t.person, task.assigneeName ?? paperWords.table.noOne],
    [t.work, [task.title, task.activity].filter(Boolean).join('\n')],
    [
      t.responsibility,
      [
        t.lead(task.unitName ?? paperWords.table.nobody),
        task.coordinators.length > 0 ? t.coordinators(task.coordinators.join('; ')) : '',
      ]
        .filter(Boolean)
        .join('\n'),
    ],
    [t.deadline, dueCell(task)],
    [t.product, task.product ?? paperWords.table.notGiven],
    [t.authority, t.approver(task.approverName ?? task.chairLeader ?? paperWords.table.noOne)],
  ];
}

function sixClears(task: ChasedTask): PaperTable {
  return {
    kind: 'table',
    caption: words.caption,
    columns: [{ share: 6, align: 'center' }, { share: 28 }, { share: 66 }],
    headerRows: 1,
    rows: [
      [paperWords.table.seq, words.clearHead, words.content],
      ...clears(task).map(([label, text], at) => [String(at + 1), label, text]),
    ].map((cells) => ({ cells: cells.map((text) => ({ words: text })) })),
  };
}

function manyTable(tasks: readonly ChasedTask[]): PaperTable {
  const at = (index: number) => (task: ChasedTask) => clears(task)[index]?.[1] ?? '';
  const t = words.clear;
  return taskTable(words.caption, byUnit(tasks), [
    { head: t.work, share: 30, cell: (task) => `${task.code}. ${at(1)(task)}` },
    { head: t.person, share: 14, cell: at(0) },
    { head: t.responsibility, share: 20, cell: at(2) },
    { head: t.deadline, share: 12, isCentred: true, cell: at(3) },
    { head: t.product, share: 16, cell: at(4) },
    { head: t.authority, share: 14, cell: at(5) },
  ]);
}
