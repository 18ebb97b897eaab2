import type { Finding } from './finding.ts';
import { faultFindings } from './numbering-findings.ts';
import { countBetween, numberingFaults } from './numbering.ts';
import { type Label, lastOf, readLabel } from './ordinal.ts';
import type { PlanContent } from './plan-content.ts';

interface Heading {
  readonly label: Label;
  readonly printed: string;
  readonly line: number;
}

/** A number, then its dot or bracket, then words. Numbers without a dot are rows of tables or parts of sentences. */
const headingShape =
  /^(?:[IVX]{1,5}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}[.)/]|\p{L}\))\s+[\p{L}\d"“(]/u;
/** A wider gap is a misread number rather than a lost heading. */
const widestGap = 3;

/**
 * Headings of the running text whose number is left out: 5.4, then 5.6.
 *
 * Deeper headings count anew under each higher one. Lines that became sections or tasks are named with those; here they
 * only carry the count on. A number given twice is told for decimal numbers alone, since short lists begin anew
 * without a sign.
 */
export function headingFindings({ lines, sections, tasks }: PlanContent): Finding[] {
  const told = new Set([...sections, ...tasks].flatMap(({ data }) => data.line));
  const sequences = new Map<number, Heading[]>();
  const found: Finding[] = [];
  const close = (from: number) => {
    for (const [depth, headings] of sequences) {
      if (depth < from) continue;
      found.push(...faultsOf(headings, told));
      sequences.delete(depth);
    }
  };
  for (const heading of headingsOf(lines)) {
    const depth = depthOf(heading.label);
    close(depth + 1);
    const restarts = lastOf(heading.label) === 1 && heading.label.path.length === 1;
    if (restarts) close(depth);
    const sequence = sequences.get(depth);
    if (sequence === undefined) sequences.set(depth, [heading]);
    else sequence.push(heading);
  }
  close(0);
  return found.sort((one, other) => (one.lines[0] ?? 0) - (other.lines[0] ?? 0));
}

function faultsOf(headings: readonly Heading[], told: ReadonlySet<number>): Finding[] {
  const items = headings.map(({ label, printed, line }) => ({
    label,
    printed,
    at: { place: printed, lines: [line] },
  }));
  const faults = numberingFaults(
    items.map((item) => item.label),
    false,
  ).filter((fault) => {
    const heading = headings[fault.at];
    if (heading === undefined || told.has(heading.line)) return false;
    if (fault.kind === 'twice') return heading.label.path.length > 1;
    return countBetween(fault.before, heading.label) <= widestGap;
  });
  return faultFindings(items, faults);
}

function headingsOf(lines: readonly string[]): Heading[] {
  return lines.flatMap((raw, index): Heading[] => {
    // A dash of a list, and marks of a text taken from a web page or of Markdown, stand before the number.
    const text = raw.normalize('NFC').replace(/^(?:[#*_+•–\s-]|<\/?b>)+/i, '');
    if (raw.includes('\t') || !headingShape.test(text)) return [];
    const printed = /^\S+/.exec(text)?.[0].replace(/[.)/]+$/, '') ?? '';
    const label = readLabel(printed);
    return label === undefined ? [] : [{ label, printed, line: index + 1 }];
  });
}

/** Parts stand above numbers, numbers above their own parts, and points below all. */
function depthOf(label: Label): number {
  if (label.script === 'roman') return 0;
  return label.script === 'letter' ? 9 : label.path.length;
}
