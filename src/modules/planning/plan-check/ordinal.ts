/** Number labels of plans, as paths: "5.4" is [5, 4], "II.3" is [2, 3], "a" is [1]; see `readLabel`. */
export interface Label {
  readonly path: readonly number[];
  /** How the last part is written, so that a missing one can be written the same way. */
  readonly script: Script;
  /** The parts before the last, as printed, with the dot. */
  readonly prefix: string;
}

type Script = 'arabic' | 'roman' | 'letter';

const romanDigits = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
/** Lists of points may do without this letter. */
const optional = '\u0111';
/** Points are lettered without f, j, w and z; where an office writes one of these, it is passed over. */
const points = `abcd${optional}eghiklmnopqrstuvxy`;
const highest = 200;

/** Reads a label such as "5", "5.4.", "II", "IV.2" or "b)"; undefined for anything else. */
export function readLabel(text: string): Label | undefined {
  const parts = text
    .normalize('NFC')
    .trim()
    .replace(/[.)/:]+$/, '')
    .split('.');
  const read = parts.map((part) => readPart(part.trim()));
  const last = read.at(-1);
  if (last === undefined || parts.length > 5 || !read.every((part) => part !== undefined)) return undefined;
  const prefix = parts
    .slice(0, -1)
    .map((part) => `${part.trim()}.`)
    .join('');
  return { path: read.map((part) => part.value), script: last.script, prefix };
}

/** A label's number written as its neighbours are. */
export function writeLabel(label: Label, value: number): string {
  if (label.script === 'arabic') return `${label.prefix}${value}`;
  if (label.script === 'roman') return `${label.prefix}${roman(value)}`;
  return `${label.prefix}${points[value - 1] ?? ''}`;
}

/** The last part of a path. */
export function lastOf(label: Label): number {
  return label.path.at(-1) ?? 0;
}

/** True when a label comes right after another; a list of points may do without đ. */
export function follows(before: Label, after: Label): boolean {
  const step = lastOf(after) - lastOf(before);
  return step === 1 || (step === 2 && after.script === 'letter' && points[lastOf(before)] === optional);
}

function readPart(part: string): { value: number; script: Script } | undefined {
  if (/^\d{1,3}$/.test(part)) {
    const value = Number(part);
    return value >= 1 && value <= highest ? { value, script: 'arabic' } : undefined;
  }
  if (/^[IVX]+$/.test(part)) {
    const value = Array.from({ length: 39 }, (_, index) => index + 1).find((one) => roman(one) === part);
    return value === undefined ? undefined : { value, script: 'roman' };
  }
  const place = part.length === 1 ? points.indexOf(part.toLowerCase()) : -1;
  return place < 0 ? undefined : { value: place + 1, script: 'letter' };
}

function roman(value: number): string {
  return 'X'.repeat(Math.floor(value / 10)) + (romanDigits[value % 10] ?? '');
}
