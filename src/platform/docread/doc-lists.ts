import type { ByteView } from './byte-view.ts';
import type { Extent } from './doc-fib.ts';
import type { ListDefinition, ListLevel } from './word-numbering.ts';

/** Names of number formats by their numbers in old Word files. */
const FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'decimal'],
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [255, 'none'],
]);

const DEFINITION_SIZE = 28;
const LEVEL_SIZE = 28;
const USE_SIZE = 16;
const LEVELS_OF_LIST = 9;
/** Paragraphs call lists by eleven bits. */
const MOST_LISTS = 2_047;
const LONGEST_PATTERN = 60;

/** Reads the lists of an old Word file by the number that paragraphs call them by, from "1". */
export function readDocLists(
  table: ByteView,
  definitions: Extent,
  uses: Extent,
): ReadonlyMap<string, ListDefinition> {
  const families = definitions.size < 2 ? new Map<number, Levels>() : readFamilies(table, definitions.from);
  const lists = new Map<string, ListDefinition>();
  if (uses.size < 4) return lists;
  const area = table.part(uses.from, uses.from + uses.size);
  const count = Math.min(area.u32(0), MOST_LISTS, Math.floor((area.length - 4) / USE_SIZE));
  const overrides = new Overrides(area, 4 + count * USE_SIZE);
  for (let index = 0; index < count; index++) {
    const use = 4 + index * USE_SIZE;
    const family = area.i32(use);
    const changes = overrides.next(area.u8(use + 12));
    lists.set(String(index + 1), {
      family: String(family),
      levels: new Map([...(families.get(family) ?? []), ...changes.levels]),
      startOverrides: changes.starts,
    });
  }
  return lists;
}

type Levels = ReadonlyMap<number, ListLevel>;

/** The definitions, and behind all of them their levels. */
function readFamilies(table: ByteView, from: number): ReadonlyMap<number, Levels> {
  const families = new Map<number, Levels>();
  const count = table.u16(from);
  let at = from + 2 + count * DEFINITION_SIZE;
  for (let index = 0; index < count; index++) {
    const definition = from + 2 + index * DEFINITION_SIZE;
    const isSimple = (table.u8(definition + 26) & 1) === 1;
    const levels = new Map<number, ListLevel>();
    for (let level = 0; level < (isSimple ? 1 : LEVELS_OF_LIST); level++) {
      const read = readLevel(table, at);
      levels.set(level, read.level);
      at = read.end;
    }
    families.set(table.i32(definition), levels);
  }
  return families;
}

function readLevel(table: ByteView, at: number): { level: ListLevel; end: number } {
  const flags = table.u8(at + 5);
  const isNeverRestarted = (flags & 8) !== 0;
  const text = at + LEVEL_SIZE + table.u8(at + 24) + table.u8(at + 25);
  const length = table.u16(text);
  const pattern = table.utf16(text + 2, length);
  const level: ListLevel = {
    start: Math.min(32_767, Math.max(0, table.i32(at))),
    format: FORMATS.get(table.u8(at + 4)) ?? 'decimal',
    // A character below nine stands for the number of that level.
    pattern: pattern
      .slice(0, LONGEST_PATTERN)
      .replace(/[\0-\x08]/g, (placeholder) => `%${placeholder.charCodeAt(0) + 1}`),
    restartAfter: isNeverRestarted ? table.u8(at + 26) : undefined,
    legal: (flags & 4) !== 0,
    style: undefined,
  };
  return { level, end: text + 2 + length * 2 };
}

/** What single uses of lists change, read one use after the other. */
class Overrides {
  readonly #area: ByteView;
  #at: number;

  constructor(area: ByteView, at: number) {
    this.#area = area;
    this.#at = at;
  }

  next(count: number): { levels: Map<number, ListLevel>; starts: Map<number, number> } {
    const area = this.#area;
    const levels = new Map<number, ListLevel>();
    const starts = new Map<number, number>();
    this.#at += 4;
    for (let index = 0; index < count && this.#at + 8 <= area.length; index++) {
      const flags = area.u32(this.#at + 4);
      const level = flags & 15;
      const isWhole = (flags & 32) !== 0;
      if ((flags & 16) !== 0 && !isWhole) starts.set(level, area.i32(this.#at));
      this.#at += 8;
      if (!isWhole) continue;
      const read = readLevel(area, this.#at);
      levels.set(level, read.level);
      if ((flags & 16) !== 0) starts.set(level, read.level.start);
      this.#at = read.end;
    }
    return { levels, starts };
  }
}
