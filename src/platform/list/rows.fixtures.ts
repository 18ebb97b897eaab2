import fc from 'fast-check';
import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { addDays, plainDate } from '#platform/clock/plain-date.ts';
import type { Db } from '#platform/db/db.ts';
import type { FieldMap } from './compile-filter.server.ts';
import type { Condition, ListFilter, ListShape } from './filter.ts';
import type { OrderMap } from './order.server.ts';
import { type ListField, operators, operatorsOf } from './operator.ts';
import { namedPeriods, parsePeriod, spanOf } from './period.ts';

/** A row with one field of each kind, for tests of filters and orders. */
export interface SampleRow {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly note: string | null;
  readonly state: 'open' | 'done';
  readonly owner: string | null;
  readonly day: string | null;
  /** A moment of that day in Việt Nam, early or late. */
  readonly at: string | null;
  readonly amount: number | null;
  readonly urgent: boolean;
}

export const today = plainDate('2026-05-12');
const owners = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'];
const nobody = '0190a000-0000-7000-8000-000000000003';
const words = ['an', 'Ân', 'ăn', 'đò', 'Đo', 'hòa', 'hoà', 'ê', 'z', 'a b', 'ư 1%'];

export const shape: ListShape = {
  fields: {
    name: { kind: 'text' },
    note: { kind: 'text', canBeEmpty: true },
    state: { kind: 'choice', choices: ['open', 'done'] },
    owner: { kind: 'id', canBeEmpty: true },
    day: { kind: 'date', canBeEmpty: true },
    at: { kind: 'date', canBeEmpty: true },
    amount: { kind: 'number', canBeEmpty: true },
    urgent: { kind: 'yes-no' },
  },
  sorts: ['place', 'name', 'day', 'amount', 'owner'],
};

export const fieldMap: FieldMap = {
  name: {
    kind: 'text',
    column: sql`r.name`,
    foldedWithin: sql`platform.fold(r.name || ' ' || coalesce(r.note, ''))`,
  },
  note: { kind: 'text', column: sql`r.note` },
  state: { matches: (value) => sql`r.state = ${value}` },
  owner: { kind: 'id', column: sql`r.owner` },
  day: { kind: 'date', column: sql`r.day` },
  at: { moment: sql`r.at` },
  amount: { kind: 'number', column: sql`r.amount` },
  urgent: { kind: 'yes-no', column: sql`r.urgent` },
};

const ties = [{ kind: 'id', sql: sql`r.id` }] as const;
export const orders: OrderMap = {
  place: { ties: [{ kind: 'whole', sql: sql`r.place` }, ...ties] },
  name: { by: { kind: 'text', sql: sql`left(r.name, 100) collate "vi-x-icu"` }, ties },
  day: { by: { kind: 'date', sql: sql`r.day`, canBeEmpty: true }, ties },
  amount: { by: { kind: 'number', sql: sql`r.amount`, canBeEmpty: true }, ties },
  // The second owner stands first, so that the order of the ids cannot pass for it; a third has no rows.
  owner: {
    groups: {
      column: sql`r.owner`,
      inOrder: sql`array[${owners[1]}, ${nobody}, ${owners[0]}]::uuid[]`,
    },
    ties,
  },
};

/** The rows as a table of the database. */
export function inDatabase(db: Db, rows: readonly SampleRow[]) {
  return db
    .selectFrom(
      sql<SampleRow>`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`.as<'r'>(
        sql`r(id uuid, place int, name text, note text, state text, owner uuid, day date, at timestamptz, amount numeric, urgent boolean)`,
      ) as never,
    )
    .select(sql<string>`r.id`.as('id'));
}

const dayNear = fc.integer({ min: -40, max: 40 }).map((n) => addDays(today, n) as string);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });

export const anyRow: fc.Arbitrary<SampleRow> = fc.record({
  id: fc.uuid({ version: 7 }),
  place: fc.integer({ min: 0, max: 5 }),
  name: fc.constantFrom(...words),
  note: orNull(fc.constantFrom('', ...words)),
  state: fc.constantFrom('open', 'done'),
  owner: orNull(fc.constantFrom(...owners)),
  day: orNull(dayNear),
  at: orNull(
    fc
      .tuple(dayNear, fc.constantFrom('00:00:00', '06:59:59', '23:59:59.999999'))
      .map(([day, time]) => `${day}T${time}+07:00`),
  ),
  amount: orNull(fc.integer({ min: -50, max: 50 }).map((n) => n / 10)),
  urgent: fc.boolean(),
});

