import { formatDayFirst, parsePlainDate } from '#platform/clock/plain-date.ts';
import type { Run } from '#platform/docgen/paper.ts';
import { comparedFields, type FieldChange } from '../../plan-difference/plan-difference.ts';
import type { AnyRow, RowKind } from '../../plan-draft/plan-draft.ts';
import { paperWords } from '../texts.ts';

const words = paperWords.difference;
/** Fields that the name of a row says already. */
const NAMED: Readonly<Record<RowKind, readonly string[]>> = {
  section: ['code'],
  task: ['section', 'seq'],
  target: [],
  report: ['period'],
  citation: ['role'],
};

/** What a row is: "Nhiệm vụ 3 (mục I)" and, under it, the words by which people know it. */
export function rowName(row: AnyRow): Run[] {
  const [name, known] = namesOf(row);
  return [{ text: name, bold: true }, ...(known === '' ? [] : [{ text: `\n${known}` }])];
}

function namesOf(row: AnyRow): [name: string, known: string] {
  switch (row.kind) {
    case 'section':
      return [words.row.section(row.data.code), row.data.title];
    case 'task': {
      const { seq, section, objective, task, activity } = row.data;
      return [words.row.task(seq ?? '', section ?? ''), task || activity || objective || ''];
    }
    case 'target':
      return [words.row.target, row.data.text];
    case 'report':
      return [paperWords.report.name[row.data.period], ''];
    case 'citation':
      return [words.row.citation[row.data.role], [row.data.type, row.data.number].filter(Boolean).join(' ')];
  }
}

/** Every field of a row that holds something, a line each. */
export function filledFieldLines(row: AnyRow): Run[] {
  const data = row.data as unknown as Readonly<Record<string, unknown>>;
  return lines(
    comparedFields[row.kind]
      .filter((field) => !NAMED[row.kind].includes(field))
      .map((field) => ({ label: labelOf(row.kind, field), value: wordsOf(field, plainValue(data[field])) }))
      .filter(({ value }) => value !== ''),
  );
}

/** The fields that read otherwise, as one of the two versions has them. */
export function changedFieldLines(
  kind: RowKind,
  fields: readonly FieldChange[],
  side: 'before' | 'after',
): Run[] {
  return lines(
    fields.map((change) => ({
      label: labelOf(kind, change.field),
      value: wordsOf(change.field, change[side]) || words.empty,
    })),
  );
}

function lines(fields: readonly { label: string; value: string }[]): Run[] {
  return fields.flatMap(({ label, value }, index) => [
    { text: `${index > 0 ? '\n' : ''}${words.labelled(label)}`, italic: true },
    { text: value },
  ]);
}

function labelOf(kind: RowKind, field: string): string {
  const labels: Readonly<Record<string, string>> =
    kind === 'task' ? { ...words.field, ...paperWords.taskColumn } : words.field;
  return labels[field] ?? field;
}

function plainValue(value: unknown): string {
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** A value in words: days day first, what the data names by a code by its name. */
function wordsOf(field: string, value: string): string {
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    operator: words.operator,
    axis: words.axis,
    period: paperWords.report.name,
    role: words.row.citation,
  };
  if (field === 'value') return value.replace('.', ',');
  const date = parsePlainDate(value);
  return named[field]?.[value] ?? (date === undefined ? value : formatDayFirst(date));
}
