import type { Operator } from './plan-reading.ts';
import { BEFORE_NUMBER, BEHIND_NUMBER } from './target-words.ts';

/** "ít nhất 12 phóng sự, 24 tin bài": the bound holds for what is counted next. */
const SHARED_BOUND = /(?:it nhat|toi thieu) \d{1,5} [a-z]+(?: [a-z]+){0,3},? (?:va )?$/;

const NUMBER_WORDS = '(?: (?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|linh|ruoi|tram))+';
const SAID_IN_WORDS = new RegExp(`(?: mot nua|${NUMBER_WORDS} phan${NUMBER_WORDS})(?: [a-z]+){0,3} \\($`);

/** What stands before a number; "tối thiểu chín mươi phần trăm (90%)" says it twice. */
function wordsBefore(plain: string, at: number): string {
  return plain.slice(Math.max(0, at - 60), at).replace(SAID_IN_WORDS, ' ');
}

/** True when words next to a number make it a limit. */
export function isBound(plain: string, at: number, end: number): boolean {
  const before = wordsBefore(plain, at);
  return (
    BEFORE_NUMBER.some(([, words]) => words.test(before)) ||
    BEHIND_NUMBER.some(([, words]) => words.test(plain.slice(end, end + 40))) ||
    SHARED_BOUND.test(before)
  );
}

/** How a promise compares with its number; "=" when no word says it. */
export function compare(plain: string, at: number, end: number): Operator {
  const behind = BEHIND_NUMBER.find(([, words]) => words.test(plain.slice(end, end + 40)));
  if (behind) return behind[0];
  const before = wordsBefore(plain, at);
  const compared = BEFORE_NUMBER.find(([, words]) => words.test(before))?.[0];
  return compared ?? (SHARED_BOUND.test(before) ? '>=' : '=');
}