/** Rows of which no two have the same id. */
export const anyRows = fc.uniqueArray(anyRow, { maxLength: 30, selector: (row) => row.id });

function anyValue(field: ListField): fc.Arbitrary<string> {
  switch (field.kind) {
    case 'text':
      return fc.constantFrom(...words);
    case 'choice':
      return fc.constantFrom(...(field.choices ?? []));
    case 'id':
      return fc.constantFrom(...owners);
    case 'date':
      return dayNear;
    case 'number':
      return fc.integer({ min: -50, max: 50 }).map((n) => String(n / 10));
    case 'yes-no':
      return fc.constantFrom('co', 'khong');
  }
}

const anyPeriod = fc.oneof(
  fc.constantFrom<string>(...namedPeriods),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('toi', 'qua'))
    .map(([n, side]) => `${n}-ngay-${side}`),
);

function anyValues(field: ListField, takes: string): fc.Arbitrary<string[]> {
  const value = anyValue(field);
  if (takes === 'none') return fc.constant([]);
  if (takes === 'period') return anyPeriod.map((one) => [one]);
  if (takes === 'many') return fc.array(value, { minLength: 1, maxLength: 3 });
  if (takes === 'one') return value.map((one) => [one]);
  return fc
    .tuple(value, value)
    .map((pair) => pair.sort((a, b) => (field.kind === 'number' ? Number(a) - Number(b) : a < b ? -1 : 1)));
}

const anyCondition: fc.Arbitrary<Condition> = fc
  .constantFrom(...Object.entries(shape.fields))
  .chain(([name, field]) =>
    fc
      .constantFrom(...operatorsOf(field))
      .chain((operator) =>
        anyValues(field, operators[operator].takes).map((values) => ({ field: name, operator, values })),
      ),
  );

export const anyFilter: fc.Arbitrary<ListFilter> = fc.record({
  search: fc.constantFrom('', 'rà soát', 'a=b&c'),
  clauses: fc.array(fc.array(anyCondition, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
  sort: fc.record({ by: fc.constantFrom(...shape.sorts), isDown: fc.boolean() }),
});

/** The filter's meaning told a second time, in memory and without SQL. */
export function passes(row: SampleRow, filter: ListFilter): boolean {
  return filter.clauses.every((clause) => clause.some((condition) => holds(row, condition)));
}

function holds(row: SampleRow, { field, operator, values }: Condition): boolean {
  const stored = (row as unknown as Record<string, unknown>)[field] as string | number | boolean | null;
  const held = field === 'at' && stored !== null ? String(stored).slice(0, 10) : stored;
  const [first = '', second = ''] = values;
  const kind = shape.fields[field]?.kind;
  const compared = (other: string): number => {
    if (kind === 'number') return Number(held) - Number(other);
    return String(held) === other ? 0 : String(held) < other ? -1 : 1;
  };
  const is = (other: string): boolean => {
    if (kind === 'yes-no') return held === (other === 'co');
    if (held === null) return false;
    return kind === 'text' ? String(held).toLowerCase() === other.toLowerCase() : compared(other) === 0;
  };
  const contains = held !== null && folded(String(held)).includes(folded(first));
  switch (operator) {
    case 'is':
      return is(first);
    case 'is-not':
      return !is(first);
    case 'one-of':
      return values.some(is);
    case 'contains':
      return contains;
    case 'lacks':
      return !contains;
    case 'empty':
      return held === null || held === '';
    case 'filled':
      return held !== null && held !== '';
    case 'before':
      return held !== null && compared(first) < 0;
    case 'after':
      return held !== null && compared(first) > 0;
    case 'at-least':
      return held !== null && compared(first) >= 0;
    case 'at-most':
      return held !== null && compared(first) <= 0;
    case 'between':
      return held !== null && compared(first) >= 0 && compared(second) <= 0;
    case 'within': {
      const period = parsePeriod(first);
      const span = period && spanOf(period, today);
      return (
        span !== undefined &&
        held !== null &&
        span.from <= (held as PlainDate) &&
        (held as PlainDate) <= span.to
      );
    }
  }
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .trim();
}
