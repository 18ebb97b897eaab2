import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Condition, ListFilter } from './filter.ts';
import type { FieldKind } from './operator.ts';
import { ofMoment } from './moment-days.server.ts';
import { parsePeriod, spanOf } from './period.ts';

/**
 * Where a field lies in the database: a column, a moment that is compared by its day in Việt Nam, or for what is worked
 * out a test for one value (and for its absence, where it can be absent). These are the only pieces of SQL that a filter
 * can reach.
 */
export type FieldSql =
  | {
      readonly kind: FieldKind;
      readonly column: RawBuilder<unknown>;
      /** A stored column that holds the folded text among others: what is looked for is looked for there first. */
      readonly foldedWithin?: RawBuilder<unknown>;
    }
  | { readonly moment: RawBuilder<unknown> }
  | {
      readonly matches: (value: string) => Expression<SqlBool>;
      readonly isEmpty?: Expression<SqlBool>;
    };

export type FieldMap = Readonly<Record<string, FieldSql>>;

/** The test that rows must pass to be in the filter; a field that the map does not know throws. Days are those of `today`. */
export function compileFilter(
  map: FieldMap,
  filter: Pick<ListFilter, 'clauses'>,
  today: PlainDate,
): RawBuilder<SqlBool> {
  const clauses = filter.clauses.map((clause) =>
    joined(
      clause.map((condition) => compiled(map, condition, today)),
      'or',
    ),
  );
  return joined(clauses, 'and');
}

function compiled(map: FieldMap, condition: Condition, today: PlainDate): Expression<SqlBool> {
  const field = Object.hasOwn(map, condition.field) ? map[condition.field] : undefined;
  if (!field) throw new Error(`the list has no SQL for its field ${condition.field}`);
  if ('matches' in field) return ofTest(field, condition);
  if ('moment' in field) return ofMoment(field.moment, condition, today);
  return ofColumn(field, condition, today);
}

/** Comparisons of what is worked out: all are made of the test for one value. */
function ofTest(
  field: Extract<FieldSql, { matches: unknown }>,
  { operator, values }: Condition,
): Expression<SqlBool> {
  const any = joined(values.map(field.matches), 'or');
  const isEmpty = field.isEmpty ?? sql<SqlBool>`false`;
  switch (operator) {
    case 'empty':
      return isEmpty;
    case 'filled':
      return sql`(${isEmpty}) is not true`;
    case 'is-not':
    case 'lacks':
      return sql`(${any}) is not true`;
    default:
      return any;
  }
}

function ofColumn(
  { kind, column, foldedWithin }: Extract<FieldSql, { column: unknown }>,
  condition: Condition,
  today: PlainDate,
): Expression<SqlBool> {
  const [first = '', second = ''] = condition.values;
  const value = (text: string) => typed(kind, text);
  switch (condition.operator) {
    case 'is':
      return equal(kind, column, first);
    case 'is-not':
      return sql`(${equal(kind, column, first)}) is not true`;
    case 'one-of':
      return sql`${column} in (${sql.join(condition.values.map(value))})`;
    case 'contains':
      return contains(column, first, foldedWithin);
    case 'lacks':
      return sql`(${contains(column, first)}) is not true`;
    case 'before':
      return sql`${column} < ${value(first)}`;
    case 'after':
      return sql`${column} > ${value(first)}`;
    case 'at-least':
      return sql`${column} >= ${value(first)}`;
    case 'at-most':
      return sql`${column} <= ${value(first)}`;
    case 'between':
      return sql`${column} between ${value(first)} and ${value(second)}`;
    case 'within': {
      const period = parsePeriod(first);
      if (!period) throw new Error('a filter holds a period that is none');
      const { from, to } = spanOf(period, today);
      return sql`${column} between ${value(from)} and ${value(to)}`;
    }
    case 'empty':
      return kind === 'text' ? sql`coalesce(${column}, '') = ''` : sql`${column} is null`;
    case 'filled':
      return kind === 'text' ? sql`coalesce(${column}, '') <> ''` : sql`${column} is not null`;
  }
}

function equal(kind: FieldKind, column: RawBuilder<unknown>, value: string): RawBuilder<SqlBool> {
  if (kind === 'yes-no') return value === 'co' ? sql`(${column}) is true` : sql`(${column}) is not true`;
  if (kind === 'text') return sql`lower(${column}) = lower(${value})`;
  return sql`${column} = ${typed(kind, value)}`;
}

/**
 * Without regard to case and marks, as people search. Folding a text costs far more than reading a folded one, so a row
 * whose stored texts do not hold the value is passed over before its own text is folded.
 */
function contains(
  column: RawBuilder<unknown>,
  value: string,
  foldedWithin?: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const test = sql<SqlBool>`strpos(platform.fold(${column}), platform.fold(${value})) > 0`;
  if (!foldedWithin) return test;
  return sql`(${foldedWithin} like '%' || replace(platform.fold(${value}), '%', '\\%') || '%' and ${test})`;
}

const casts: Readonly<Record<FieldKind, RawBuilder<unknown>>> = {
  text: sql`text`,
  choice: sql`text`,
  'yes-no': sql`text`,
  id: sql`uuid`,
  date: sql`date`,
  number: sql`numeric`,
};

function typed(kind: FieldKind, value: string): RawBuilder<unknown> {
  return sql`${value}::${casts[kind]}`;
}

function joined(parts: readonly Expression<SqlBool>[], word: 'and' | 'or'): RawBuilder<SqlBool> {
  if (parts.length === 0) return sql`true`;
  const between = word === 'and' ? sql` and ` : sql` or `;
  return sql`(${sql.join(parts, between)})`;
}
