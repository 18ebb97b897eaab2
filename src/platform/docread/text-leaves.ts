import { type Segment, segmentsOf } from './text-segments.ts';

/** A line of a text that is laid out by spaces. */
export interface LaidLine {
  readonly segments: readonly Segment[];
  /** Number of the line on its leaf, blank lines counted. */
  readonly at: number;
  readonly leaf: number;
}

const LONE_NUMBER = /^\s*(?:[-–]\s?)?\d{1,3}(?:\s?[-–])?\s*$/;
const LEAST_INDENT = 10;

/**
 * The lines of each leaf of a printed text, blank ones left out.
 *
 * A leaf ends at a form feed, or at its number alone in the middle of a line; the number itself is left out.
 */
export function leavesOf(text: string): LaidLine[][] {
  const leaves: string[][] = [];
  for (const sheet of text.split('\f')) {
    const lines = sheet.split(/\r\n|[\n\r\u2028\u2029]/);
    let leaf: string[] = [];
    leaves.push(leaf);
    for (const [index, line] of lines.entries()) {
      if (isLeafNumber(lines, index)) leaves.push((leaf = []));
      else leaf.push(line);
    }
  }
  return leaves.map((lines, leaf) =>
    lines
      .map((line, at) => ({ segments: segmentsOf(line), at, leaf }))
      .filter(({ segments }) => segments.length > 0),
  );
}

function isLeafNumber(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line.length < LEAST_INDENT || line.length > 400 || !LONE_NUMBER.test(line)) return false;
  const isBlank = (other: string | undefined): boolean => other === undefined || other.trim() === '';
  return line.search(/\S/) >= LEAST_INDENT && (isBlank(lines[index + 1]) || isBlank(lines[index - 1]));
}
