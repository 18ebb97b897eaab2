import type { PaperBlock } from '#platform/docgen/paper.ts';
import type { PlanReading, ReadTask } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { asItem, plainWords } from './sentence.ts';

/**
 * The tasks of a plan without an annex: a sentence for each under the heading of its section. A note stands in a column
 * and nowhere else.
 */
export function taskSentences(reading: PlanReading): PaperBlock[] {
  const outside = reading.tasks.filter(
    ({ section }) => !reading.sections.some(({ code }) => code === section),
  );
  return [
    ...outside.map((task) => sentenceOf(task, '')),
    ...reading.sections.flatMap(({ code, title }, index): PaperBlock[] => [
      { kind: 'outline', level: 'subheading', label: `${index + 1}.`, words: title },
      ...reading.tasks.filter(({ section }) => section === code).map((task) => sentenceOf(task, title)),
    ]),
  ];
}

function sentenceOf(task: ReadTask, sectionTitle: string): PaperBlock {
  const duty = asItem([task.objective, task.task, task.activity].filter((text) => text !== null).join(': '));
  // A plain number would be taken for that of a section.
  const label = task.seq?.includes('.') ? `${task.seq}.` : '-';
  const details = detailsOf(task, duty, sectionTitle);
  const rest = details.length === 0 ? '' : ` (${details.join('; ')})`;
  return { kind: 'paragraph', words: `${label} ${duty}${rest}.` };
}

/** Who does it with whom and when, unless the sentence or the title above it says so, and what comes of it. */
function detailsOf(task: ReadTask, duty: string, sectionTitle: string): string[] {
  const { chairLeader, lead, coordinators, due, product } = paperWords.detail;
  const said = plainWords(`${duty} ${sectionTitle}`);
  const notSaid = (texts: readonly string[]) =>
    texts.some((text) => !said.includes(plainWords(text))) ? texts.join(', ') : '';
  return [
    [chairLeader, notSaid(task.chair_leader === null ? [] : [task.chair_leader])] as const,
    [lead, notSaid(task.lead)] as const,
    [coordinators, notSaid(task.coordinators)] as const,
    [due, notSaid(task.due_text === null ? [] : [task.due_text])] as const,
    [product, task.product ?? ''] as const,
  ]
    .filter(([, text]) => text !== '')
    .map(([word, text]) => word(text.replaceAll(';', ',')));
}
