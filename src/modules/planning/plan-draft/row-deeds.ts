import type { RowData, RowKind } from './plan-draft.ts';

type Task = RowData['task'];

/** The texts of each kind of row that may be cut in two, joined, or moved to another row. */
export const movableFields = {
  task: ['objective', 'task', 'activity', 'product', 'chair_leader', 'due_text', 'note'],
  target: ['text', 'metric'],
  report: ['text'],
  citation: [],
  section: ['title'],
} as const satisfies { readonly [Kind in RowKind]: readonly (keyof RowData[Kind])[] };

export function isMovable(kind: RowKind, field: string): boolean {
  return (movableFields[kind] as readonly string[]).includes(field);
}

/**
 * Two rows as one: texts follow each other, units and lines are gathered, and what only one of them says stays. The
 * first row's deadline and figures win.
 */
export function mergedData<Kind extends RowKind>(
  kind: Kind,
  first: RowData[Kind],
  second: RowData[Kind],
): RowData[Kind] {
  const one = first as unknown as Record<string, unknown>;
  const two = second as unknown as Record<string, unknown>;
  const merged: Record<string, unknown> = { ...two, ...present(one) };
  for (const field of movableFields[kind]) {
    merged[field] = field === 'due_text' ? (one[field] ?? two[field]) : joined(one[field], two[field]);
  }
  merged.line = [...new Set([...linesOf(one), ...linesOf(two)])].sort((a, b) => a - b);
  if (kind === 'task') {
    const [a, b] = [first as Task, second as Task];
    merged.lead = [...new Set([...a.lead, ...b.lead])];
    merged.coordinators = [...new Set([...a.coordinators, ...b.coordinators])].filter(
      (unit) => !(merged.lead as string[]).includes(unit),
    );
  }
  return merged as unknown as RowData[Kind];
}

/**
 * One row as two: the second takes `tail`, the end of one text, and shares everything else. Undefined when the text
 * does not end so, or when nothing would be left of it.
 */
export function splitData<Kind extends RowKind>(
  data: RowData[Kind],
  field: string,
  tail: string,
): readonly [RowData[Kind], RowData[Kind]] | undefined {
  const text = textOf(data, field);
  const end = tail.normalize('NFC').trim();
  if (end === '' || !text.trimEnd().endsWith(end)) return undefined;
  const head = text.trimEnd().slice(0, -end.length).trimEnd();
  if (head === '') return undefined;
  return [
    { ...data, [field]: head },
    { ...data, [field]: end, ...('seq' in data ? { seq: null } : {}) },
  ];
}

/** Moves a text, or its end, out of one row to the end of a text of another. Undefined when it is not there. */
export function movedText<From extends object, To extends object>(
  from: { readonly data: From; readonly field: string },
  to: { readonly data: To; readonly field: string },
  words: string,
): readonly [From, To] | undefined {
  const text = textOf(from.data, from.field);
  const moved = words.normalize('NFC').trim();
  const at = moved === '' ? -1 : text.indexOf(moved);
  if (at < 0) return undefined;
  const rest = [text.slice(0, at).trim(), text.slice(at + moved.length).trim()].filter(Boolean).join(' ');
  return [
    { ...from.data, [from.field]: rest || null },
    { ...to.data, [to.field]: joined(textOf(to.data, to.field), moved) },
  ];
}

function joined(one: unknown, two: unknown): string | null {
  const [a, b] = [one, two].map((text) => (typeof text === 'string' ? text.trim() : ''));
  if (!a || !b || a === b) return a || b || null;
  return `${a} ${b}`;
}

function present(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function textOf(data: object, field: string): string {
  const value = (data as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

function linesOf(values: Record<string, unknown>): number[] {
  return Array.isArray(values.line) ? (values.line as number[]) : [];
}
