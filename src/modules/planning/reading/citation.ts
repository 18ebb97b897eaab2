import { isoDay } from './calendar-days.ts';
import { DOCUMENT_TYPES } from './document-types.ts';
import { bare } from './letters.ts';
import type { Citation } from './plan-reading.ts';

const SYMBOL =
  '\\d{1,5}[a-z]?\\s?(?:/(?:19|20)\\d\\d)?\\s?[/-]\\s?[A-ZĐ][A-Za-zĐđ]{0,9}\\d{0,2}(?:\\s?[-/&.]\\s?[A-ZĐ][A-Za-zĐđ&]{0,11}\\d{0,2}){0,4}';
const NUMBER = new RegExp(`(?<![\\w/])(${SYMBOL})(?![\\w])`, 'gu');
const DATE = /^[,\s]*(?:ngay\s*)?(\d{1,2})\s?(?:[/.-]|thang)\s?(\d{1,2})\s?(?:[/.-]|nam)\s?(\d{4})/;
const ISSUER = /^[,\s]*(?:cua|do)\s+/;
const ISSUER_END =
  /[,;.:()]|\s(?:ve|ban hanh|phe duyet|quy dinh|huong dan|trien khai|thuc hien|cong bo|sua doi|va cac|nham|tren dia ban|phat dong)(?:\s|$)/;
const TYPE_BEFORE = new RegExp(
  `(?:^|[^a-z])(${DOCUMENT_TYPES.map(([, words]) => words).join('|')})(?:\\s+so)?\\s*:?\\s*$`,
);
/** A paragraph with more is no prose. */
const MOST_CITATIONS = 80;
const OWN_NUMBER = /(?:^|[^a-z])so\s*:\s*$/;

/** The documents that a text cites by number, in order; the text's own "Số: 06/KH-UBND" is none of them. */
export function readCitations(text: string, where: string, line: readonly number[]): Citation[] {
  if (/^\(?\s*(?:ban hanh )?kem theo/.test(bare(text))) return [];
  const citations: Citation[] = [];
  for (const match of text.matchAll(NUMBER)) {
    if (citations.length === MOST_CITATIONS) break;
    const before = bare(text.slice(Math.max(0, match.index - 40), match.index));
    if (OWN_NUMBER.test(before)) continue;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 260);
    const date = DATE.exec(bare(behind));
    citations.push({
      type: typeOf(before),
      number: (match[1] ?? '').replace(/\s/g, ''),
      date: date ? (isoDay(Number(date[3]), Number(date[2]), Number(date[1])) ?? null) : null,
      issuer: issuerOf(behind.slice(date?.[0].length ?? 0)),
      where,
      line: [...line],
    });
  }
  return citations;
}

/** The same documents, each once, the fullest mention kept. */
export function eachOnce(citations: readonly Citation[]): Citation[] {
  const once = new Map<string, Citation>();
  for (const citation of citations) {
    const key = bare(`${citation.number}|${citation.where}`);
    const known = once.get(key);
    if (!known || (known.date === null && citation.date !== null)) once.set(key, citation);
  }
  return [...once.values()];
}

function typeOf(before: string): string | null {
  const found = TYPE_BEFORE.exec(before)?.[1];
  if (found === undefined) return null;
  return DOCUMENT_TYPES.find(([, words]) => words.split('|').includes(found))?.[0] ?? null;
}

function issuerOf(behind: string): string | null {
  const plain = bare(behind);
  const start = ISSUER.exec(plain)?.[0].length;
  if (start === undefined) return null;
  const end = ISSUER_END.exec(plain.slice(start))?.index ?? plain.length - start;
  return behind.slice(start, start + end).trim() || null;
}
