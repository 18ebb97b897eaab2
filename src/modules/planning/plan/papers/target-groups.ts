import type { PlanReading, ReadTarget, ReadTask } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { plainWords } from './sentence.ts';
import { targetSentence } from './target-sentence.ts';

/** How the place of a target begins that was read from a row of the annex. */
const ANNEX = 'PL';

/** Targets that stand under one heading. */
export interface TargetGroup {
  readonly title: string;
  /** The year that the heading says for all of them. */
  readonly year: number | null;
  readonly texts: string[];
}

/**
 * The promises of a plan as sentences, each once, under their year or their section.
 *
 * Those that a task says already are left to the task: two sentences would be two promises.
 */
export function targetGroups(reading: PlanReading): TargetGroup[] {
  const { year_from, year_to } = reading.plan;
  const soleYear = year_from === year_to ? year_from : null;
  const groups = new Map<string, TargetGroup>();
  for (const target of notSaidTwice(reading)) {
    const saysYear = target.year === soleYear || target.text.includes(String(target.year));
    const year = target.year === null || saysYear ? null : target.year;
    const section = reading.sections.find(({ code }) => code === target.where)?.title;
    const title = year === null ? (section ?? paperWords.targetsAtLarge) : paperWords.targetsOfYear(year);
    const group = groups.get(title) ?? { title, year, texts: [] };
    const sentence = targetSentence(target);
    if (!group.texts.includes(sentence)) group.texts.push(sentence);
    groups.set(title, group);
  }
  return [...groups.values()];
}

/** Leaves out what a row of the annex or a sentence on a task says, and a part of a sentence that is there whole. */
function notSaidTwice(reading: PlanReading): ReadTarget[] {
  const taskLines = new Set(reading.tasks.flatMap(({ line }) => line));
  const taskTexts = reading.tasks.map(wordsOf);
  const kept: ReadTarget[] = [];
  for (const target of reading.targets) {
    const words = plainWords(target.text);
    const saidByTask =
      target.line.some((line) => taskLines.has(line)) ||
      (target.where.startsWith(ANNEX) && taskTexts.some((text) => text.includes(words)));
    const saidAbove = kept.some(
      (other) =>
        other.where === target.where &&
        plainWords(other.text) !== words &&
        plainWords(other.text).includes(words),
    );
    if (!saidByTask && !saidAbove) kept.push(target);
  }
  return kept;
}

function wordsOf(task: ReadTask): string {
  return plainWords([task.objective, task.task, task.activity, task.product].join(' '));
}
