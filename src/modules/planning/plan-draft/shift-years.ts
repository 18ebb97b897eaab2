import { readDue } from '../reading/deadline.ts';
import type { RowData, RowKind } from './plan-draft.ts';

export interface YearShift {
  /** The years of the plan that is copied. */
  readonly from: number;
  readonly to: number;
  /** How many years later the new plan is. */
  readonly by: number;
}

const datedTexts: readonly string[] = [
  'title',
  'objective',
  'task',
  'activity',
  'product',
  'due_text',
  'note',
  'text',
  'metric',
];
const days: readonly string[] = ['data_from', 'data_to', 'submit_by'];

/** A document that is cited keeps its own date: "số 10/KH-UBND ngày 12/01/2026", "Nghị quyết 76/NQ-CP năm 2021". */
const citedDocument =
  /(?:số\s*:?\s*)?(?<!\d)\d[\p{L}\d]*\/(?=[\d/-]*\p{L})[\p{L}\d/-]+(?:\s*,?\s*(?:ngày\s+[\d/.-]+|ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}|năm\s+\d{4}))?/giu;

/**
 * A row of an earlier plan for a later one: the plan's own years in texts, deadlines and days move on; documents that
 * are cited keep their dates. The deadline is read anew from its words.
 */
export function shiftYears<Kind extends RowKind>(
  kind: Kind,
  data: RowData[Kind],
  shift: YearShift,
): RowData[Kind] {
  const given = data as unknown as Record<string, unknown>;
  const moved: Record<string, unknown> = { ...given, line: [] };
  if (kind === 'citation') return moved as unknown as RowData[Kind];
  for (const field of datedTexts) {
    if (typeof given[field] === 'string') moved[field] = shiftText(given[field], shift);
  }
  for (const field of days) {
    if (typeof given[field] === 'string') moved[field] = shiftDay(given[field], shift.by);
  }
  if (kind === 'target' && typeof given.year === 'number') moved.year = given.year + shift.by;
  if (kind === 'task') {
    const words = moved.due_text;
    const years = { from: shift.from + shift.by, to: shift.to + shift.by };
    moved.due = typeof words === 'string' ? (readDue(words, years)?.due ?? null) : null;
  }
  return moved as unknown as RowData[Kind];
}

/** Moves the plan's own years in a text on; years of cited documents and of other times stay. */
export function shiftText(text: string, shift: YearShift): string {
  const kept = [...text.matchAll(citedDocument)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return text.replaceAll(/(?<!\d)20\d\d(?!\d)/g, (year, at: number) => {
    const isOfPlan = Number(year) >= shift.from && Number(year) <= shift.to;
    const isCited = kept.some(([begin, end]) => at >= begin && at < end);
    return isOfPlan && !isCited ? String(Number(year) + shift.by) : year;
  });
}

/** The same day some years later; 29 February becomes 28 where there is none. */
function shiftDay(day: string, by: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + by, month, 0)).getUTCDate();
  return [year + by, month, Math.min(date, last)].map((part) => String(part).padStart(2, '0')).join('-');
}
