import { parseDayFirstDate, type PlainDate } from '#platform/clock/plain-date.ts';
import type { FormValues } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { partForm } from '../input.ts';
import { mostSteps, type PlannedPart, withoutParts } from '../task-template.ts';
import { texts } from '../texts.ts';
import { misfitProblems, stepField } from './template-values.tsx';

/** The fields of one part that is to be made, each named `v<number>-<field>`. */
const partFields = ['title', 'product', 'evidence', 'unit', 'assignee', 'due', 'after', 'skip'] as const;
export type PartValues = Readonly<Record<(typeof partFields)[number], string>>;

/** Parts as the preview shows them. */
export function partValues(parts: readonly PlannedPart[]): PartValues[] {
  return parts.map((part) => ({
    title: part.title,
    product: part.product ?? '',
    evidence: part.evidence ?? '',
    unit: part.leadUnitId ?? '',
    assignee: part.assigneeId ?? '',
    due: part.dueOn ? formatDate(part.dueOn) : '',
    after: part.after.join(', '),
    skip: '',
  }));
}

/** What was typed into the preview; it says itself how many parts it shows. */
export function typedParts(form: FormValues): PartValues[] {
  const count = Math.min(Math.max(0, Math.trunc(Number(form.text('parts')) || 0)), mostSteps);
  return Array.from(
    { length: count },
    (_, index) =>
      Object.fromEntries(
        partFields.map((name) => [name, form.text(stepField(index + 1, name))]),
      ) as PartValues,
  );
}

/** What the form may choose from, and what bounds its days. */
export interface PartBounds {
  readonly units: readonly { readonly value: string }[];
  readonly people: readonly { readonly value: string }[];
  readonly approverId: string | null;
  /** The deadline of the larger task. */
  readonly latest: PlainDate | null;
}

/** The parts of the form that are to be made, or what is wrong with each field. Parts left out are not looked at. */
export function readParts(
  lang: Lang,
  rows: readonly PartValues[],
  bounds: PartBounds,
): { ok: true; parts: PlannedPart[] } | { ok: false; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const read = rows.map((row, index) => readPart(lang, row, index + 1, bounds, problems));
  const leftOut = new Set(rows.flatMap((row, index) => (row.skip === '' ? [] : [index + 1])));
  if (problems.length > 0) return { ok: false, problems };
  const misfits = misfitProblems(lang, {
    dueWorkingDays: null,
    steps: read.map(({ after }, index) => ({
      dueWorkingDays: null,
      after: leftOut.has(index + 1) ? [] : after,
    })),
  });
  if (misfits.length > 0) return { ok: false, problems: misfits };
  return { ok: true, parts: withoutParts(read, leftOut) };
}

function readPart(
  lang: Lang,
  row: PartValues,
  number: number,
  bounds: PartBounds,
  problems: FieldProblem[],
): PlannedPart {
  const t = texts(lang);
  const shown = formatNumber(lang, number);
  const given = partForm.safeParse(row);
  const dueOn = row.due === '' ? null : parseDayFirstDate(row.due);
  const empty: PlannedPart = {
    title: '',
    product: null,
    evidence: null,
    leadUnitId: null,
    assigneeId: null,
    approverId: null,
    dueOn: null,
    after: [],
  };
  if (row.skip !== '') return { ...empty, after: given.data?.after ?? [] };
  const wrong = (field: string, text: string) => problems.push({ fieldId: stepField(number, field), text });
  const sentences: Readonly<Record<string, unknown>> = t.fault;
  for (const field of new Set((given.error?.issues ?? []).map((issue) => String(issue.path[0])))) {
    wrong(
      field,
      field === 'title'
        ? t.fault.stepTitle(shown)
        : t.fault.of(shown, field === 'due' ? t.fault.dueOn : String(sentences[field])),
    );
  }
  if (dueOn === undefined) wrong('due', t.fault.of(shown, t.fault.dueOn));
  if (!given.success || dueOn === undefined) return empty;
  const { unit, assignee, title, product, evidence, after } = given.data;
  const isAmong = (id: string | null, among: PartBounds['units']) =>
    id === null || among.some((one) => one.value === id);
  if (!isAmong(unit, bounds.units)) wrong('unit', t.fault.of(shown, t.fault.unit));
  if (!isAmong(assignee, bounds.people)) wrong('assignee', t.fault.of(shown, t.fault.assignee));
  if (dueOn && bounds.latest && dueOn > bounds.latest) {
    wrong('due', t.dueAfterWhole(shown, formatDate(dueOn), formatDate(bounds.latest)));
  }
  const people = { leadUnitId: unit, assigneeId: assignee, approverId: bounds.approverId };
  return { title, product, evidence, ...people, dueOn, after };
}
