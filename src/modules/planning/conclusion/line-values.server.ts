import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import type { FormValues } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { type LineStanding, mostAtOnce, type NewLine } from './conclusion.ts';
import { lineForm } from './input.ts';
import { texts } from './texts.ts';

/** The fields of one line that hold one value, each named `d<number>-<field>` in the form. */
const singleFields = [
  'text',
  'as',
  'title',
  'unit',
  'due',
  'dueText',
  'product',
  'leader',
  'task',
  'reason',
  'unmatched',
] as const;
/** All that can be typed into one line, in the order of the form. */
export const lineFields = [
  'text',
  'as',
  'title',
  'unit',
  'with',
  'due',
  'dueText',
  'product',
  'leader',
  'task',
  'reason',
] as const;
export type LineField = (typeof lineFields)[number];
export type LineValues = Readonly<Record<(typeof singleFields)[number], string>> & {
  /** The units that help. */
  readonly with: readonly string[];
};

export const emptyLine: LineValues = {
  text: '',
  as: 'task',
  title: '',
  unit: '',
  with: [],
  due: '',
  dueText: '',
  product: '',
  leader: '',
  task: '',
  reason: '',
  unmatched: '',
};

/** The fields that say something only for one thing that a line can become. */
const fieldsOf: Readonly<Record<LineStanding, readonly (keyof LineValues)[]>> = {
  open: [],
  task: ['title', 'unit', 'with', 'due', 'dueText', 'product', 'leader'],
  joined: ['task'],
  none: ['reason'],
};

/** The name of a field of a line in the form. */
export function lineField(number: number, field: LineField | 'unmatched'): string {
  return `d${number}-${field}`;
}

/** What was typed, line by line; a form never has more than what may be confirmed at once. */
export function typedLines(form: FormValues): LineValues[] {
  const lines = Array.from({ length: mostAtOnce + 1 }, (_, index) => typedLine(form, index + 1));
  const last = lines.findLastIndex((line) => line.text !== '' || line.title !== '' || line.as !== '');
  return lines.slice(0, last + 1);
}

/** What was typed for one line. */
export function typedLine(form: FormValues, number: number): LineValues {
  const single = Object.fromEntries(
    singleFields.map((field) => [field, form.text(lineField(number, field)).trim()]),
  ) as Record<(typeof singleFields)[number], string>;
  return { ...single, with: form.texts(lineField(number, 'with')) };
}

/** The lines of the form, those without any text left out, or what is wrong with each field. */
export function readLines(
  lang: Lang,
  typed: readonly LineValues[],
): { ok: true; lines: NewLine[]; places: number[] } | { ok: false; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const lines: NewLine[] = [];
  const places: number[] = [];
  for (const [index, values] of typed.entries()) {
    if (values.text === '' && values.title === '') continue;
    const number = index + 1;
    const wrong = (field: LineField) => problems.push(lineProblem(lang, number, field));
    const given = lineForm.safeParse(counting(values));
    if (!given.success) {
      for (const field of new Set(given.error.issues.map((issue) => issue.path[0] as LineField)))
        wrong(field);
      continue;
    }
    const line = given.data;
    const dueOn = line.due === '' ? null : parseDayFirstDate(line.due);
    if (line.as === 'task' && line.title === '') wrong('title');
    else if (dueOn === undefined) wrong('due');
    else if (line.as === 'joined' && line.task === '') wrong('task');
    else if (line.as === 'none' && line.reason === '') wrong('reason');
    else {
      const { title, product, dueText, unit: leadUnitId, leader: approverId } = line;
      const coordinatingUnitIds = line.with.filter((id) => id !== leadUnitId);
      const task = { title, product, dueText, dueOn, leadUnitId, coordinatingUnitIds, approverId };
      places.push(number);
      lines.push({ text: line.text, decision: decisionOf(line.as, task, line) });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, lines, places };
}

/** A line without what says nothing for what it is to become. */
function counting(values: LineValues): LineValues {
  const others = Object.entries(fieldsOf).flatMap(([as, fields]) => (as === values.as ? [] : fields));
  return { ...values, ...Object.fromEntries(others.map((field) => [field, emptyLine[field]])) };
}

function decisionOf(
  standing: NewLine['decision']['standing'],
  task: Extract<NewLine['decision'], { standing: 'task' }>['task'],
  line: { readonly task: string; readonly reason: string },
): NewLine['decision'] {
  switch (standing) {
    case 'task':
      return { standing, task };
    case 'joined':
      return { standing, task: line.task };
    case 'none':
      return { standing, reason: line.reason };
    case 'open':
      return { standing };
  }
}

/** What is wrong with one field of a line, in a sentence that names the line. */
export function lineProblem(lang: Lang, number: number, field: LineField, sentence?: string): FieldProblem {
  const t = texts(lang);
  return {
    fieldId: lineField(number, field),
    text: t.of(formatNumber(lang, number), sentence ?? t.lineFault[field]),
  };
}
