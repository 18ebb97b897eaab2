import { readAxis } from './axis.ts';
import type { PlanYears } from './due-parts.ts';
import { emptyCell } from './grid.ts';
import type { LabelKind } from './numbering.ts';
import type { Passage } from './passage.ts';
import type { Section } from './plan-reading.ts';
import { type ProseFields, splitFields } from './prose-fields.ts';
import type { ProseTasks } from './prose-task.ts';
import { readTaskRow } from './task-row.ts';

const RANKS: readonly LabelKind[] = ['roman', 'letter-upper', 'number', 'decimal', 'letter', 'dash', 'plus'];
const ANSWERS = ['lead', 'lead-and-coordinators', 'due', 'product'];
const FEWEST_TASKS = 2;

interface Form {
  passage: Passage;
  text: string;
  fields: ProseFields['fields'];
  line: number[];
}

/**
 * Reads tasks that stand in prose like forms: the words of the task, then "Đơn vị chủ trì: …", "Thời gian: …" in the
 * same paragraph or in those below. Nothing when the plan does not write so.
 */
export function readFieldTasks(passages: readonly Passage[], years: PlanYears, level: string): ProseTasks {
  const forms = formsOf(passages).filter((form) => form.fields.some(({ role }) => ANSWERS.includes(role)));
  const read: ProseTasks = { sections: [], tasks: [] };
  if (forms.length < FEWEST_TASKS) return read;
  const own = new Set(forms.map((form) => form.passage));
  for (const form of forms) {
    const heading = headingOver(form.passage, passages, own);
    const section = heading ? sectionOf(heading, read.sections) : null;
    const cells = [form.text, ...form.fields.map(({ value }) => value)];
    const columns = [
      { role: 'task' as const, title: '', leaf: '' },
      ...form.fields.map(({ role }) => ({ role, title: '', leaf: '' })),
    ];
    const row = {
      seq: form.passage.label?.code || null,
      section,
      line: form.line,
      cells: cells.map((text) => ({ ...emptyCell(), text })),
      doubts: [],
    };
    read.tasks.push(readTaskRow(row, columns, years, level));
  }
  return read;
}

/** Each paragraph with fields of its own, or with paragraphs of nothing but fields below it. */
function formsOf(passages: readonly Passage[]): Form[] {
  const forms: Form[] = [];
  let above: Form | undefined;
  for (const passage of passages) {
    if (passage.footnote) continue;
    const text = passage.label?.rest ?? passage.text;
    const split = splitFields(text);
    if (split && split.text === '' && above) {
      above.fields.push(...split.fields);
      above.line.push(...passage.line);
      continue;
    }
    above = {
      passage,
      text: (split?.text ?? text).replace(/[\s:;.(]+$/u, ''),
      fields: split?.fields ?? [],
      line: [...passage.line],
    };
    forms.push(above);
  }
  return forms;
}

/** The nearest passage above that is numbered on a higher level and is no task itself. */
function headingOver(
  passage: Passage,
  passages: readonly Passage[],
  tasks: ReadonlySet<Passage>,
): Passage | undefined {
  const rank = passage.label ? RANKS.indexOf(passage.label.kind) : RANKS.length;
  return passages
    .slice(0, passages.indexOf(passage))
    .findLast(
      (other) => other.heading && !tasks.has(other) && RANKS.indexOf(other.label?.kind ?? 'plus') < rank,
    );
}

function sectionOf(heading: Passage, sections: Section[]): string {
  if (!sections.some((section) => section.code === heading.where)) {
    const title = heading.label?.rest ?? heading.text;
    sections.push({ code: heading.where, title, axis: readAxis(title), line: [...heading.line] });
  }
  return heading.where;
}
