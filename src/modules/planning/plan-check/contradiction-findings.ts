import { bareWords } from '../reading/letters.ts';
import { type Change, type Finding, finding, type Mend } from './finding.ts';
import { containedPairs } from './contained-pairs.ts';
import { isSameMeasure, leastAlike, measureWords } from './same-measure.ts';
import type { Keyed, PlanContent } from './plan-content.ts';

type Target = Keyed<'target'>;

/** Nobody promises one thing at more levels; a longer list is no plan. */
const mostPromises = 50;

/** One promise and every row that makes it. */
interface Promised {
  readonly rows: Target[];
  readonly data: Target['data'];
}

/** Everything that is promised of one measure, under the same words. */
interface Measure {
  readonly words: readonly string[];
  readonly promises: Map<string, Promised>;
}

/**
 * The same measure promised twice with different values; either value is offered for both.
 *
 * Years and denominators that differ make different measures, and a lower with an upper bound makes a range.
 */
export function contradictionFindings({ targets }: PlanContent): Finding[] {
  const byUnit = new Map<string, Map<string, Measure>>();
  for (const row of targets) {
    const unit = bareWords(row.data.unit);
    const measures = byUnit.get(unit) ?? new Map<string, Measure>();
    byUnit.set(unit, measures);
    const words = measureWords(row.data.metric).sort();
    const measure = measures.get(words.join(' ')) ?? { words, promises: new Map<string, Promised>() };
    measures.set(words.join(' '), measure);
    const { operator, value, year, denominator_scope } = row.data;
    const key = [operator, value, year, denominator_scope].join(' ');
    const known = measure.promises.get(key);
    if (known === undefined) measure.promises.set(key, { rows: [row], data: row.data });
    else known.rows.push(row);
  }
  return [...byUnit.values()].flatMap((measures) => amongMeasures([...measures.values()]));
}

function amongMeasures(measures: readonly Measure[]): Finding[] {
  const pairs = containedPairs(
    measures.map((one) => one.words),
    leastAlike,
  );
  return [
    ...measures.flatMap(({ promises }) => contradictions([...promises.values()], [...promises.values()])),
    ...pairs.flatMap(([first, second]) =>
      contradictions(
        [...(measures[first]?.promises.values() ?? [])],
        [...(measures[second]?.promises.values() ?? [])],
      ),
    ),
  ];
}

/** Each promise is told against the first that it contradicts: a third value of a measure adds one finding, not two. */
function contradictions(ones: readonly Promised[], others: readonly Promised[]): Finding[] {
  const told = new Set<Promised>();
  return ones.slice(0, mostPromises).flatMap((one) =>
    others.slice(0, mostPromises).flatMap((other) => {
      if (told.has(one) && told.has(other)) return [];
      if (!contradict(one.data, other.data)) return [];
      told.add(one).add(other);
      return [contradiction(one, other)];
    }),
  );
}

function contradict(a: Target['data'], b: Target['data']): boolean {
  if (a.value === b.value) return false;
  if (a.year !== null && b.year !== null && a.year !== b.year) return false;
  if (a.denominator_scope && b.denominator_scope && !sameScope(a.denominator_scope, b.denominator_scope)) {
    return false;
  }
  if (a.line.length > 0 && a.line.join() === b.line.join()) return false;
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  return !(low.operator.startsWith('>') && high.operator.startsWith('<'));
}

function sameScope(one: string, other: string): boolean {
  return isSameMeasure(measureWords(one), measureWords(other));
}

function contradiction(one: Promised, other: Promised): Finding {
  const rows = [...one.rows, ...other.rows];
  const { metric, value, unit, text, where } = one.data;
  return finding(
    'target-contradiction',
    { metric, one: value, other: other.data.value, unit },
    {
      keys: rows.map(({ key }) => key),
      field: 'value',
      place: [...new Set([where, other.data.where])].filter(Boolean).join('; ') || null,
      subject: text,
      lines: [...new Set(rows.flatMap(({ data }) => data.line))],
      mends: [
        { deed: 'set-value', shown: value, changes: other.rows.flatMap((row) => valueChanges(row, one)) },
        {
          deed: 'set-value',
          shown: other.data.value,
          changes: one.rows.flatMap((row) => valueChanges(row, other)),
        },
      ] satisfies Mend[],
    },
  );
}

/** Takes over value and bound, and writes the value into the sentence where the old one stands in it once. */
function valueChanges({ key, data }: Target, { data: model }: Promised): Change[] {
  const written = (value: number) => String(value).replace('.', ',');
  const parts = data.text.split(new RegExp(`(?<![\\d,.])${written(data.value)}(?![\\d]|[,.]\\d)`));
  return [
    { key, field: 'value', value: model.value },
    ...(data.operator === model.operator ? [] : [{ key, field: 'operator', value: model.operator }]),
    ...(parts.length === 2 ? [{ key, field: 'text', value: parts.join(written(model.value)) }] : []),
  ];
}
