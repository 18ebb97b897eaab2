import type { PlanHead } from '../reading/plan-reading.ts';
import type { FreshRow, RowData, RowKind } from './plan-draft.ts';

/** A plan whose rows may be copied, with its rows as issued. */
export interface CopyablePlan {
  readonly head: PlanHead;
  readonly rows: readonly { readonly id: string; readonly kind: RowKind; readonly data: RowData[RowKind] }[];
}

/**
 * The rows that a commune takes over from the plan of the level above: the chosen tasks with their sections, and that
 * plan as what the new one rests on. Units of the level above have no duty in the commune, so the lead stays open and
 * is named as a doubt.
 */
export function handedDown(
  { head, rows }: CopyablePlan,
  chosen: ReadonlySet<string>,
  documentType: string,
): FreshRow[] {
  const tasks = rows.flatMap((row) =>
    row.kind === 'task' && chosen.has(row.id) ? [row.data as RowData['task']] : [],
  );
  const codes = new Set(tasks.map((task) => task.section));
  const sections = rows.flatMap((row) =>
    row.kind === 'section' && codes.has((row.data as RowData['section']).code)
      ? [row.data as RowData['section']]
      : [],
  );
  const basis: RowData['citation'] = {
    role: 'basis',
    type: documentType,
    number: head.number,
    date: head.date,
    issuer: head.issuer,
    where: '',
    line: [],
  };
  return [
    ...sections.map((data) => ({ kind: 'section' as const, data: { ...data, line: [] }, doubts: [] })),
    ...tasks.map((data) => ({
      kind: 'task' as const,
      data: { ...data, seq: null, chair_leader: null, lead: [], coordinators: [], line: [] },
      doubts: [{ code: 'lead-missing' as const, where: 'lead' }],
    })),
    { kind: 'citation', data: basis, doubts: [] },
  ];
}
