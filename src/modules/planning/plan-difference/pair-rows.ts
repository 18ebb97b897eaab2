import type { AnyRow } from '../plan-draft/plan-draft.ts';
import { bareWords, likeness } from '../reading/letters.ts';

/** Rows less alike than this are not taken for the same one unless a person says so. */
const leastLikeness = 0.55;
/** Under the same number, less is enough. */
const leastUnderOneNumber = 0.4;
/** Only so many candidates are looked at closely for a row: those that share its rarest words. */
const candidatesPerRow = 12;

/** For each later row, by its id, the earlier row that it goes on from. */
export function pairRows(before: readonly AnyRow[], after: readonly AnyRow[]): Map<string, AnyRow> {
  const pairs = new Map<string, AnyRow>();
  const free = new Map(before.map((row) => [row.id as string, row]));
  for (const row of after) {
    const said = row.pair === null ? undefined : free.get(row.pair);
    if (said?.kind !== row.kind) continue;
    pairs.set(row.id, said);
    free.delete(said.id);
  }
  const open = after.filter((row) => row.pair === null);
  const index = indexByWord([...free.values()]);
  const likely = open.flatMap((row) =>
    candidates(index, row).map((earlier) => ({ row, earlier, alike: alikeness(earlier, row) })),
  );
  likely.sort((one, other) => other.alike - one.alike);
  for (const { row, earlier, alike } of likely) {
    if (pairs.has(row.id) || !free.has(earlier.id)) continue;
    const least =
      numberOf(row) !== '' && numberOf(row) === numberOf(earlier) ? leastUnderOneNumber : leastLikeness;
    if (alike < least) continue;
    pairs.set(row.id, earlier);
    free.delete(earlier.id);
  }
  return pairs;
}

function alikeness(one: AnyRow, other: AnyRow): number {
  const sameNumber = numberOf(one) !== '' && numberOf(one) === numberOf(other);
  return likeness(wordsOf(one), wordsOf(other)) + (sameNumber ? 0.05 : 0);
}

type WordIndex = ReadonlyMap<string, readonly AnyRow[]>;

function indexByWord(rows: readonly AnyRow[]): WordIndex {
  const index = new Map<string, AnyRow[]>();
  for (const row of rows) {
    for (const word of new Set(keysOf(row))) {
      const list = index.get(word);
      if (list) list.push(row);
      else index.set(word, [row]);
    }
  }
  return index;
}

/** The earlier rows that share most of the row's words, its rarest words first, so that no pair costs a full scan. */
function candidates(index: WordIndex, row: AnyRow): AnyRow[] {
  const shared = new Map<AnyRow, number>();
  const words = [...new Set(keysOf(row))]
    .map((word) => index.get(word) ?? [])
    .filter((rows) => rows.length > 0)
    .sort((one, other) => one.length - other.length);
  for (const rows of words) {
    if (rows.length > 200 && shared.size > 0) break;
    for (const earlier of rows) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, one], [, other]) => other - one)
    .slice(0, candidatesPerRow)
    .map(([earlier]) => earlier);
}

/** The words of a row under its kind, so that kinds never meet. */
function keysOf(row: AnyRow): string[] {
  return bareWords(wordsOf(row))
    .split(' ')
    .map((word) => `${row.kind} ${word}`);
}

function wordsOf(row: AnyRow): string {
  switch (row.kind) {
    case 'section':
      return row.data.title;
    case 'task':
      return [row.data.objective, row.data.task, row.data.activity, row.data.product]
        .filter(Boolean)
        .join(' ');
    case 'target':
      return row.data.text;
    case 'report':
      return `${row.data.period} ${row.data.text}`;
    case 'citation':
      return [row.data.type, row.data.number, row.data.issuer].filter(Boolean).join(' ');
  }
}

function numberOf(row: AnyRow): string {
  switch (row.kind) {
    case 'section':
      return row.data.code;
    case 'task':
      return row.data.seq === null ? '' : `${row.data.section ?? ''}.${row.data.seq}`;
    case 'citation':
      return row.data.number ?? '';
    default:
      return '';
  }
}
