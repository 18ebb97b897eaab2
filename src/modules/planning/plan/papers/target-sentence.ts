import { formatNumber } from '#platform/i18n/format.ts';
import type { ReadTarget } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';

/** What a row may say before its figure: the comparison is said anew. */
const COMPARISON = /(?<!\s)(?:[≥≤><=:]|tối thiểu|tối đa|ít nhất|không quá|đạt|trên|dưới|từ|\s)+$/iu;

/** The promise in words; a row of figures names only what is measured, so comparison, figure and unit are added. */
export function targetSentence(target: ReadTarget): string {
  const text = target.text.trim();
  const figure = formatNumber('vi', target.value);
  const unit = unitOf(target);
  const pattern = `(?<![\\d.,])0?${figure.replaceAll('.', '[.]?').replace(',', '[.,]')}(?![\\d])`;
  const endsBare = new RegExp(`${pattern}$`, 'u');
  const lacksUnit = unit !== '' && endsBare.test(text);
  const isNone = target.operator === '=' && target.value === 0;
  if (isNone || (!lacksUnit && new RegExp(pattern, 'u').test(text))) return text;
  const measure = text.replace(endsBare, '').replace(COMPARISON, '').trim();
  return paperWords.reaches[target.operator](measure, `${figure}${unit}`);
}

/** The unit behind a figure; an index is a number alone. */
function unitOf({ unit }: ReadTarget): string {
  if (unit === 'score') return '';
  return unit === '%' ? unit : ` ${unit}`;
}
