import { isoDay } from './calendar-days.ts';
import { DOCUMENT_TYPES } from './document-types.ts';
import { bare } from './letters.ts';
import type { Citation } from './plan-reading.ts';

const SYMBOL =
  '\\d{1,5}(?:\\.\\d{1,2})?[a-z]?\\s?(?:/(?:19|20)\\d\\d)?\\s?[/-]\\s?[A-ZĐ](?:[A-Za-zĐđ]{1,9}|(?=-[A-ZĐ]{2}))\\d{0,2}(?:\\s?[-/&.]\\s?[A-ZĐ][A-Za-zĐđ&]{0,11}\\d{0,2}){0,4}';
const NUMBER = new RegExp(`(?<![\\w/.])(${SYMBOL})(?![\\w])`, 'gu');
const DATE = /^[,\s]*(?:ngay\s*)?(\d{1,2})\s?(?:[/.-]|thang)\s?(\d{1,2})\s?(?:[/.-]|nam)\s?(\d{4})/;
const ISSUER = /^[,\s]*(?:cua|do)\s+/;
const ISSUER_END =
  /[,;.:()]|\s(?:ve|ban hanh|phe duyet|quy dinh|huong dan|trien khai|thuc hien|cong bo|sua doi|va cac|nham|tren dia ban|phat dong)(?:\s|$)/;
const TYPES = DOCUMENT_TYPES.map(([, words]) => words).join('|');
const TYPE_BEFORE = new RegExp(`(?:^|[^a-z])(${TYPES})(?:\\s+so)?\\s*:?\\s*$`);
const LAW_BEFORE = /(?:^|[^a-z])(luat) [^.;:\d]{3,90} so\s*:?\s*$/;
/** Between the numbers of one list: "các Quyết định số A, B và số C". */
const LIST_GAP = /^[\s,;]*(?:va\s*)?(?:so\s*:?\s*)?$/;
/** A number of three or more digits without its symbol: "Quyết định 766". */
const BARE_NUMBER =
  /(?<![a-z])(nghi quyet|nghi dinh|quyet dinh|chi thi|thong tu|nq|nd|qd)(?: so)? (\d{3,5})(?![\d./-]|\s?[/-])/g;
/** A paragraph with more is no prose. */
const MOST_CITATIONS = 80;
const OWN_NUMBER = /(?:^|[^a-z])so\s*:\s*$/;

/** The documents that a text cites by number, in order; the text's own "Số: 06/KH-UBND" is none of them. */
export function readCitations(text: string, where: string, line: readonly number[]): Citation[] {
  if (/^\(?\s*(?:ban hanh )?kem theo/.test(bare(text))) return [];
  const plain = bare(text);
  const citations: Citation[] = [];
  let type: string | null = null;
  let end = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (citations.length === MOST_CITATIONS) break;
    const before = plain.slice(Math.max(0, match.index - 120), match.index);
    const isListed = citations.length > 0 && LIST_GAP.test(plain.slice(end, match.index));
    type = typeOf(before) ?? (isListed ? type : null);
    end = match.index + match[0].length;
    if (type === null && OWN_NUMBER.test(before)) continue;
    const behind = text.slice(end, end + 260);
    const date = DATE.exec(bare(behind));
    if (date) end += date[0].length;
    citations.push({
      type,
      number: (match[1] ?? '').replace(/\s/g, ''),
      date: date ? (isoDay(Number(date[3]), Number(date[2]), Number(date[1])) ?? null) : null,
      issuer: issuerOf(behind.slice(date?.[0].length ?? 0)),
      where,
      line: [...line],
    });
  }
  return [...citations, ...bareNumbers(plain, where, line)];
}

function bareNumbers(plain: string, where: string, line: readonly number[]): Citation[] {
  return [...plain.matchAll(BARE_NUMBER)].slice(0, MOST_CITATIONS).map((match) => ({
    type: nameOf(match[1]),
    number: match[2] ?? null,
    date: null,
    issuer: null,
    where,
    line: [...line],
  }));
}

/** The same documents, each once: the fullest mention is kept, a number without symbol gives way to the whole one. */
export function eachOnce(citations: readonly Citation[]): Citation[] {
  const once = new Map<string, Citation>();
  const whole = new Set(citations.flatMap(({ number }) => /^(\d+)[/-]/.exec(number ?? '')?.[1] ?? []));
  for (const citation of citations) {
    if (whole.has(citation.number ?? '')) continue;
    const key = bare(`${citation.number}|${citation.where}`);
    const known = once.get(key);
    if (!known || (known.date === null && citation.date !== null)) once.set(key, citation);
  }
  return [...once.values()];
}

function typeOf(before: string): string | null {
  return nameOf((TYPE_BEFORE.exec(before) ?? LAW_BEFORE.exec(before))?.[1]);
}

function nameOf(words: string | undefined): string | null {
  return DOCUMENT_TYPES.find(([, forms]) => forms.split('|').includes(words ?? ''))?.[0] ?? null;
}

function issuerOf(behind: string): string | null {
  const plain = bare(behind);
  const start = ISSUER.exec(plain)?.[0].length;
  if (start === undefined) return null;
  const end = ISSUER_END.exec(plain.slice(start))?.index ?? plain.length - start;
  return behind.slice(start, start + end).trim() || null;
}
