import { readAxis } from './axis.ts';
import { bareWords } from './letters.ts';
import { type Label, romanValue, toRoman } from './numbering.ts';
import type { Repair, Section } from './plan-reading.ts';

/** A section with its printed code; a code printed twice or not at all is counted on. */
export function newSection(
  label: Label | undefined,
  title: string,
  line: readonly number[],
  before: readonly Section[],
  repairs: Repair[],
): Section {
  const printed = label?.code ?? '';
  const used = before.some((section) => section.code === printed);
  const code = printed !== '' && !used ? printed : nextCode(printed, before);
  if (code !== printed) {
    repairs.push({
      where: `PL.${code}`,
      kind: 'numbering',
      damage: printed,
      repair: code,
      line: [...line],
    });
  }
  return { code, title: title.replace(/[.:;\s]+$/, ''), axis: readAxis(title), line: [...line] };
}

/** Opens a section among those before; one that is printed again, code and title, is the same. */
export function openSection(
  label: Label | undefined,
  title: string,
  line: readonly number[],
  sections: Section[],
  repairs: Repair[],
): Section {
  const again = sections.find(
    (section) => section.code === label?.code && bareWords(section.title) === bareWords(title),
  );
  if (again) return again;
  const section = newSection(label, title, line, sections, repairs);
  sections.push(section);
  return section;
}

function nextCode(printed: string, before: readonly Section[]): string {
  if (/^\d+$/.test(printed))
    return String(Math.max(0, ...before.map((section) => Number(section.code) || 0)) + 1);
  if (/^[A-H]$/.test(printed)) return String.fromCharCode(printed.charCodeAt(0) + 1);
  return toRoman(Math.max(0, ...before.map((section) => romanValue(section.code))) + 1);
}
