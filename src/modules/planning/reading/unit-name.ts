import { bare, oneLine } from './letters.ts';
import { type KnownUnits, knownUnits } from './unit-known.ts';
import { closestKind } from './unit-likeness.ts';
import { COLLECTIVE, COLLECTIVE_BARE, HEADS_OF, STAFF } from './unit-collective.ts';
import { HEAD_OF_UNIT, PERSON_START, UNIT_KINDS, UNIT_START } from './unit-kinds.ts';

export interface UnitsRead {
  /** Canonical spelling, in the order printed, each once. */
  units: string[];
  /** Pieces that are no known kind of unit; they stand in `units` as printed. */
  unknown: string[];
}

const SEPARATORS =
  /[\s,;:./&+|•-]+|(?:va|cung|voi|cac don vi(?=\s*:)|phoi hop voi|phoi hop|chu tri|giao)(?![a-z])[\s:]*/y;
const ROLE_WORDS =
  /[^\S\n]*(?:(?:la[^\S\n]+)?(?:co quan|don vi)[^\S\n]+)?(?:chu tri|phoi hop(?! voi)|thuc hien|tham muu|dau moi|chiu trach nhiem)(?![a-z])[^,;\n]*/y;
const AREA_BEHIND =
  /[^\S\n]*(?:thuoc[^\S\n]+)?(?:(?:u[bn]nd|uy ban nhan dan)[^\S\n]+)?(?:xa|phuong|thi tran|dac khu)(?![a-z])/y;
const COMMITTEE_BEHIND = /[^\S\n]*(?:thuoc[^\S\n]+)?u[bn]nd(?![a-z])/y;

const NONE_KNOWN: readonly string[] = [];

/**
 * Reads the units named in a cell or phrase, in canonical spelling.
 *
 * A collective ("Các cơ quan, đơn vị liên quan") is one unit. `level` is the commune's kind, xã or phường, for the
 * units that carry it in their name. `known` are the commune's own units: where one is meant, its spelling there wins.
 * Linear in the length of the text.
 */
export function readUnits(text: string, level = 'xã', known: readonly string[] = NONE_KNOWN): UnitsRead {
  const own = knownUnits(known);
  const printed = prepared(text);
  const plain = printed.split('\n').map(bare).join('\n');
  const read: UnitsRead = { units: [], unknown: [] };
  let at = 0;
  while (at < plain.length) {
    const gap = matchAt(SEPARATORS, plain, at);
    if (gap > at) {
      at = gap;
      continue;
    }
    const found = withOwnName(
      unitAt(printed, plain, at, level) ?? freePiece(printed, plain, at, level),
      own.at(plain, at),
      own,
    );
    if (found.name !== '' && !read.units.includes(found.name)) {
      read.units.push(found.name);
      if (!found.known) read.unknown.push(found.name);
    }
    at = Math.max(found.end, at + 1);
  }
  return read;
}

/** True when every piece of the text is a known unit: what tells a unit column from prose. */
export function isUnitList(text: string): boolean {
  const { units, unknown } = readUnits(text);
  return units.length > 0 && unknown.length === 0;
}

interface Found {
  name: string;
  end: number;
  known: boolean;
  /** Several units or persons under one name, which no single unit of a list is. */
  isGroup?: boolean;
}

function withOwnName(found: Found, written: ReturnType<KnownUnits['at']>, own: KnownUnits): Found {
  if (written && written.end >= found.end) return { ...written, known: true };
  const name = found.isGroup ? undefined : own.like(found.name);
  return name === undefined ? found : { ...found, name, known: true };
}

function prepared(text: string): string {
  return text
    .split('\n')
    .map(oneLine)
    .join('\n')
    .replace(
      /,\n(?=\S)|\n(?=(?:và|có liên quan|liên quan)(?!\p{L}))/gu,
      (gap) => `${gap[0] === ',' ? ',' : ''} `,
    )
    .replace(/\([^()]{0,200}\)/g, ' ')
    .replace(/(?<!\p{L})[Cc]ác phòng\s*:?\s*(?=\p{Lu}\p{Ll})/gu, 'Phòng ');
}

function matchAt(grammar: RegExp, text: string, at: number): number {
  grammar.lastIndex = at;
  return grammar.test(text) ? grammar.lastIndex : at;
}

function unitAt(printed: string, plain: string, at: number, level: string): Found | undefined {
  const group = collectiveAt(printed, plain, at);
  if (group) return group;
  const start = matchAt(HEAD_OF_UNIT, plain, at);
  let best: Found | undefined;
  for (const kind of UNIT_KINDS) {
    const end = matchAt(kind.written, plain, start);
    if (end > start && end > (best?.end ?? start) && !/[a-z]/.test(plain[end] ?? '')) {
      best = { name: kind.name.replace('{level}', level), end, known: true };
    }
  }
  return best && { ...best, end: skipBehind(printed, plain, best.end) };
}

