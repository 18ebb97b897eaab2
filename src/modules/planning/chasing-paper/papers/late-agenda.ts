import type { Paper, PaperBlock } from '#platform/docgen/paper.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { ChasedTask } from '../chased-tasks.server.ts';
import { paperWords } from '../texts.ts';
import { frameOf } from './paper-top.ts';
import { ownWords, type PaperFacts } from './reminder-letter.ts';
import { byUnit, dayOrBlank, dueCell, lateCell, taskCell, taskTable } from './task-table.ts';

const words = paperWords.agenda;
const columns = paperWords.table;

/** The agenda of a meeting about what is late: by unit and leader, what waits for approval, which deadlines are asked for. */
export function lateAgenda(facts: PaperFacts): Paper {
  const { office, frame, today, asked, tasks, yellowDays } = facts;
  const { meeting } = asked;
  const late = tasks.filter((task) => task.lateDays !== undefined);
  const waiting = tasks.filter((task) => task.stage === 'submitted');
  const asking = tasks.filter((task) => task.asksFor !== null);
  const blank = columns.blank;
  return {
    ...frameOf(office, frame, today),
    title: `${words.kind}: ${words.subject}`,
    kind: words.kind,
    subject: words.subject,
    body: [
      heading('I', words.part.when),
      {
        kind: 'paragraph',
        words: words.when(meeting.time || blank, dayOrBlank(meeting.on), meeting.place || blank),
      },
      { kind: 'paragraph', words: words.chair(meeting.chair || blank) },
      heading('II', words.part.late),
      ...section(late, () =>
        taskTable(words.part.late, byUnit(late), [
          { head: columns.task, share: 32, cell: taskCell },
          {
            head: columns.leader,
            share: 16,
            cell: (task) => task.chairLeader ?? task.approverName ?? columns.noOne,
          },
          { head: columns.firstDue, share: 14, isCentred: true, cell: dueCell },
          { head: columns.lateBy, share: 14, isCentred: true, cell: lateCell(yellowDays) },
          { head: columns.conclusion, share: 22, cell: () => '' },
        ]),
      ),
      heading('III', words.part.waiting),
      ...section(waiting, () =>
        taskTable(words.part.waiting, byUnit(waiting), [
          { head: columns.task, share: 44, cell: taskCell },
          { head: columns.approver, share: 20, cell: (task) => task.approverName ?? columns.noOne },
          { head: columns.conclusion, share: 30, cell: () => '' },
        ]),
      ),
      heading('IV', words.part.asking),
      ...section(asking, () =>
        taskTable(words.part.asking, byUnit(asking), [
          { head: columns.task, share: 34, cell: taskCell },
          {
            head: columns.asksFor,
            share: 16,
            isCentred: true,
            cell: (task) => (task.asksFor ? formatDate(task.asksFor.on) : ''),
          },
          { head: columns.reason, share: 24, cell: (task) => task.asksFor?.reason ?? '' },
          { head: columns.conclusion, share: 22, cell: () => '' },
        ]),
      ),
      heading('V', words.part.conclusions),
      ...ownWords(asked.words),
      ...Array.from({ length: 8 }, () => ({ kind: 'paragraph' as const, words: words.room })),
    ],
    annexes: [],
  };
}

function heading(label: string, text: string): PaperBlock {
  return { kind: 'outline', level: 'heading', label: `${label}.`, words: text };
}

function section(tasks: readonly ChasedTask[], table: () => PaperBlock): PaperBlock[] {
  return tasks.length === 0 ? [{ kind: 'paragraph', words: words.none }] : [table()];
}
