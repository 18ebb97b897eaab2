import { bareWords } from '../reading/letters.ts';
import { type Change, type Finding, finding, type Mend } from './finding.ts';
import { likePairs } from './like-pairs.ts';
import { isSameMeasure, leastAlike, measureWords } from './same-measure.ts';
import type { Keyed, PlanContent } from './plan-content.ts';

type Target = Keyed<'target'>;

/** One promise and every row that makes it in the same words. */
interface Promised {
  readonly words: readonly string[];
  readonly rows: Target[];
  readonly data: Target['data'];
}

/**
 * The same measure promised twice with different values; either value is offered for both.
 *
 * Years and denominators that differ make different measures, and a lower with an upper bound makes a range.
 */
export function contradictionFindings({ targets }: PlanContent): Finding[] {
  const byUnit = new Map<string, Map<string, Promised>>();
  for (const row of targets) {
    const unit = bareWords(row.data.unit);
    const promises = byUnit.get(unit) ?? new Map<string, Promised>();
    byUnit.set(unit, promises);
    const words = measureWords(row.data.metric);
    const { operator, value, year } = row.data;
    const key = [operator, value, year, ...words].join(' ');
    const known = promises.get(key);
    if (known === undefined) promises.set(key, { words, rows: [row], data: row.data });
    else known.rows.push(row);
  }
  return [...byUnit.values()].flatMap((promises) => amongPromises([...promises.values()]));
}

function amongPromises(promises: readonly Promised[]): Finding[] {
  const told = new Set<Promised>();
  const pairs = likePairs(
    promises.map((one) => one.words),
    leastAlike,
  );
  return pairs.flatMap(([first, second]) => {
    const [one, other] = [promises[first], promises[second]];
    if (one === undefined || other === undefined || !contradict(one, other)) return [];
    // A third value of the same measure is told once, not against each of the others.
    if (told.has(one) && told.has(other)) return [];
    told.add(one).add(other);
    return [contradiction(one, other)];
  });
}

function contradict(one: Promised, other: Promised): boolean {
  const [a, b] = [one.data, other.data];
  if (a.value === b.value || !isSameMeasure(one.words, other.words)) return false;
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
