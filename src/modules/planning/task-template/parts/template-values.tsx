import type { Facts } from '#platform/conflict/seen.ts';
import type { FormValues } from '#platform/http/req.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { stepForm, templateForm } from '../input.ts';
import { faultsOf, mostSteps, type TemplateContent, type TemplateStep } from '../task-template.ts';
import { type Texts, texts } from '../texts.ts';

/** The fields of one part in the form, each named `v<number>-<field>`. */
export const stepFields = ['title', 'product', 'evidence', 'unit', 'due', 'after'] as const;
export type StepValues = Readonly<Record<(typeof stepFields)[number], string>>;

/** The single fields of the whole. */
export const wholeFields = ['title', 'activity', 'product', 'evidence', 'note', 'unit', 'due'] as const;
export type TemplateValues = Readonly<Record<(typeof wholeFields)[number], string>> & {
  readonly coordinating: readonly string[];
  readonly steps: readonly StepValues[];
};

const noStep: StepValues = { title: '', product: '', evidence: '', unit: '', due: '', after: '' };
/** A form never shows more rows; what a forged one sends beyond is not read. */
const mostRows = 2 * mostSteps;

/** The name of a field of a part in the form. */
export function stepField(number: number, field: string): string {
  return `v${number}-${field}`;
}

/** A template as its form shows it. */
export function valuesOf(content: TemplateContent): TemplateValues {
  return {
    title: content.title,
    activity: content.activity ?? '',
    product: content.product ?? '',
    evidence: content.evidence ?? '',
    note: content.note ?? '',
    unit: content.leadUnitId ?? '',
    due: content.dueWorkingDays === null ? '' : String(content.dueWorkingDays),
    coordinating: content.coordinatingUnitIds,
    steps: content.steps.map((step) => ({
      title: step.title,
      product: step.product ?? '',
      evidence: step.evidence ?? '',
      unit: step.leadUnitId ?? '',
      due: step.dueWorkingDays === null ? '' : String(step.dueWorkingDays),
      after: step.after.join(', '),
    })),
  };
}

/** Some empty parts at the end, for as long as there may be more. */
export function withRoom(values: TemplateValues, room: number): TemplateValues {
  const free = Math.max(0, Math.min(room, mostSteps - values.steps.length));
  return { ...values, steps: [...values.steps, ...Array.from({ length: free }, () => noStep)] };
}

/** What was typed. Parts that were emptied are gone, and the numbers of those behind them move up. */
export function typedTemplate(form: FormValues): TemplateValues {
  const whole = Object.fromEntries(wholeFields.map((name) => [name, form.text(name)]));
  const rows = Array.from(
    { length: mostRows },
    (_, index) =>
      Object.fromEntries(
        stepFields.map((name) => [name, form.text(stepField(index + 1, name))]),
      ) as StepValues,
  );
  const last = rows.findLastIndex((row) => !isEmpty(row));
  return {
    ...(whole as Record<(typeof wholeFields)[number], string>),
    coordinating: form.texts('coordinating'),
    steps: withoutEmpty(rows.slice(0, last + 1)),
  };
}

function isEmpty(row: StepValues): boolean {
  return stepFields.every((name) => name === 'unit' || row[name] === '');
}

function withoutEmpty(rows: readonly StepValues[]): StepValues[] {
  const numbers = new Map<number, number>();
  for (const [index, row] of rows.entries()) if (!isEmpty(row)) numbers.set(index + 1, numbers.size + 1);
  const moved = (after: string) =>
    after.replaceAll(/\d+/g, (text) => {
      const number = Number(text);
      if (number < 1 || number > rows.length) return text;
      return String(numbers.get(number) ?? '');
    });
  const tidy = (after: string) =>
    numbers.size === rows.length
      ? after
      : moved(after)
          .replaceAll(/^[\s,;]+|[\s,;]+$/g, '')
          .replaceAll(/[\s,;]*[,;][\s,;]*/g, ', ');
  return rows.filter((row) => !isEmpty(row)).map((row) => ({ ...row, after: tidy(row.after) }));
}

/** The facts of a form, field by field, for telling whether somebody else changed them. */
export function factsOfValues(values: TemplateValues): Facts {
  const { coordinating, steps, ...whole } = values;
  const ofSteps = steps.flatMap((step, index) =>
    stepFields.map((name): [string, string] => [stepField(index + 1, name), step[name]]),
  );
  return { ...whole, coordinating: coordinating.join('\n'), ...Object.fromEntries(ofSteps) };
}

/** The template of the form, or what is wrong with each field. */
export function readTemplate(
  lang: Lang,
  values: TemplateValues,
): { ok: true; content: TemplateContent } | { ok: false; problems: FieldProblem[] } {
  const t = texts(lang);
  const whole = templateForm.safeParse(values);
  const faults: Readonly<Record<string, unknown>> = t.fault;
  const problems: FieldProblem[] = whole.success
    ? []
    : fieldsIn(whole.error.issues).map((field) => ({ fieldId: field, text: String(faults[field]) }));
  if (values.steps.length > mostSteps) {
    problems.push({ fieldId: stepField(mostSteps + 1, 'title'), text: t.refusal['too-many-parts'] });
  }
  const steps: TemplateStep[] = [];
  for (const [index, row] of values.steps.entries()) {
    const read = stepForm.safeParse(row);
    if (!read.success) {
      problems.push(...fieldsIn(read.error.issues).map((field) => stepProblem(lang, index + 1, field)));
      continue;
    }
    const { unit, due, ...step } = read.data;
    steps.push({ ...step, leadUnitId: unit, dueWorkingDays: due });
  }
  if (!whole.success || problems.length > 0) return { ok: false, problems };
  const { unit, coordinating, due, ...rest } = whole.data;
  const content = {
    ...rest,
    leadUnitId: unit,
    coordinatingUnitIds: coordinating.filter((one) => one !== unit),
    dueWorkingDays: due,
    steps,
  };
  const misfits = misfitProblems(lang, content);
  return misfits.length > 0 ? { ok: false, problems: misfits } : { ok: true, content };
}

/** What is wrong with one field of a part, in a sentence that names the part. */
export function stepProblem(lang: Lang, number: number, field: string): FieldProblem {
  const t = texts(lang);
  const shown = formatNumber(lang, number);
  const faults: Readonly<Record<string, unknown>> = t.fault;
  const text = field === 'title' ? t.fault.stepTitle(shown) : t.fault.of(shown, String(faults[field]));
  return { fieldId: stepField(number, field), text };
}

/** What does not fit together, beside the field that says so. */
export function misfitProblems(lang: Lang, content: Parameters<typeof faultsOf>[0]): FieldProblem[] {
  const t: Texts['misfit'] = texts(lang).misfit;
  const shown = (count: number) => formatNumber(lang, count);
  return faultsOf(content).map((fault) => {
    switch (fault.code) {
      case 'after-whole':
        return {
          fieldId: stepField(fault.step, 'due'),
          text: t['after-whole'](shown(fault.step), shown(fault.days), shown(fault.latest)),
        };
      case 'unknown-step':
        return {
          fieldId: stepField(fault.step, 'after'),
          text: t['unknown-step'](shown(fault.step), shown(fault.other)),
        };
      case 'circle':
        return {
          fieldId: stepField(fault.step, 'after'),
          text: t.circle(fault.way.map(shown).join(' → ')),
        };
    }
  });
}

function fieldsIn(issues: readonly { readonly path: readonly PropertyKey[] }[]): string[] {
  return [...new Set(issues.map((issue) => String(issue.path[0] ?? '')))];
}
