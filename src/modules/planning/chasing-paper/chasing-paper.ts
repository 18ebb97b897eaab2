import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Meeting } from './meeting.ts';

/** The papers that are built from tasks: a letter and a sheet that chase, a slip that assigns, an agenda of what is late. */
export const chasingKinds = ['reminder-letter', 'reminder-sheet', 'assignment-slip', 'late-agenda'] as const;
export type ChasingKind = (typeof chasingKinds)[number];

/** From what a paper is composed, each time anew until it is issued. */
export interface Asked {
  /** The lead units whose tasks it is about; all, where neither units nor tasks are named. */
  readonly unitIds: readonly Id<'unit'>[];
  /** Just these tasks, where there are any. */
  readonly taskIds: readonly Id<'task'>[];
  /** Tasks that are due within so many working days are named too; 0 for late ones alone. */
  readonly nearDays: number;
  /** Until when the units are to answer. */
  readonly answerBy: PlainDate | null;
  /** What the office adds in its own words; a line is a paragraph. */
  readonly words: string;
  /** When, where and under whom those meet to whom an agenda goes. */
  readonly meeting: Meeting;
}

/** How late a task is, as sheets say it: near, late by few working days, late by more. */
export type Level = 'near' | 'yellow' | 'red';

/** A task late by so many working days at most is yellow, until the office sets it otherwise. */
export const usualYellowDays = 5;
export const mostYellowDays = 60;
/** Working days that a unit has for its answer, unless the form says otherwise. */
export const usualAnswerDays = 5;
export const mostNearDays = 30;
export const longestWords = 3_000;
export const longestPlace = 200;
/** Tasks that a form may name one by one. */
export const mostNamed = 500;
/** Tasks that stand in the body of a paper; more go into an annex. */
export const mostInBody = 8;

/** How names of units become letters in a symbol. */
export interface Abbreviating {
  /** Names that begin so have letters of their own. */
  readonly known: readonly (readonly [beginning: string, letters: string])[];
  /** Words that are left out: what every unit is called, and what joins two words. */
  readonly silent: readonly string[];
}

/**
 * The letters by which a symbol names a unit: the first of each word, words in capitals whole.
 *
 * @law nd-30-2020 pl1
 */
export function lettersOf(unit: string, { known, silent }: Abbreviating): string {
  const own = known.find(([beginning]) => unit.startsWith(beginning));
  if (own) return own[1];
  return unit
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !silent.includes(word.toLocaleLowerCase('vi')))
    .map((word) => (word === word.toLocaleUpperCase('vi') ? word : word.slice(0, 1).toLocaleUpperCase('vi')))
    .join('');
}

/** The level of a task whose first deadline was so many working days ago; undefined where it is not late. */
export function levelOf(lateDays: number | undefined, yellowDays: number): Level {
  if (lateDays === undefined) return 'near';
  return lateDays <= yellowDays ? 'yellow' : 'red';
}
