import type { PaperBlock } from '#platform/docgen/paper.ts';
import { romanValue, toRoman } from '../../reading/numbering.ts';
import type { PlanReading } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { documentName } from './cited-document.ts';
import { reportSentences } from './report-sentences.ts';
import { asItem, asList, plainWords } from './sentence.ts';
import { targetGroups } from './target-groups.ts';
import { taskSentences } from './task-sentences.ts';

interface Part {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

/**
 * The body of a plan's paper, part by part; a part without content is left out and not counted.
 *
 * Tasks that are sentences keep the number of their part, since others refer to them by it ("mục II.3").
 */
export function planBody(reading: PlanReading, hasAnnex: boolean): PaperBlock[] {
  const { part } = paperWords;
  const parts: Part[] = [
    { title: part.purpose, blocks: paragraphs([paperWords.purpose, paperWords.requirement]) },
    { title: part.targets, blocks: targetBlocks(reading) },
    { title: part.tasks, blocks: hasAnnex ? sectionBlocks(reading) : taskSentences(reading) },
    { title: part.reports, blocks: paragraphs(asList(reportSentences(reading.report_regime))) },
    { title: part.citations, blocks: citationBlocks(reading) },
    { title: part.carryOut, blocks: numbered([paperWords.leadsAnswer, paperWords.askWhenStuck]) },
  ];
  const filled = parts.filter(({ blocks }) => blocks.length > 0);
  return (hasAnnex ? filled : withTasksAt(filled, partOfSections(reading))).flatMap(
    ({ title, blocks }, index) => [
      { kind: 'outline', level: 'heading', label: `${toRoman(index + 1)}.`, words: title },
      ...blocks,
    ],
  );
}

/** The number of the part that holds the sections, from their codes; 0 where those name none. */
function partOfSections({ sections }: PlanReading): number {
  const [part = ''] = sections[0]?.code.split('.') ?? [];
  return romanValue(part);
}

function withTasksAt(parts: readonly Part[], place: number): readonly Part[] {
  const tasks = parts.find(({ title }) => title === paperWords.part.tasks);
  if (tasks === undefined || place === 0) return parts;
  return parts.filter((one) => one !== tasks).toSpliced(place - 1, 0, tasks);
}

function targetBlocks(reading: PlanReading): PaperBlock[] {
  const groups = targetGroups(reading);
  const alone = groups.length === 1 && groups[0]?.year === null;
  return groups.flatMap(({ title, texts }, index): PaperBlock[] => [
    ...(alone
      ? []
      : [{ kind: 'outline', level: 'subheading', label: `${index + 1}.`, words: title } as const]),
    ...paragraphs(asList(texts)),
  ]);
}

function sectionBlocks(reading: PlanReading): PaperBlock[] {
  if (reading.tasks.length === 0) return [];
  return paragraphs([
    paperWords.inAnnex,
    ...asList(reading.sections.map((section) => sentenceCase(section.title))),
  ]);
}

/** A title printed in capitals reads as a sentence among others. */
function sentenceCase(title: string): string {
  return title === title.toLocaleUpperCase('vi') ? asItem(title.toLocaleLowerCase('vi')) : title;
}

/** Documents that neither the preamble nor a sentence of the paper names already. */
function citationBlocks(reading: PlanReading): PaperBlock[] {
  const said = [...reading.tasks.flatMap(taskWords), ...reading.targets, ...reading.report_regime]
    .map((one) => plainWords(typeof one === 'string' ? one : one.text))
    .join('\n');
  const bases = new Set(reading.plan.basis.map(({ number }) => number));
  const open = reading.citations.filter(
    ({ number }) => number !== null && !bases.has(number) && !said.includes(plainWords(number)),
  );
  const names = [...new Set(open.map(documentName))];
  return names.length === 0 ? [] : paragraphs([paperWords.citedDocuments, ...asList(names)]);
}

function taskWords(task: PlanReading['tasks'][number]): string[] {
  return [task.objective, task.task, task.activity, task.product, task.note].flatMap((text) => text ?? []);
}

function paragraphs(texts: readonly string[]): PaperBlock[] {
  return texts.map((words) => ({ kind: 'paragraph', words }));
}

function numbered(texts: readonly string[]): PaperBlock[] {
  return texts.map((words, index) => ({ kind: 'outline', level: 'clause', label: `${index + 1}.`, words }));
}
