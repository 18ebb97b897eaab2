import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { readDue } from '../../reading/deadline.ts';
import type { Due } from '../../reading/plan-reading.ts';
import { rowForms } from '../input.ts';
import type { AnyRow, RowKind } from '../plan-draft.ts';

/** The fields of each kind of row, in the order of the form. */
export const fieldsOf = {
  task: [
    'task',
    'activity',
    'product',
    'lead',
    'coordinators',
    'due_text',
    'due_day',
    'chair_leader',
    'objective',
    'section',
    'seq',
    'note',
  ],
  target: ['text', 'metric', 'operator', 'value', 'unit', 'year'],
  report: ['text', 'period', 'data_from', 'data_to', 'submit_by', 'submit_words', 'to', 'by'],
  citation: ['role', 'type', 'number', 'date', 'issuer'],
  section: ['code', 'title', 'axis'],
} as const satisfies Record<RowKind, readonly string[]>;

export type FieldName = (typeof fieldsOf)[RowKind][number];

const days: ReadonlySet<string> = new Set(['date', 'data_from', 'data_to', 'submit_by']);

/** A row's fields as a person reads and types them: days as dd/mm/yyyy, lists one entry a line, a decimal comma. */
export function toFields(row: AnyRow): Record<string, string> {
  const data = row.data as unknown as Record<string, unknown>;
  return Object.fromEntries(
    fieldsOf[row.kind].map((name) => {
      const value = data[name];
      if (Array.isArray(value)) return [name, value.join('\n')];
      if (typeof value === 'number') return [name, String(value).replace('.', ',')];
      if (typeof value !== 'string') return [name, ''];
      return [name, days.has(name) ? dayFirst(value) : value];
    }),
  );
}

/** True when the form's fields say something else than the row. */
export function hasChanged(row: AnyRow, values: Readonly<Record<string, string>>): boolean {
  const kept = toFields(row);
  return fieldsOf[row.kind].some(
    (name) => values[name] !== undefined && plainLines(values[name]) !== plainLines(kept[name] ?? ''),
  );
}

/** Browsers send line ends as CR LF. */
function plainLines(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** What was typed, as the row keeps it; or the fields that cannot be understood. */
export function fromFields(
  kind: RowKind,
  values: Readonly<Record<string, string>>,
  years: { from: number; to: number },
): { ok: true; data: object } | { ok: false; wrong: FieldName[] } {
  const parsed = rowForms[kind].safeParse(values);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]) as FieldName);
  for (const name of fieldsOf[kind]) {
    const text = values[name] ?? '';
    if ((days.has(name) || name === 'due_day') && text && !parseDayFirstDate(text)) wrong.push(name);
  }
  if (!parsed.success || wrong.length > 0) return { ok: false, wrong: [...new Set(wrong)] };
  const given: Record<string, unknown> = { ...parsed.data };
  for (const name of days) if (name in given) given[name] = parseDayFirstDate(String(given[name])) ?? null;
  if (kind === 'target') given.value = Number(String(given.value).replace(',', '.'));
  if (kind === 'task') return { ok: true, data: taskData(given, years) };
  if (kind !== 'report') return { ok: true, data: given };
  const report = reportData(given, years);
  return report ? { ok: true, data: report } : { ok: false, wrong: ['submit_words'] };
}

function taskData(
  { due_day, ...given }: Record<string, unknown>,
  years: { from: number; to: number },
): object {
  const byHand = parseDayFirstDate(textOf(due_day));
  const phrase = textOf(given.due_text);
  const due: Due | null = byHand
    ? { kind: 'date', from: null, to: byHand, recurrence: null, before: false }
    : (phrase && readDue(phrase, years)?.due) || null;
  return { ...given, lead: listOf(given.lead), coordinators: listOf(given.coordinators), due };
}

/** A report with its rule, where one was written; undefined when the words of the rule say no rhythm. */
function reportData(
  { submit_words, ...given }: Record<string, unknown>,
  years: { from: number; to: number },
): object | undefined {
  const words = textOf(submit_words);
  if (words === '') return given;
  const rule = readDue(words, years)?.due.recurrence;
  return rule ? { ...given, submit_rule: rule } : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): string[] {
  return textOf(value)
    .split(/[\n;]+/)
    .map((name) => name.replaceAll(/\s+/g, ' ').trim().slice(0, 200))
    .filter(Boolean)
    .slice(0, 30);
}

function dayFirst(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${month}/${year}`;
}
