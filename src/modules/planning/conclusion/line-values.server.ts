import { findUnitsByName } from '#modules/directory/index.server.ts';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import type { FormValues } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { mostAtOnce, type NewLine } from './conclusion.ts';
import { lineForm } from './input.ts';
import type { ProposedLine } from './read-lines.ts';
import { texts } from './texts.ts';

/** The fields of one line in the form, each named `d<number>-<field>`. */
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
export type LineValues = Readonly<Record<LineField, string>>;

export const emptyLine: LineValues = {
  text: '',
  as: 'task',
  title: '',
  unit: '',
  with: '',
  due: '',
  dueText: '',
  product: '',
  leader: '',
  task: '',
  reason: '',
};

/** The name of a field of a line in the form. */
export function lineField(number: number, field: LineField): string {
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
  return Object.fromEntries(
    lineFields.map((field) => [field, form.text(lineField(number, field)).trim()]),
  ) as LineValues;
}

/** A proposal as the form shows it: a task where it names who or until when, otherwise to be decided. */
export function proposedValues(line: ProposedLine, unitId: string | undefined): LineValues {
  return {
    ...emptyLine,
    text: line.text,
    as: line.isTask ? 'task' : 'open',
    title: line.title,
    unit: unitId ?? '',
    with: line.coordinating.join('; '),
    due: line.dueOn === null ? '' : formatDate(line.dueOn),
    dueText: line.dueText,
  };
}

/** The lines of the form, those without any text left out, or what is wrong with each field. */
export async function readLines(
  ctx: Ctx,
  typed: readonly LineValues[],
): Promise<{ ok: true; lines: NewLine[]; places: number[] } | { ok: false; problems: FieldProblem[] }> {
  const units = await findUnitsByName(
    ctx,
    typed.flatMap((values) => namesIn(values.with)),
  );
  const problems: FieldProblem[] = [];
  const lines: NewLine[] = [];
  const places: number[] = [];
  for (const [index, values] of typed.entries()) {
    if (values.text === '' && values.title === '') continue;
    const number = index + 1;
    const wrong = (field: LineField) => problems.push(lineProblem(ctx.lang, number, field));
    const given = lineForm.safeParse(values);
    if (!given.success) {
      for (const field of new Set(given.error.issues.map((issue) => issue.path[0] as LineField)))
        wrong(field);
      continue;
    }
    const line = given.data;
    const dueOn = line.due === '' ? null : parseDayFirstDate(line.due);
    const helpers = namesIn(values.with).map((name) => units.get(name)?.id);
    if (line.as === 'task' && line.title === '') wrong('title');
    else if (line.as === 'task' && dueOn === undefined) wrong('due');
    else if (line.as === 'task' && helpers.includes(undefined)) wrong('with');
    else if (line.as === 'joined' && line.task === '') wrong('task');
    else if (line.as === 'none' && line.reason === '') wrong('reason');
    else {
      const { title, product, dueText, unit: leadUnitId, leader: approverId } = line;
      const coordinatingUnitIds = helpers.flatMap((id) => (id && id !== leadUnitId ? [id] : []));
      const task = {
        title,
        product,
        dueText,
        dueOn: dueOn ?? null,
        leadUnitId,
        coordinatingUnitIds,
        approverId,
      };
      places.push(number);
      lines.push({ text: line.text, decision: decisionOf(line.as, task, line) });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, lines, places };
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

function namesIn(text: string): string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
