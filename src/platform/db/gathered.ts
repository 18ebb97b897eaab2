import type { Db } from './db.ts';

/** Writes all that one transaction gathered of a kind, in as few statements as it takes. */
export interface Gathering<Item> {
  write(db: Db, items: readonly Item[]): Promise<void>;
}

type Entry = { readonly gathering: Gathering<never>; readonly item: unknown };
const waiting = new WeakMap<Db, Entry[]>();

/**
 * Keeps something that the transaction will write just before it commits, together with everything else of its kind:
 * five hundred acts in one transaction then make one statement and not five hundred. Nothing is written if it fails.
 */
export function gather<Item>(db: Db, gathering: Gathering<Item>, item: Item): void {
  const entries = waiting.get(db) ?? [];
  entries.push({ gathering, item });
  waiting.set(db, entries);
}

/** How much has been gathered: an act that is refused afterwards forgets what came later. */
export function gatheredSoFar(db: Db): number {
  return waiting.get(db)?.length ?? 0;
}

/** Forgets what an act gathered whose writes were taken back. */
export function forgetGatheredSince(db: Db, count: number): void {
  waiting.get(db)?.splice(count);
}

/** Writes what was gathered, in the order in which it was; called once, before the transaction commits. */
export async function writeGathered(db: Db): Promise<void> {
  const entries = waiting.get(db) ?? [];
  waiting.delete(db);
  for (const gathering of new Set(entries.map((entry) => entry.gathering))) {
    const items = entries.filter((entry) => entry.gathering === gathering).map((entry) => entry.item);
    await gathering.write(db, items as never[]);
  }
}
