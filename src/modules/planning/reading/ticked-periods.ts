import type { AnnexRow } from './annex-rows.ts';
import { quarterPeriod } from './calendar-days.ts';
import type { Column } from './column-role.ts';
import { type ColumnRole, TICK } from './column-words.ts';
import { readDue } from './deadline.ts';
import { dueOf, type PlanYears, quartersDue, soleYear } from './due-parts.ts';
import type { Due } from './plan-reading.ts';

export interface TickedPeriods {
  /** What the ticks say, in words: "Quý I, II". */
  phrase: string;
  due: Due | null;
  whole: boolean;
}

const PERIODS: readonly ColumnRole[] = ['quarter', 'month', 'year'];
const ROMAN_QUARTERS = ['', 'I', 'II', 'III', 'IV'];

/** The deadline that a row ticks in columns of quarters, months or years; null when it ticks none. */
export function readTicks(row: AnnexRow, columns: readonly Column[], years: PlanYears): TickedPeriods | null {
  const filled = columns.flatMap((column, index) => {
    const text = PERIODS.includes(column.role) ? (row.cells[index]?.text ?? '') : '';
    return text === '' ? [] : [{ column, index, text, span: row.cells[index]?.span ?? 1 }];
  });
  if (filled.length === 0) return null;
  const written = filled.filter(({ text }) => !TICK.test(text)).map(({ text }) => text);
  if (written.length > 0) return byPhrase(written.join('; '), years);
  const ticked = filled.flatMap(({ index, span }) =>
    columns.slice(index, index + span).filter((column) => PERIODS.includes(column.role)),
  );
  const role = ticked[0]?.role;
  const numbers = ticked.filter((column) => column.role === role).map((column) => column.number ?? 0);
  if (role === 'year') return yearTicks(numbers);
  if (role === 'month') return byPhrase(`Tháng ${numbers.join(', ')}`, years);
  const phrase = `Quý ${numbers.map((number) => ROMAN_QUARTERS[number]).join(', ')}`;
  const year = soleYear(years);
  if (year === null) return byPhrase(phrase, years);
  return { phrase, due: quartersDue(numbers.map((number) => quarterPeriod(year, number))), whole: true };
}

function byPhrase(phrase: string, years: PlanYears): TickedPeriods {
  const read = readDue(phrase, years);
  return { phrase, due: read?.due ?? null, whole: read?.whole ?? true };
}

function yearTicks(numbers: readonly number[]): TickedPeriods {
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  const unbroken = to - from + 1 === numbers.length && numbers.length > 1;
  const phrase = unbroken ? `${from} - ${to}` : `Năm ${numbers.join(', ')}`;
  return { phrase, due: dueOf('year', { from: `${from}-01-01`, to: `${to}-12-31` }), whole: true };
}