function collectiveAt(printed: string, plain: string, at: number): Found | undefined {
  const heads = matchAt(HEADS_OF, plain, at);
  const start = heads > at ? heads : at;
  const staff = matchAt(STAFF, plain, start);
  const end = Math.max(matchAt(COLLECTIVE, plain, start), matchAt(COLLECTIVE_BARE, plain, start), staff);
  if (end === start) return undefined;
  const words = printed.slice(start, end);
  const name = staff === end ? capitalised(inLowerCase(words)) : collectiveName(words);
  const head = printed.slice(at, start);
  return {
    name: head === '' ? name : capitalised(`${head}${name[0]?.toLowerCase()}${name.slice(1)}`),
    end: skipProperName(printed, plain, end),
    known: true,
    isGroup: true,
  };
}

/** Passes over what only places a unit: "xã Dân Hòa", "UBND xã", "chủ trì". */
function skipBehind(printed: string, plain: string, at: number): number {
  let end = matchAt(AREA_BEHIND, plain, at);
  if (end > at) end = skipProperName(printed, plain, end);
  else end = matchAt(COMMITTEE_BEHIND, plain, end);
  return matchAt(ROLE_WORDS, plain, end);
}

const PROPER_WORD = /\s+(\p{Lu}[\p{Ll}\p{M}]*)(?=[\s,;./)]|$)/uy;

function skipProperName(printed: string, plain: string, at: number): number {
  if (!/(?:xa|phuong|thi tran|dac khu)$/.test(plain.slice(Math.max(0, at - 8), at))) return at;
  let end = at;
  for (let words = 0; words < 4; words++) {
    PROPER_WORD.lastIndex = end;
    const word = PROPER_WORD.exec(printed);
    if (!word || startsUnit(plain, PROPER_WORD.lastIndex - (word[1]?.length ?? 0))) break;
    end = PROPER_WORD.lastIndex;
  }
  return end;
}

function startsUnit(plain: string, at: number): boolean {
  return [COLLECTIVE, HEADS_OF, UNIT_START, ...UNIT_KINDS.map((kind) => kind.written)].some(
    (grammar) => matchAt(grammar, plain, at) > at,
  );
}

/** A unit with a free name, a person, or words that name no unit: all up to the next separator. */
function freePiece(printed: string, plain: string, at: number, level: string): Found {
  const isKind = matchAt(UNIT_START, plain, at) > at;
  const isPerson = matchAt(PERSON_START, plain, at) > at;
  let end = at;
  while (end < plain.length && !/[,;|\n]/.test(plain[end] ?? '')) {
    if (end > at && plain[end] === '/' && startsUnit(plain, end + 1 + (plain[end + 1] === ' ' ? 1 : 0)))
      break;
    if (end > at && plain.startsWith(' va ', end) && (startsUnit(plain, end + 4) || !isKind)) break;
    if (end > at && plain.startsWith(' cac ', end) && startsUnit(plain, end + 1) && !isPerson) break;
    end++;
  }
  const piece = printed.slice(at, end).replace(/[\s.:-]+$/u, '');
  const close = isPerson ? undefined : closestKind(piece);
  if (close) return { name: close.replace('{level}', level), end, known: true };
  return {
    name: capitalised(piece.replace(/\bUNND\b/g, 'UBND')),
    end,
    known: isKind || isPerson || piece === '',
  };
}

const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\s+có liên quan/g, ' liên quan'],
  [/phòng ban/g, 'phòng, ban'],
  [/ban ngành/g, 'ban, ngành'],
  [/ngành đoàn thể/g, 'ngành, đoàn thể'],
  [/(?:ct|chính trị)\s*-?\s*(?:xh|xã hội)/gi, 'chính trị - xã hội'],
  [/\btdp\b/gi, 'tổ dân phố'],
  [/[\s,;.]+$/u, ''],
];

function collectiveName(printed: string): string {
  let words = inLowerCase(printed);
  for (const [short, long] of WRITTEN_OUT) words = words.replace(short, long);
  return /^(?:các|toàn|tất|\d)/u.test(words) ? capitalised(words) : `Các ${words}`;
}

function inLowerCase(printed: string): string {
  return oneLine(printed)
    .replace(/\bUNND\b/gi, 'UBND')
    .split(' ')
    .map((word) => (/^[\p{Lu}&]{2,}[,.]?$/u.test(word) && word.length > 3 ? word : word.toLowerCase()))
    .join(' ');
}

function capitalised(text: string): string {
  return text === '' ? text : (text[0] ?? '').toUpperCase() + text.slice(1);
}
