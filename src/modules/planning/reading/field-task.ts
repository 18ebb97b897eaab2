import type { Commune } from './commune-units.ts';
import { readAxis } from './axis.ts';
import type { PlanYears } from './due-parts.ts';
import { emptyCell } from './grid.ts';
import type { LabelKind } from './numbering.ts';
import type { Passage } from './passage.ts';
import type { Section } from './plan-reading.ts';
import { type ProseFields, splitFields } from './prose-fields.ts';
import type { ProseTasks } from './prose-task.ts';
import { leadOf } from './section-titles.ts';
import { readTaskRow, type TaskRead } from './task-row.ts';
import { timePhraseIn } from './time-phrase.ts';

const RANKS: readonly LabelKind[] = ['roman', 'letter-upper', 'number', 'decimal', 'letter', 'dash', 'plus'];
const ANSWERS = ['lead', 'lead-and-coordinators', 'due', 'product'];
const FEWEST_TASKS = 2;

interface Form {
  passage: Passage;
  text: string;
  fields: ProseFields['fields'];
  line: number[];
  /** Its number where that stands in the name of a field: "Nhiệm vụ 3: …". */
  numbered?: string;
}

/**
 * Reads tasks that stand in prose like forms: the words of the task, then "Đơn vị chủ trì: …", "Thời gian: …" in the
 * same paragraph or in those below. Nothing when the plan does not write so.
 */
export function readFieldTasks(passages: readonly Passage[], years: PlanYears, commune: Commune): ProseTasks {
  const forms = formsOf(passages).filter((form) => form.fields.some(({ role }) => ANSWERS.includes(role)));
  const read: ProseTasks = { sections: [], tasks: [] };
  if (forms.length < FEWEST_TASKS) return read;
  const byPassage = new Map(forms.map((form) => [form.passage, form]));
  const headings: (Passage | undefined)[] = [];
  for (const passage of passages) {
    const rank = passage.label ? RANKS.indexOf(passage.label.kind) : RANKS.length;
    const form = byPassage.get(passage);
    if (form) {
      const over = headings
        .slice(0, form.numbered ? RANKS.length : rank)
        .filter((other) => other !== undefined);
      const time = over.at(-1);
      const phrase = time && over.length > 1 ? timePhraseIn(titleOf(time)) : null;
      if (phrase !== null) over.pop();
      const heading = over.at(-1);
      const section = heading ? sectionOf(heading, read.sections) : null;
      const titled = heading ? leadOf(titleOf(heading), commune).join('; ') : '';
      addMissing(form, 'due', phrase ?? '');
      addMissing(form, 'lead', titled);
      read.tasks.push(toTask(form, section, years, commune));
    } else if (passage.heading) {
      headings.length = rank;
      headings[rank] = passage;
    }
  }
  return read;
}

/** What a heading says for all tasks below it, where a task does not say it itself. */
function addMissing(form: Form, role: 'due' | 'lead', value: string): void {
  const said = form.fields.some((field) => field.role === role || field.role === 'lead-and-coordinators');
  if (value !== '' && !said) form.fields.push({ role, value });
}

function titleOf(heading: Passage): string {
  return heading.label?.rest ?? heading.text;
}

function toTask(form: Form, section: string | null, years: PlanYears, commune: Commune): TaskRead {
  const fields = [{ role: 'task' as const, value: form.text }, ...form.fields];
  const row = {
    seq: form.numbered ?? (form.passage.label?.code || null),
    section,
    line: form.line,
    cells: fields.map(({ value }) => ({ ...emptyCell(), text: value })),
    doubts: [],
  };
  const columns = fields.map(({ role }) => ({ role, title: '', leaf: '' }));
  return readTaskRow(row, columns, years, commune);
}

/** Each paragraph with fields of its own, or with paragraphs of nothing but fields below it. */
function formsOf(passages: readonly Passage[]): Form[] {
  const forms: Form[] = [];
  let above: Form | undefined;
  for (const passage of passages) {
    if (passage.footnote) continue;
    const text = passage.label?.rest ?? passage.text;
    const split = splitFields(text);
    const [first, ...others] = split?.fields ?? [];
    const opens = split?.text === '' && first?.role === 'task';
    if (split?.text === '' && above && !opens) {
      above.fields.push(...split.fields);
      above.line.push(...passage.line);
      continue;
    }
    above = {
      passage,
      text: opens ? first.value : (split?.text ?? text).replace(/[\s:;.(]+$/u, ''),
      fields: opens ? others : (split?.fields ?? []),
      line: [...passage.line],
      ...(opens && first.number !== undefined ? { numbered: first.number } : {}),
    };
    forms.push(above);
  }
  return forms;
}

function sectionOf(heading: Passage, sections: Section[]): string {
  if (!sections.some((section) => section.code === heading.where)) {
    const title = titleOf(heading);
    sections.push({ code: heading.where, title, axis: readAxis(title), line: [...heading.line] });
  }
  return heading.where;
}
