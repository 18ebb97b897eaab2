import type { ColumnRole } from './column-words.ts';
import { readDue } from './deadline.ts';
import { bare } from './letters.ts';

const LONGEST = 500;
const FEWEST = 2;
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
  ['due', /^(?:thoi gian |thoi han )?(?:hoan thanh|thuc hien|xong|trien khai|bao cao)\s*:?\s+(.+)$/],
  ['due', /^(?:thoi gian|thoi han|tien do)\s*:?\s+(.+)$/],
  ['product', /^(?:san pham|ket qua)\s*:?\s+(.+)$/],
];

/**
 * The fields that end a sentence in brackets, "(Phòng A chủ trì; Phòng B phối hợp; hoàn thành trong quý III)", and
 * where the brackets begin; undefined when they say no two of these.
 */
export function bracketFields(
  text: string,
): { at: number; fields: { role: ColumnRole; value: string }[] } | undefined {
  const found = LAST_BRACKETS.exec(text.slice(-LONGEST));
  if (!found?.[1]) return undefined;
  const fields = found[1].split(/[;\n]|,\s+(?=hoàn thành|thực hiện|thời)/iu).flatMap((piece) => {
    const words = piece.trim();
    const plain = bare(words);
    for (const [role, grammar] of PIECES) {
      const value = grammar.exec(plain)?.[1];
      if (value === undefined) continue;
      const start = plain.indexOf(value);
      return [{ role, value: words.slice(start, start + value.length) }];
    }
    const isDue = readDue(words, { from: 2000, to: 2000 }) !== null;
    return isDue ? [{ role: 'due' as const, value: words }] : [];
  });
  const roles = new Set(fields.map(({ role }) => role));
  const at = Math.max(0, text.length - LONGEST) + found.index;
  return roles.size >= FEWEST ? { at, fields } : undefined;
}
