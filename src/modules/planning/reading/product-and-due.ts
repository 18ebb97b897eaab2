import { readDue } from './deadline.ts';
import type { PlanYears } from './due-parts.ts';

export interface ProductAndDue {
  product: string;
  due: string | null;
}

const LAST_BRACKETS = /\s*\(([^()]+)\)[\s.;]*$/;
const PIECES = /\n|;\s+|,\s+|:\s+|\s+-\s+/g;

/** Tells the result from the time in a cell that holds both: "Báo cáo (quý III)", "Quyết định; trước 30/6/2026". */
export function splitProductAndDue(text: string, years: PlanYears): ProductAndDue {
  const items = splitItems(text, years);
  if (items) return items;
  const brackets = LAST_BRACKETS.exec(text);
  if (brackets?.[1] && readDue(brackets[1], years))
    return { product: text.slice(0, brackets.index), due: brackets[1] };
  for (const gap of [...text.matchAll(PIECES)].toReversed()) {
    const [before, behind] = [text.slice(0, gap.index).trim(), text.slice(gap.index + gap[0].length).trim()];
    if (readDue(behind, years)) return { product: before, due: behind };
    if (readDue(before, years)) return { product: behind, due: before };
  }
  return readDue(text, years) ? { product: '', due: text } : { product: text, due: null };
}

/** Several results with a time each: "- Kế hoạch: trước 15/02 - Báo cáo: quý IV"; undefined when some have none. */
function splitItems(text: string, years: PlanYears): ProductAndDue | undefined {
  const items = text.split(/(?:^|\s)[-+•]\s+/).filter((item) => item.trim() !== '');
  if (items.length < 2) return undefined;
  const pairs = items.map((item) => /^(.+?)\s*:\s*(.+?)[\s;.]*$/s.exec(item));
  const dated = pairs.flatMap((pair) => (pair?.[1] && pair[2] ? [{ product: pair[1], due: pair[2] }] : []));
  if (dated.length < items.length || !dated.some(({ due }) => readDue(due, years))) return undefined;
  return {
    product: dated.map(({ product }) => product).join('; '),
    due: dated.map(({ due }) => due).join('; '),
  };
}
