import type { Id } from '#platform/db/id.ts';

/** Something that happened to a record, and who should know of it. */
export interface Telling {
  /** What happened, such as `task-submitted`; the record's own slice has the words for it. */
  readonly kind: string;
  readonly recordKind: string;
  readonly recordId: string;
  /** Whom it concerns; whoever did it, and places where nobody stands, are left out. */
  readonly officerIds: readonly (Id<'officer'> | null)[];
  /** Units that it concerns: their heads are told. */
  readonly unitIds?: readonly Id<'unit'>[] | undefined;
  /** The kind under which those are told who follow the record and are not concerned otherwise; nobody, if left out. */
  readonly followed?: string | undefined;
  /** What was said with it: a reason, what was handed in. */
  readonly note?: string | null | undefined;
  /** Kinds of notices of the same record that have nothing more to tell now; `%` stands for any end of a kind. */
  readonly settles?: readonly string[];
  /** Only notices of people of these units are settled; those of everybody, if left out. */
  readonly settlesOfUnits?: readonly Id<'unit'>[] | undefined;
}

/** No notice carries more of what was said; the record has all of it. */
export const longestNote = 300;

/** What was told in one transaction with what still counts at its end: a later telling settles earlier ones. */
export function stillToTell<Told extends Telling>(tellings: readonly Told[]): Told[] {
  const settledLater = new Map<string, Set<string>>();
  const still: Told[] = [];
  for (const one of tellings.toReversed()) {
    const record = `${one.recordKind} ${one.recordId}`;
    const settled = settledLater.get(record) ?? new Set();
    if (!settled.has(one.kind)) still.push(one);
    if (!one.settles || one.settlesOfUnits) continue;
    settledLater.set(record, settled);
    for (const kind of one.settles) settled.add(kind);
  }
  return still.reverse();
}
