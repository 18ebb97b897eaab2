import type { Column } from './column-role.ts';
import type { ColumnRole } from './column-words.ts';

const ONE_OF_A_KIND = [
  'lead',
  'product',
  'due',
  'objective',
  'note',
  'chair_leader',
  'person',
  'section',
] as const;

/** The place of the first column with a meaning; -1 where the table has none. */
export function columnOf(columns: readonly Column[], role: ColumnRole): number {
  return columns.findIndex((column) => column.role === role);
}

/** Settles the columns among each other: each meaning stands once, and a list has a column that says what is done. */
export function settleRoles(columns: readonly Column[]): Column[] {
  const settled = columns.map((column) => ({ ...column }));
  settleTask(settled);
  settleUnits(settled);
  if (first(settled, 'start') && !first(settled, 'end')) promote(first(settled, 'due'), 'end');
  if (first(settled, 'end') && !first(settled, 'start')) promote(first(settled, 'end'), 'due');
  for (const role of ONE_OF_A_KIND) {
    for (const extra of settled.filter((column) => column.role === role).slice(1)) {
      extra.role = role === 'lead' && !first(settled, 'coordinators') ? 'coordinators' : 'other';
    }
  }
  return settled;
}

function settleTask(columns: readonly Column[]): void {
  const [task, second] = columns.filter((column) => column.role === 'task');
  if (task && second && !first(columns, 'activity')) second.role = 'activity';
  const isMeasured = first(columns, 'measure') !== undefined;
  if (!task && !first(columns, 'report')) {
    const named = columns.find((column) => column.role === 'target' || column.role === 'objective');
    const stand = (['activity', 'objective', 'target', 'section', 'other'] as const)
      .map((role) => first(columns, role))
      .find((column) => column !== undefined);
    promote(isMeasured ? (named ?? stand) : stand, 'task');
  }
  if (isMeasured) promote(first(columns, 'objective'), 'target');
}

/** Where units are not named, the officers lead; a column that says "chủ trì" leads before one that does not. */
function settleUnits(columns: readonly Column[]): void {
  const units = columns.filter((column) => column.role === 'unit');
  if (units.length === 1) promote(units[0], 'other');
  const leads = columns.filter((column) => column.role === 'lead');
  const named = leads.find((column) => /chủ trì|đầu mối/iu.test(column.title));
  if (named && leads[0] !== named) {
    for (const lead of leads) if (lead !== named) lead.role = 'coordinators';
  }
  if (leads.length === 0 && units.length < 2 && !first(columns, 'lead-and-coordinators'))
    promote(first(columns, 'person'), 'lead');
}

function first(columns: readonly Column[], role: ColumnRole): Column | undefined {
  return columns.find((column) => column.role === role);
}

function promote(column: Column | undefined, role: ColumnRole): void {
  if (column) column.role = role;
}
