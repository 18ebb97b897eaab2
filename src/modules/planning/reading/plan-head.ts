import { readCitations } from './citation.ts';
import { isoDay } from './calendar-days.ts';
import { bare, oneLine } from './letters.ts';
import { isAnnexMark } from './numbering.ts';
import type { Passage } from './passage.ts';
import type { PlanHead, Signer } from './plan-reading.ts';

const LEVELS: readonly (readonly [string, string])[] = [
  ['xã', 'xa'],
  ['phường', 'phuong'],
  ['thị trấn', 'thi tran'],
  ['đặc khu', 'dac khu'],
];
/** The word for the kind of a commune, as its units carry it: `xa`, `phuong`, `dac-khu` of addresses. */
export function levelWord(level: string): string {
  const plain = level.replaceAll('-', ' ');
  return (LEVELS.find(([, one]) => one === plain) ?? LEVELS[0])?.[0] ?? level;
}

const PROPER_NAME = '((?:\\s+\\p{Lu}[\\p{L}\\p{M}]*){1,5}(?:\\s+\\d{1,2}(?![\\d/.]))?)';
const OWN_NUMBER = /(?:^|\s)so\s*:\s*(\d{1,5}[a-z]?)\s*\/\s*([a-z-]+(?:-[a-z]+)*)/;
const OWN_DATE = /ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(20\d\d)/;
const PROVINCE = /(?:tỉnh|thành phố|TP\.?)((?:\s+\p{Lu}[\p{Ll}\p{M}]+){1,3})/gu;

/** Where the head of the plan ends: its first part, "I. MỤC ĐÍCH, YÊU CẦU". */
export function headEnd(passages: readonly Passage[]): number {
  const title = passages.findIndex((passage) =>
    /^(?:ke hoach|chuong trinh|de an|phuong an)$/.test(bare(passage.text)),
  );
  const part = passages.findIndex(
    (passage, index) =>
      index > title && passage.heading && ['I', 'A', '1'].includes(passage.label?.code ?? ''),
  );
  return part < 0 ? Math.min(passages.length, 12) : part;
}

/** Reads title, issuer, number, day, years, kind, legal basis, signer and recipients. */
export function readPlanHead(passages: readonly Passage[]): PlanHead {
  const end = headEnd(passages);
  const head = passages.slice(0, end);
  const title = titleOf(head);
  const place = placeOf(title, head, passages);
  const years = yearsOf(title ?? head.map((passage) => passage.text).join(' '));
  const ownNumber = head
    .map((passage) => OWN_NUMBER.exec(bare(passage.text)))
    .find((match) => match !== null);
  return {
    title,
    issuer: place.commune === null ? null : `UBND ${place.level ?? 'xã'} ${place.commune}`,
    ...place,
    province: provinceOf(passages),
    kind: /phong trao thi dua|phat dong thi dua/.test(bare(title ?? '')) ? 'emulation-movement' : 'cchc-plan',
    number: ownNumber
      ? `${ownNumber[1]?.replaceAll('l', '1').replaceAll('o', '0')}/${ownNumber[2]?.toUpperCase().replace('QD', 'QĐ')}`
      : null,
    date: ownDate(head),
    ...years,
    signer: signerOf(passages),
    basis: head.flatMap((passage) => readCitations(passage.text, 'preamble', passage.line)),
    recipients: recipientsOf(passages),
  };
}

