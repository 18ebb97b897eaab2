import { AXIS_WORDS } from './axis-words.ts';
import { bare } from './letters.ts';
import type { Axis } from './plan-reading.ts';

/** The axis of reform that a section title names, null when it names none. */
export function readAxis(title: string): Axis | null {
  const text = bare(title);
  return AXIS_WORDS.find(([, words]) => words.test(text))?.[0] ?? null;
}
