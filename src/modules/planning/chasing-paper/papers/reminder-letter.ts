import type { PaperFrame } from '#modules/casework/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Paper, PaperBlock } from '#platform/docgen/paper.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { TenantRef } from '#platform/session/ctx.ts';
import type { ChasedTask } from '../chased-tasks.server.ts';
import type { Asked } from '../chasing-paper.ts';
import { paperWords } from '../texts.ts';
import { attachedNote, committeeOf, frameOf } from './paper-top.ts';
import { byUnit, dueCell, lateCell, remindedCell, tableOrAnnex, taskCell, taskTable } from './task-table.ts';

const words = paperWords.letter;

/** What a paper of tasks is made from. */
export interface PaperFacts {
  readonly office: Pick<TenantRef, 'name'>;
  readonly frame: PaperFrame;
  readonly today: PlainDate;
  readonly asked: Asked;
  readonly tasks: readonly ChasedTask[];
  readonly yellowDays: number;
}

/** A letter to one or several units about what is late or near: what, since when, and until when they answer. */
export function reminderLetter(facts: PaperFacts): Paper {
  const { office, frame, today, asked, tasks } = facts;
  const units = byUnit(tasks);
  const late = tasks.filter((task) => task.lateDays !== undefined).length;
  const near = tasks.length - late;
  const on = formatDate(frame.on ?? today);
  const committee = committeeOf(office);
  const subject = letterSubject(late, near);
  const table = taskTable(words.caption, units, [
    { head: paperWords.table.task, share: 38, cell: taskCell },
    {
      head: paperWords.table.assignee,
      share: 17,
      cell: (task) => task.assigneeName ?? paperWords.table.noOne,
    },
    { head: paperWords.table.firstDue, share: 15, isCentred: true, cell: dueCell },
    { head: paperWords.table.lateBy, share: 15, isCentred: true, cell: lateCell(facts.yellowDays) },
    { head: paperWords.table.reminded, share: 10, isCentred: true, cell: remindedCell },
  ]);
  const { body, annexes } = tableOrAnnex(table, tasks.length, {
    title: words.caption,
    note: attachedNote(office, frame, words.name),
  });
  const count = (value: number) => formatNumber('vi', value);
  return {
    ...frameOf(office, frame, today),
    title: subject,
    isLetter: true,
    subject,
    body: [
      { kind: 'addressees', label: words.to, names: units.map(({ unit }) => unit) },
      { kind: 'paragraph', words: words.opening(on, count(units.length), count(late), count(near)) },
      ...body,
      { kind: 'paragraph', words: words.asks(committee) },
      { kind: 'paragraph', words: words.doNow },
      {
        kind: 'paragraph',
        words: asked.answerBy ? words.answerBy(formatDate(asked.answerBy)) : words.answer,
      },
      { kind: 'paragraph', words: words.requests },
      ...ownWords(asked.words),
      { kind: 'paragraph', words: words.closing(committee) },
    ],
    annexes,
  };
}

/** What a letter is about, after "V/v". */
export function letterSubject(late: number, near: number): string {
  if (near === 0) return words.subject.late;
  return late === 0 ? words.subject.near : words.subject.both;
}

/** What the office adds: a line is a paragraph. */
export function ownWords(text: string): PaperBlock[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', words: line }));
}
