import { bare } from './letters.ts';
import type { Passage } from './passage.ts';
import type { Responsibility } from './plan-reading.ts';
import { readUnits } from './unit-name.ts';

/** Whom the part "Tổ chức thực hiện" charges, and with how many duties. */
export function readResponsibilities(passages: readonly Passage[], level: string): Responsibility[] {
  const found: Responsibility[] = [];
  let inPart = false;
  let open: Responsibility | undefined;
  for (const passage of passages) {
    const plain = bare(passage.text);
    if (/^(?:noi nhan|tren day la)/.test(plain)) break;
    if (passage.label?.kind === 'roman') {
      inPart = /to chuc thuc hien|trach nhiem|phan cong/.test(plain);
      open = undefined;
    } else if (inPart && passage.heading && passage.label?.kind !== 'decimal') {
      const units = readUnits(
        passage.label?.rest.replace(/^(?:Đề nghị|Trách nhiệm của)\s+/u, '') ?? '',
        level,
      ).units;
      open = { unit: units.join(', ') || null, count: 0, where: passage.where, line: [] };
      found.push(open);
    } else if (inPart && open && !passage.footnote) {
      open.count++;
      open.line.push(...passage.line);
    } else if (inPart && !open) {
      const units = readUnits(passage.text.split(/ chủ trì| phối hợp| căn cứ| tăng cường/u)[0] ?? '', level);
      if (units.units.length > 0 && units.unknown.length === 0 && units.units.length < 6) {
        found.push({ unit: units.units.join(', '), count: 1, where: passage.where, line: [...passage.line] });
      }
    }
  }
  return found.filter((responsibility) => responsibility.count > 0);
}
