import type { Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type AnyRow, only } from '../plan-draft.ts';
import { inChunks } from './in-chunks.server.ts';

/**
 * Writes everything of a plan but its tasks: sections, citations, targets and report calendar. Gives the id of each
 * section by its code.
 */
export async function storePapers(
  ctx: Ctx,
  tx: Act,
  planId: Id<'plan'>,
  rows: readonly AnyRow[],
): Promise<ReadonlyMap<string, string>> {
  const own = { tenant_id: ctx.tenant.id, plan_id: planId };
  const sections = only(rows, 'section').map(({ data }, ordinal) => ({
    ...own,
    id: newId<'plan-section'>(),
    ordinal,
    code: data.code,
    title: data.title,
    axis: data.axis,
  }));
  await inChunks(sections, (part) => tx.db.insertInto('planning.plan_section').values(part).execute());
  const sectionIds = new Map(sections.map((section) => [section.code, section.id]));
  await inChunks(
    only(rows, 'citation').map(({ data }, ordinal) => ({
      ...own,
      id: newId<'citation'>(),
      ordinal,
      role: data.role,
      type: data.type,
      number: data.number,
      issued_on: data.date,
      issuer: data.issuer,
      place: data.where,
      lines: JSON.stringify(data.line),
    })),
    (part) => tx.db.insertInto('planning.citation').values(part).execute(),
  );
  await inChunks(
    only(rows, 'target').map(({ data }, ordinal) => ({
      ...own,
      id: newId<'target'>(),
      section_id: sectionIds.get(sectionOf(data.where)) ?? null,
      ordinal,
      text: data.text,
      metric: data.metric,
      operator: data.operator,
      value: data.value,
      unit: data.unit,
      denominator_scope: data.denominator_scope,
      year: data.year,
      place: data.where,
      lines: JSON.stringify(data.line),
    })),
    (part) => tx.db.insertInto('planning.target').values(part).execute(),
  );
  await inChunks(
    only(rows, 'report').map(({ data }, ordinal) => ({
      ...own,
      id: newId<'report-regime'>(),
      ordinal,
      period: data.period,
      data_from: data.data_from,
      data_to: data.data_to,
      submit_by: data.submit_by,
      submit_rule: data.submit_rule && JSON.stringify(data.submit_rule),
      addressee: data.to,
      reporter: data.by,
      text: data.text,
      lines: JSON.stringify(data.line),
    })),
    (part) => tx.db.insertInto('planning.report_regime').values(part).execute(),
  );
  return sectionIds;
}

/** The section at the head of a place such as "PL.III.1" or "II.3.4". */
function sectionOf(place: string): string {
  return place.replace(/^PL\./, '').split('.')[0] ?? '';
}
