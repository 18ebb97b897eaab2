import { ByteView } from './byte-view.ts';
import { Refusal } from './refusal.ts';

/** The streams of an old Office file: a small file system of sectors inside one file. */
export interface CompoundFile {
  has(name: string): boolean;
  /** The bytes of a stream that stands at the top, undefined where there is none of that name. */
  stream(name: string): ByteView | undefined;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const STREAM = 2;
const NOTHING = 0xffffffff;
/** Numbers from here on are marks (end of chain, free, table sector), no sectors. */
const FIRST_MARK = 0xfffffffa;
const SECTORS_IN_HEADER = 109;

/** Opens an old Office file by its directory. Refuses what is cut (`truncated`) or runs in circles (`damaged`). */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = new ByteView(bytes);
  if (file.length < HEADER_SIZE) throw new Refusal('truncated');
  const sectors = new Sectors(file);
  const entries = readEntries(sectors.chain(file.u32(48)));
  const root = entries[0];
  if (root === undefined) throw new Refusal('damaged');
  const smallest = file.u32(56);
  // Short streams share sectors: those lie in a stream of their own, in pieces of 64 bytes.
  const shared = new SharedSectors(sectors, root, file.u32(60));
  const streams = new Map(
    topEntries(entries, root.child)
      .filter(({ kind }) => kind === STREAM)
      .map((entry) => [entry.name, entry]),
  );
  return {
    has: (name) => streams.has(name),
    stream(name) {
      const entry = streams.get(name);
      if (entry === undefined) return undefined;
      const whole = entry.size < smallest ? shared.chain(entry.start) : sectors.chain(entry.start);
      if (whole.length < entry.size) throw new Refusal('truncated');
      return whole.part(0, entry.size);
    },
  };
}

class Sectors {
  readonly #file: ByteView;
  readonly #size: number;
  /** For each sector the one that follows it in its stream. */
  readonly #next: readonly number[];

  constructor(file: ByteView) {
    this.#file = file;
    const shift = file.u16(30);
    if (shift !== 9 && shift !== 12) throw new Refusal('damaged');
    this.#size = 1 << shift;
    this.#next = this.#tableSectors().flatMap((sector) => numbersIn(this.#sector(sector)));
  }

  /** The stream that begins at a sector. */
  chain(start: number): ByteView {
    const most = this.#file.length / this.#size;
    return join(walk(start, this.#next, most).map((sector) => this.#sector(sector)));
  }

  #tableSectors(): number[] {
    const numbers: number[] = [];
    for (let index = 0; index < SECTORS_IN_HEADER; index++) numbers.push(this.#file.u32(76 + index * 4));
    let more = this.#file.u32(68);
    for (let left = this.#file.length / this.#size; more < FIRST_MARK; left--) {
      const listed = numbersIn(this.#sector(more));
      more = listed.pop() ?? NOTHING;
      for (const number of listed) numbers.push(number);
      if (left < 0) throw new Refusal('damaged');
    }
    const used = numbers.filter((number) => number < FIRST_MARK);
    if (used.length > this.#file.length / this.#size) throw new Refusal('damaged');
    return used;
  }

  /** The last sector of a file may be shorter than the others. */
  #sector(number: number): ByteView {
    const from = (number + 1) * this.#size;
    if (from >= this.#file.length) throw new Refusal('truncated');
    return this.#file.part(from, Math.min(this.#file.length, from + this.#size));
  }
}

class SharedSectors {
  readonly #content: ByteView;
  readonly #next: readonly number[];

  constructor(sectors: Sectors, root: Entry, tableStart: number) {
    this.#content = root.start < FIRST_MARK ? sectors.chain(root.start) : new ByteView(new Uint8Array());
    this.#next = tableStart < FIRST_MARK ? numbersIn(sectors.chain(tableStart)) : [];
  }

  chain(start: number): ByteView {
    const most = this.#content.length / 64;
    return join(
      walk(start, this.#next, most).map((piece) => this.#content.part(piece * 64, piece * 64 + 64)),
    );
  }
}

/** The sectors of a stream; no stream has more than there are. */
function walk(start: number, next: readonly number[], most: number): number[] {
  const path: number[] = [];
  for (let sector = start; sector < FIRST_MARK; sector = next[sector] ?? NOTHING) {
    if (path.length > most) throw new Refusal('damaged');
    path.push(sector);
  }
  return path;
}

function numbersIn(sector: ByteView): number[] {
  return Array.from({ length: Math.floor(sector.length / 4) }, (_, index) => sector.u32(index * 4));
}

function join(parts: readonly ByteView[]): ByteView {
  return new ByteView(Buffer.concat(parts.map((part) => part.bytes())));
}

function readEntries(directory: ByteView): Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY_SIZE) }, (_, index) => {
    const at = index * ENTRY_SIZE;
    const letters = Math.min(31, Math.max(0, directory.u16(at + 64) / 2 - 1));
    return {
      name: directory.utf16(at, Math.floor(letters)),
      kind: directory.u8(at + 66),
      left: directory.u32(at + 68),
      right: directory.u32(at + 72),
      child: directory.u32(at + 76),
      start: directory.u32(at + 116),
      size: directory.u32(at + 120),
    };
  });
}

/** What stands at the top, and not inside an embedded object, which may hold a document of its own. */
function topEntries(entries: readonly Entry[], first: number): Entry[] {
  const top: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [first];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    top.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return top;
}
