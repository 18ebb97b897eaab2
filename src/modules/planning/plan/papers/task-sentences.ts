import type { PaperBlock } from '#platform/docgen/paper.ts';
import type { PlanReading, ReadTask } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { asItem, plainWords } from './sentence.ts';

/** The tasks of a plan without an annex: a sentence for each under the heading of its section. */
export function taskSentences(reading: PlanReading): PaperBlock[] {
  const outside = reading.tasks.filter(
    ({ section }) => !reading.sections.some(({ code }) => code === section),
  );
  return [
    ...outside.map(sentenceOf),
    ...reading.sections.flatMap(({ code, title }, index): PaperBlock[] => [
      { kind: 'outline', level: 'subheading', label: `${index + 1}.`, words: title },
      ...reading.tasks.filter(({ section }) => section === code).map(sentenceOf),
    ]),
  ];
}

function sentenceOf(task: ReadTask): PaperBlock {
  const duty = asItem([task.objective, task.task, task.activity].filter((text) => text !== null).join(': '));
  const label = task.seq === null ? '-' : `${task.seq}.`;
  return {
    kind: 'paragraph',
    words: `${label} ${duty}${doersOf(task, duty)}${dueOf(task, duty)}${noteOf(task)}.`,
  };
}

function noteOf({ note }: ReadTask): string {
  return note ? paperWords.note(note) : '';
}

/** Who does it, unless the sentence itself says so. */
function doersOf(task: ReadTask, duty: string): string {
  const units = [...task.lead, ...task.coordinators];
  const said = plainWords(duty);
  if (task.lead.length === 0 || units.every((unit) => said.includes(plainWords(unit)))) return '';
  return paperWords.doers(task.lead.join('; '), task.coordinators.join('; '));
}

function dueOf(task: ReadTask, duty: string): string {
  if (task.due_text === null || plainWords(duty).includes(plainWords(task.due_text))) return '';
  return paperWords.dueNote(task.due_text);
}
