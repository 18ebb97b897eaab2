import type { Rule } from './pdf-page.ts';

/** Lines nearer than this, in points, are one line drawn twice. */
const SAME_LINE = 2;
const BRIDGED = 3;
const TOUCH = 3;
const MOST_RULES = 3_000;

/** Lines that belong together because they touch: what may be one table. */
export interface Lattice {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Joins the pieces of lines and gathers those that touch; nothing where a page is drawn rather than ruled. */
export function latticesOf(rules: readonly Rule[]): Lattice[] {
  const across = joinPieces(rules.filter(({ direction }) => direction === 'across'));
  const down = joinPieces(rules.filter(({ direction }) => direction === 'down'));
  if (across.length + down.length > MOST_RULES) return [];
  const owner = across.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (owner[root] !== undefined && owner[root] !== root) root = owner[root] ?? root;
    return root;
  };
  const touching = down.map((line) => {
    const met = across.flatMap((other, index) => (crosses(other, line) ? [index] : []));
    const [first, ...others] = met;
    if (first !== undefined) for (const other of others) owner[rootOf(other)] = rootOf(first);
    return first;
  });
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>();
  const groupOf = (index: number): { across: Rule[]; down: Rule[] } => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, group);
    return group;
  };
  for (const [index, line] of across.entries()) groupOf(index).across.push(line);
  for (const [index, line] of down.entries()) {
    const first = touching[index];
    if (first !== undefined) groupOf(first).down.push(line);
  }
  return [...groups.values()];
}

function crosses(across: Rule, down: Rule): boolean {
  return (
    across.from - TOUCH <= down.at &&
    down.at <= across.to + TOUCH &&
    down.from - TOUCH <= across.at &&
    across.at <= down.to + TOUCH
  );
}

/** Pieces that lie on one line and touch, as borders of neighbouring cells do, are one line. */
function joinPieces(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const line of gatherLines(rules)) {
    let last: Rule | undefined;
    for (const piece of line.toSorted((a, b) => a.from - b.from)) {
      if (last && piece.from <= last.to + BRIDGED) {
        last = { ...last, to: Math.max(last.to, piece.to) };
        joined[joined.length - 1] = last;
      } else joined.push((last = piece));
    }
  }
  return joined;
}

function gatherLines(rules: readonly Rule[]): Rule[][] {
  const lines: Rule[][] = [];
  let at = -Infinity;
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const last = lines.at(-1);
    if (last && rule.at - at <= SAME_LINE) last.push(rule);
    else {
      lines.push([rule]);
      at = rule.at;
    }
  }
  return lines;
}
