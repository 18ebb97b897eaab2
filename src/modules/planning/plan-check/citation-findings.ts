import { parsePlainDate, type PlainDate } from '#platform/clock/plain-date.ts';
import { type Finding, finding, type FindingPlace, type Mend } from './finding.ts';
import type { CheckFacts, Keyed, PlanContent } from './plan-content.ts';

/** The year inside a number: 59/2019/NĐ-CP, 45/2019/QH14. */
const yearInNumber = /\/((?:19|20)\d\d)(?:\/|$)/;
/** The same number with its year left out: 59/NĐ-CP. */
const withoutYear = /^(\d+)\/(\D.*)$/;

/**
 * Cited documents with a day that does not exist, that is still to come, or that the number contradicts; and one
 * document cited with two days, or with and without the year of its number.
 */
export function citationFindings({ citations, head }: PlanContent, facts: CheckFacts): Finding[] {
  const by = parsePlainDate(head.date ?? '') ?? facts.today;
  return [
    ...citations.flatMap((citation) => ofOne(citation, by)),
    ...twoDates(citations),
    ...shortNumbers(citations),
  ];
}

function ofOne(citation: Keyed<'citation'>, by: PlainDate): Finding[] {
  const { number, date } = citation.data;
  if (date === null) return [];
  const at = placeOf(citation);
  const name = nameOf(citation);
  if (parsePlainDate(date) === undefined) {
    return [finding('citation-date-impossible', { citation: name, date }, { ...at, field: 'date' })];
  }
  const year = yearInNumber.exec(number ?? '')?.[1];
  if (year !== undefined && !date.startsWith(year)) {
    const detail = { citation: name, date, year };
    const right = parsePlainDate(`${year}${date.slice(4)}`);
    const mends = right
      ? [
          {
            deed: 'set-day' as const,
            shown: right,
            changes: [{ key: citation.key, field: 'date', value: right }],
          },
        ]
      : [];
    return [finding('citation-year-differs', detail, { ...at, field: 'date', mends })];
  }
  return date > by
    ? [finding('citation-in-future', { citation: name, date, by }, { ...at, field: 'date' })]
    : [];
}

/** Numbers start anew each year and in each office: only with its year, or from one issuer, is a number one document. */
function twoDates(citations: readonly Keyed<'citation'>[]): Finding[] {
  const documents = new Map<string, Keyed<'citation'>[]>();
  for (const citation of citations) {
    const { type, number, date, issuer } = citation.data;
    if (!number || date === null || parsePlainDate(date) === undefined) continue;
    const hasYear = yearInNumber.test(number);
    if (!hasYear && !issuer) continue;
    const key = [type, number, hasYear ? '' : `${issuer} ${date.slice(0, 4)}`].join(' ').toLowerCase();
    const same = documents.get(key);
    if (same === undefined) documents.set(key, [citation]);
    else same.push(citation);
  }
  return [...documents.values()].flatMap((same) => {
    const [first] = same;
    const dates = [...new Set(same.map(({ data }) => data.date ?? ''))];
    if (first === undefined || dates.length < 2) return [];
    const at: FindingPlace = {
      ...placeOf(first),
      keys: same.map(({ key }) => key),
      lines: same.flatMap(({ data }) => data.line),
      field: 'date',
      mends: dates.map((date) => ({
        deed: 'set-day',
        shown: date,
        changes: same
          .filter(({ data }) => data.date !== date)
          .map(({ key }) => ({ key, field: 'date', value: date })),
      })),
    };
    return [finding('citation-two-dates', { citation: nameOf(first), dates }, at)];
  });
}

/** "118/NĐ-CP" beside "118/2025/NĐ-CP" of the same day. */
function shortNumbers(citations: readonly Keyed<'citation'>[]): Finding[] {
  const whole = new Set(citations.map(({ data }) => `${data.number} ${data.date}`));
  return citations.flatMap((citation) => {
    const { key, data } = citation;
    const parts = withoutYear.exec(data.number ?? '');
    if (parts === null || data.date === null) return [];
    const full = `${parts[1]}/${data.date.slice(0, 4)}/${parts[2]}`;
    if (!whole.has(`${full} ${data.date}`)) return [];
    const mends: Mend[] = [
      { deed: 'set-number', shown: full, changes: [{ key, field: 'number', value: full }] },
    ];
    const detail = { citation: nameOf(citation), full };
    return [finding('citation-number-short', detail, { ...placeOf(citation), field: 'number', mends })];
  });
}

function placeOf({ key, data }: Keyed<'citation'>): FindingPlace {
  const place = data.where === 'preamble' ? null : data.where || null;
  return { keys: [key], place, subject: nameOf({ key, data }), lines: data.line };
}

function nameOf({ data }: Keyed<'citation'>): string {
  return [data.type, data.number].filter(Boolean).join(' ');
}
