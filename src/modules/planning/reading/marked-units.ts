import { type Commune, unitsIn } from './commune-units.ts';
import type { AnnexRow } from './annex-rows.ts';
import type { Column } from './column-role.ts';
import { TICK } from './column-words.ts';
import { bareWords } from './letters.ts';
import type { UnitsRead } from './unit-name.ts';

export interface MarkedUnits {
  lead: UnitsRead;
  coordinators: UnitsRead;
}

const LEADS = /^(?:ct|c|chu tri|cq chu tri|dau moi|chinh)$/;
const HELPS = /^(?:ph|p|phoi hop|tham gia|h|ho tro)$/;

/**
 * The units of a row in a list with a column for each unit, marked "CT" and "PH": undefined where no unit is marked.
 *
 * Where ticks do not say who leads, the first unit does.
 */
export function readMarkedUnits(
  row: AnnexRow,
  columns: readonly Column[],
  commune: Commune,
): MarkedUnits | undefined {
  const marked = columns.flatMap((column, index) => {
    const mark = row.cells[index]?.text ?? '';
    return column.role === 'unit' && mark !== '' ? [{ name: column.leaf, mark }] : [];
  });
  if (marked.length === 0) return undefined;
  const leads = marked.filter(({ mark }) => LEADS.test(bareWords(mark)));
  const helps = marked.filter(({ mark }) => HELPS.test(bareWords(mark)) || TICK.test(mark));
  if (leads.length === 0) leads.push(...helps.splice(0, 1));
  const read = (units: typeof marked): UnitsRead =>
    unitsIn(units.map(({ name }) => name).join('; '), commune);
  return { lead: read(leads), coordinators: read(helps) };
}
