import type { ColumnRole } from './column-words.ts';
import { readDue } from './deadline.ts';
import { bare } from './letters.ts';
import { isUnitList } from './unit-name.ts';

const LONGEST = 500;
const FEWEST = 2;
const UNIT_PIECES: readonly ColumnRole[] = ['lead', 'coordinators'];
const ANY_YEAR = { from: 2000, to: 2000 };
const LAST_BRACKETS = /\(([^()]+)\)[\s.;]*$/;

/** What the words of a piece make it; what they stand beside is the value. */
const PIECES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['coordinators', /^(?:cung )?phoi hop(?: voi| thuc hien)?\s*:?\s+(.+)$/],
  ['coordinators', /^(.+?)\s+(?:cung )?phoi hop(?: thuc hien)?$/],
  [
    'lead',
    /^(?:giao )?(.+?)\s+(?:chu tri|dau moi|tham muu|chiu trach nhiem|phu trach)(?: thuc hien| chinh)?$/,
  ],
  ['lead', /^(?:chu tri|dau moi|giao)\s*:?\s+(.+)$/],
  [
    'due',
    /^(?:thoi gian |thoi han )?(?:hoan thanh|thuc hien|xong|trien khai|bao cao|to chuc|ap dung)\s*:?\s+(.+)$/,
  ],
  ['due', /^(?:thoi gian|thoi han|tien do)\s*:?\s+(.+)$/],
  ['product', /^(?:san pham|ket qua)(?: la)?\s*:?\s+(.+)$/],
];

export interface Piece {
  role: ColumnRole;
  value: string;
}

/**
 * The fields that end a sentence in brackets, "(Phòng A chủ trì; Phòng B phối hợp; hoàn thành trong quý III)", and
 * where the brackets begin; undefined when they say no two of these.
 */
export function bracketFields(text: string): { at: number; fields: Piece[] } | undefined {
  const found = LAST_BRACKETS.exec(text.slice(-LONGEST));
  if (!found?.[1]) return undefined;
  const { fields } = piecesOf(found[1]);
  const at = Math.max(0, text.length - LONGEST) + found.index;
  return rolesIn(fields) >= FEWEST ? { at, fields } : undefined;
}

/** The fields of a sentence that says nothing else: "Phòng A chủ trì, Phòng B phối hợp; kết quả là báo cáo." */
export function sentenceFields(text: string): Piece[] | undefined {
  const sentence = text.replace(/[\s.;]+$/, '');
  if (text.length > LONGEST || /[:.]\s/.test(sentence) || !/chủ trì/iu.test(sentence)) return undefined;
  const { fields, others } = piecesOf(sentence);
  const isTrue = fields.every(({ role, value }) => !UNIT_PIECES.includes(role) || isUnitList(value));
  return others === 0 && isTrue && rolesIn(fields) >= FEWEST ? fields : undefined;
}

function rolesIn(fields: readonly Piece[]): number {
  return new Set(fields.map(({ role }) => role)).size;
}

/** The pieces that semicolons part, each by what it says, and how many say nothing known. */
function piecesOf(text: string): { fields: Piece[]; others: number } {
  const pieces = text
    .split(/[;\n]|,\s+(?=hoàn thành|thực hiện|thời)|(?<=chủ trì),\s+/iu)
    .filter((piece) => piece.trim());
  const fields = pieces.flatMap((piece) => readPiece(piece.trim()) ?? []);
  return { fields, others: pieces.length - fields.length };
}

function readPiece(words: string): Piece | undefined {
  const plain = bare(words);
  for (const [role, grammar] of PIECES) {
    const value = grammar.exec(plain)?.[1];
    if (value === undefined) continue;
    const start = plain.lastIndexOf(value);
    const piece = { role, value: words.slice(start, start + value.length) };
    if (role !== 'due' || readDue(piece.value, ANY_YEAR)) return piece;
  }
  return readDue(words, ANY_YEAR) ? { role: 'due', value: words } : undefined;
}
