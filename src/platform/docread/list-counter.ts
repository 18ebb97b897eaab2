import { formatOrdinal } from './ordinal.ts';
import { bulletCharacter } from './symbol-fonts.ts';
import type { ListDefinition, ListLevel } from './word-numbering.ts';

/** Counts the lists of one document while its paragraphs go by, as Word does when it prints. */
export class ListCounter {
  readonly #lists: ReadonlyMap<string, ListDefinition>;
  /** Present number by level, for each family of lists; absent where the level starts anew. */
  readonly #counts = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, ListDefinition>) {
    this.#lists = lists;
  }

  /** The level that a list keeps for a paragraph style, 0 where it keeps none. */
  levelOfStyle(listId: string, style: string | undefined): number {
    for (const [index, level] of this.#lists.get(listId)?.levels ?? []) {
      if (level.style !== undefined && level.style === style) return index;
    }
    return 0;
  }

  /** Counts one paragraph and gives its label ("II.", "a)", "-"); empty where the list shows none or is unknown. */
  count(listId: string, levelIndex: number): string {
    const list = this.#lists.get(listId);
    const level = list?.levels.get(levelIndex);
    if (list === undefined || level === undefined) return '';
    const counts = this.#countsOf(list);
    const key = `${listId} ${levelIndex}`;
    const override = list.startOverrides.get(levelIndex);
    if (override !== undefined && !this.#begun.has(key)) counts.delete(levelIndex);
    this.#begun.add(key);
    const before = counts.get(levelIndex);
    counts.set(levelIndex, before === undefined ? (override ?? level.start) : before + 1);
    restartDeeper(list, levelIndex, counts);
    return label(list, level, counts);
  }

  #countsOf(list: ListDefinition): Map<number, number> {
    const known = this.#counts.get(list.family);
    if (known !== undefined) return known;
    const fresh = new Map<number, number>();
    this.#counts.set(list.family, fresh);
    return fresh;
  }
}

function restartDeeper(list: ListDefinition, levelIndex: number, counts: Map<number, number>): void {
  for (const index of counts.keys()) {
    if (index <= levelIndex) continue;
    const after = list.levels.get(index)?.restartAfter;
    // A restart "after level n" also follows every level above n.
    if (after === undefined || levelIndex < after) counts.delete(index);
  }
}

function label(list: ListDefinition, level: ListLevel, counts: ReadonlyMap<number, number>): string {
  if (level.format === 'bullet') return bulletCharacter(level.pattern).trim();
  return level.pattern
    .replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = list.levels.get(index);
      const value = counts.get(index) ?? shown?.start ?? 1;
      return formatOrdinal(value, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
    })
    .trim();
}