function titleOf(head: readonly Passage[]): string | null {
  const mark = head.findLastIndex(
    (passage) =>
      /^(?:ke hoach|chuong trinh|de an|phuong an)\b/.test(bare(passage.text)) && passage.text.length < 200,
  );
  const first = head[mark];
  if (!first) return null;
  const lines = [first.text.replace(/^(?:kế\s+hoạch|chương\s+trình|đề\s+án|phương\s+án)\s*/iu, '')];
  for (const passage of head.slice(mark + 1)) {
    if (/^(?:\(|can cu|thuc hien|uy ban|ubnd|nham|trien khai|de |trong |theo )/.test(bare(passage.text)))
      break;
    if (lines.length > 3 || passage.text.length > 300 || /[.;:]$/.test(passage.text)) break;
    lines.push(passage.text);
  }
  return oneLine(lines.join(' ')) || null;
}

interface Place {
  commune: string | null;
  level: string | null;
}

/** The commune that issues: named most often in title, masthead and signature. */
function placeOf(title: string | null, head: readonly Passage[], passages: readonly Passage[]): Place {
  const sources = [
    title ?? '',
    ...head.map((passage) => passage.text),
    ...passages.map((passage) => passage.text),
  ];
  for (const source of sources) {
    for (const [level] of LEVELS) {
      const match = new RegExp(`(?:^|[^\\p{L}])${level}${PROPER_NAME}`, 'iu').exec(source);
      const name = match?.[1] && properName(match[1]);
      if (name) return { commune: name, level };
    }
  }
  return { commune: null, level: null };
}

/** What follows "xã" in titles and mastheads without being its name, with its tones: "Nam" is a name, "năm" is none. */
const NO_NAME =
  /^(?:năm(?= 20|$)|giai đoạn|kèm|ban hành|và|về|thực hiện|trong|trên|của|cộng hòa|hội chủ nghĩa|độc lập|ubnd|hđnd|kế hoạch|số(?= |:|$)|ngày)(?!\p{L})/u;

/** Words with a capital up to the first that is none; all capitals are brought to a name's spelling. */
function properName(words: string): string | null {
  const taken: string[] = [];
  const given = words.trim().split(/\s+/);
  for (const [index, word] of given.entries()) {
    const rest = given.slice(index).join(' ').toLowerCase();
    const isNumber = index > 0 && /^\d{1,2}$/.test(word);
    if (!(isNumber || /^\p{Lu}/u.test(word)) || NO_NAME.test(rest)) break;
    taken.push(
      word.length > 1 && word === word.toUpperCase() ? (word[0] ?? '') + word.slice(1).toLowerCase() : word,
    );
  }
  return taken.length > 0 && taken.length <= 4 ? taken.join(' ') : null;
}

function provinceOf(passages: readonly Passage[]): string | null {
  const counts = new Map<string, number>();
  for (const passage of passages) {
    for (const match of passage.text.matchAll(PROVINCE)) {
      const name = properName(match[1] ?? '');
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function yearsOf(text: string): { year_from: number | null; year_to: number | null } {
  const range = /(20\d\d)\s*[-–—]\s*(20\d\d)/.exec(text);
  if (range) return { year_from: Number(range[1]), year_to: Number(range[2]) };
  const year = /năm\s+(20\d\d)/iu.exec(text.normalize('NFC'))?.[1] ?? /(20\d\d)/.exec(text)?.[1];
  return year ? { year_from: Number(year), year_to: Number(year) } : { year_from: null, year_to: null };
}

function ownDate(head: readonly Passage[]): string | null {
  for (const passage of head) {
    if (passage.text.length > 120 || /^(?:can cu|thuc hien)/.test(bare(passage.text))) continue;
    const match = OWN_DATE.exec(bare(passage.text));
    if (match) return isoDay(Number(match[3]), Number(match[2]), Number(match[1])) ?? null;
  }
  return null;
}

const SIGNER_TITLE =
  /^(?:tm|kt|tl|tuq|q)\.|^(?:pho )?(?:chu tich|bi thu|truong phong|chanh van phong)$|^uy ban nhan dan$/;
const PERSON_NAME = /^\p{Lu}[\p{Ll}\p{M}]*(?:\s+\p{Lu}[\p{Ll}\p{M}]*){1,5}$/u;
const MOST_LINES_BEHIND_TITLE = 4;

function signerOf(passages: readonly Passage[]): Signer {
  const recipients = passages.findIndex((passage) => bare(passage.text).startsWith('noi nhan'));
  const closing = passages.slice(Math.max(0, recipients));
  const titles: string[] = [];
  let sinceTitle = 0;
  for (const { text, label } of closing) {
    if (isAnnexMark(text)) break;
    if (SIGNER_TITLE.test(bare(text)) && text.length < 60) {
      titles.push(text);
      sinceTitle = 0;
    } else if (label === undefined && PERSON_NAME.test(text) && (titles.length > 0 || recipients >= 0)) {
      const office = titles.findLast((title) => !/^(?:tm|kt|tl|tuq|q)\./.test(bare(title)));
      const authority = titles.filter((title) => title !== office).join(', ');
      return { name: text, title: office ? sentenceCase(office) : null, authority: authority || null };
    } else if (titles.length > 0 && ++sinceTitle > MOST_LINES_BEHIND_TITLE) break;
  }
  return { name: null, title: null, authority: null };
}

function sentenceCase(text: string): string {
  const words = text.toLowerCase().split(' ');
  return words
    .map((word) =>
      /^(?:chủ|phó|trưởng|chánh|bí)$/u.test(word) ? (word[0] ?? '').toUpperCase() + word.slice(1) : word,
    )
    .join(' ');
}

function recipientsOf(passages: readonly Passage[]): string[] {
  const start = passages.findIndex((passage) => bare(passage.text).startsWith('noi nhan'));
  if (start < 0) return [];
  const recipients: string[] = [];
  for (const passage of passages.slice(start + 1)) {
    if (passage.label?.kind !== 'dash') break;
    recipients.push(passage.label.rest.replace(/[;.]+$/, ''));
  }
  return recipients;
}
