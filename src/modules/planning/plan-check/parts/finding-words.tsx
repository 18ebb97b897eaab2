import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Axis } from '../../reading/plan-reading.ts';
import { texts as targetTexts } from '../../target/texts.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import type { Finding, HeadField, Mend } from '../finding.ts';
import { texts } from '../texts.ts';

type Value = string | number | readonly string[];

/** A finding as one sentence, with its days, amounts and names in the words of the language. */
export function findingSentence(lang: Lang, finding: Finding): string {
  const words = Object.fromEntries(
    Object.entries(finding.detail as Record<string, Value>).map(([name, value]) => [
      name,
      valueWords(lang, name, value),
    ]),
  );
  // The texts give each code a sentence for exactly its values, which a union of codes cannot say.
  const say = texts(lang).sentence[finding.code] as (words: Record<string, string>) => string;
  return say(words);
}

/** What a mend does, as the words of its button. */
export function mendLabel(lang: Lang, finding: Finding, mend: Mend): string {
  const unit = finding.code === 'target-contradiction' ? unitWords(lang, finding.detail.unit) : '';
  const name = mend.deed === 'set-axis' ? 'axis' : 'shown';
  const shown = valueWords(lang, name, mend.shown);
  return texts(lang).mend[mend.deed](mend.deed === 'set-value' ? `${shown}\u00a0${unit}`.trim() : shown);
}

/** Where a finding stands: its place in the plan, and its lines in the source. */
export function findingPlace(lang: Lang, { place, lines }: Finding): string {
  const t = texts(lang).check;
  return [place && t.place(place), lines.length > 0 && t.lines(spansOf(lines))].filter(Boolean).join(' · ');
}

/** "7–9, 384": lines that follow each other as one span. */
function spansOf(lines: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((one, other) => one - other)) {
    const last = spans.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else spans.push([line, line]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function valueWords(lang: Lang, name: string, value: Value): string {
  if (typeof value === 'number') return formatNumber(lang, value);
  if (typeof value !== 'string') return value.map((one) => valueWords(lang, name, one)).join('; ');
  if (name === 'axis') return taskTexts(lang).axis[value as Axis];
  if (name === 'field') return texts(lang).headField[value as HeadField];
  if (name === 'unit') return unitWords(lang, value);
  // A day that does not exist is shown like any other, so that people see what the paper says.
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value as PlainDate) : value;
}

function unitWords(lang: Lang, unit: string): string {
  return unit === 'score' ? targetTexts(lang).score : unit;
}
