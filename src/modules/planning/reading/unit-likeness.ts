import { bareWords } from './letters.ts';
import { UNIT_KINDS } from './unit-kinds.ts';

const KIND_NAMES = [...new Set(UNIT_KINDS.map((kind) => kind.name))];

/** The kind of unit that a misread name means; undefined when none is near. */
export function closestKind(piece: string): string | undefined {
  return nearest(piece, KIND_NAMES);
}

/** The name that differs from a piece of text by at most one letter in eight; undefined when none is that near. */
export function nearest(piece: string, names: readonly string[]): string | undefined {
  const words = bareWords(piece);
  if (words.length < 8 || words.length > 60) return undefined;
  let best: string | undefined;
  let bestSteps = Math.floor(words.length / 8) + 1;
  for (const candidate of candidatesOf(names)) {
    if (Math.abs(candidate.words.length - words.length) >= bestSteps) continue;
    const steps = editSteps(words, candidate.words);
    if (steps < bestSteps) [best, bestSteps] = [candidate.name, steps];
  }
  return best;
}

interface Candidate {
  name: string;
  words: string;
}

const ofNames = new WeakMap<readonly string[], Candidate[]>();

function candidatesOf(names: readonly string[]): Candidate[] {
  const known = ofNames.get(names);
  if (known) return known;
  const candidates = names.map((name) => ({ name, words: bareWords(name.replace('{level}', 'xa')) }));
  ofNames.set(names, candidates);
  return candidates;
}

/** Letters to change, add or drop to make one word list of the other (Levenshtein). */
function editSteps(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (previous[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? left.length;
}
