import type { PrintedLine } from './pdf-lines.ts';
import type { Rule } from './pdf-page.ts';

const MOST_OF_WIDTH = 0.8;
const GAP_OF_NEW_ROW = 1.25;
const BELOW_BASELINE = 0.35;
const NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-HĐ])[.)]?$/u;

/** The heights between the rows of a table without upright lines: at level rules, else where the lines leave room. */
export function rowEdges(
  lines: readonly PrintedLine[],
  xs: readonly number[],
  rules: readonly Rule[],
): number[] {
  const top = Math.min(...lines.map(({ baseline, size }) => baseline - size));
  const bottom = Math.max(...lines.map(({ baseline, size }) => baseline + BELOW_BASELINE * size));
  const ruled = rules
    .filter((rule) => rule.direction === 'across' && spans(rule, xs) && rule.at > top && rule.at < bottom)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
  const inner = ruled.length > 0 ? ruled : edgesByRoom(lines, xs);
  return [top, ...inner.filter((edge) => edge > top && edge < bottom), bottom];
}

function spans({ from, to }: Rule, xs: readonly number[]): boolean {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  return Math.min(to, right) - Math.max(from, left) > MOST_OF_WIDTH * (right - left);
}

/** Where the numbers in the first column are not all told apart by room, each number begins a row. */
function edgesByRoom(lines: readonly PrintedLine[], xs: readonly number[]): number[] {
  const first = xs[1] ?? 0;
  const leading = leadingOf(lines, xs);
  const begins = (line: PrintedLine): number => line.baseline - line.size;
  const roomy: number[] = [];
  const numbered: number[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (!above) continue;
    const isNumbered = line.words.some((word) => word.right < first && NUMBER.test(word.text));
    if (line.baseline - above.baseline > GAP_OF_NEW_ROW * leading) roomy.push(begins(line));
    if (isNumbered) numbered.push(begins(line));
  }
  return roomy.length >= numbered.length ? roomy : numbered;
}

/** The usual distance of two lines of one cell. */
function leadingOf(lines: readonly PrintedLine[], xs: readonly number[]): number {
  const steps: number[] = [];
  for (const [column, left] of xs.slice(0, -1).entries()) {
    const right = xs[column + 1] ?? 0;
    const baselines = lines
      .filter(({ words }) => words.some((word) => word.left >= left && word.left < right))
      .map(({ baseline }) => baseline);
    steps.push(...baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? 0)));
  }
  const real = steps.filter((step) => step > 1).toSorted((a, b) => a - b);
  return real[Math.floor(real.length / 4)] ?? 0;
}
