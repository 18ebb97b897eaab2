import { sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskTemplate, TemplateStep } from './task-template.ts';
import { visibleTo } from './visible-to.server.ts';

/** The templates of the office that this person may read, aliased `m`, with the text in which they are searched. */
export function templates(ctx: Ctx) {
  return ctx.db
    .selectFrom((from) =>
      from
        .selectFrom('planning.task_template as x')
        .leftJoin('directory.published_unit as u', (join) =>
          join.onRef('u.tenant_id', '=', 'x.tenant_id').onRef('u.id', '=', 'x.lead_unit_id'),
        )
        .selectAll('x')
        .select(['u.name as unit_name', 'u.ended_on as unit_ended_on'])
        .select(sql<number>`jsonb_array_length(x.steps)`.as('step_count'))
        .select(sql<string>`platform.fold(concat_ws(' ', x.title, x.product, x.note))`.as('folded'))
        .select(sql<string>`platform.spell(concat_ws(' ', x.title, x.product, x.note))`.as('spelled'))
        .where('x.tenant_id', '=', ctx.tenant.id)
        .where('x.discarded_at', 'is', null)
        .as('m'),
    )
    .selectAll('m')
    .where('m.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor));
}

/** A template as its page shows it. */
export interface TemplateRecord extends TaskTemplate {
  readonly leadUnitName: string | null;
  /** True when the unit that leads is no more. */
  readonly isLeadEnded: boolean;
}

export type TemplateRow = Awaited<ReturnType<ReturnType<typeof templates>['executeTakeFirstOrThrow']>>;

export function toTemplate(row: TemplateRow): TemplateRecord {
  return {
    id: row.id as Id<'task-template'>,
    title: row.title,
    activity: row.activity,
    product: row.product,
    evidence: row.evidence,
    note: row.note,
    leadUnitId: row.lead_unit_id,
    coordinatingUnitIds: row.coordinating_unit_ids,
    dueWorkingDays: row.due_working_days,
    steps: row.steps as unknown as TemplateStep[],
    source: row.source,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: new Date(row.changed_at),
    leadUnitName: row.unit_name,
    isLeadEnded: row.unit_ended_on !== null,
  };
}

/** Templates that this person may read, by name; at most 500. */
export async function listTemplates(ctx: Ctx): Promise<TemplateRecord[]> {
  const rows = await templates(ctx)
    .orderBy(sql`left(m.title, 100) collate "vi-x-icu"`)
    .orderBy('m.id')
    .limit(500)
    .execute();
  return rows.map(toTemplate);
}

/** One template; `NotFound` when there is none for this person, or it lies in the trash. */
export async function getTemplate(ctx: Ctx, templateId: string): Promise<TemplateRecord> {
  const id = parseId<'task-template'>(templateId);
  const row = id && (await templates(ctx).where('m.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toTemplate(row);
}

/** From which template a task was made, in words that stay when the template goes. */
export interface MadeFrom {
  readonly templateId: Id<'task-template'>;
  readonly title: string;
  readonly version: number;
  /** True while the template can be opened by this person. */
  readonly isThere: boolean;
}

/** From which template a task that the caller has read already was made; undefined where that was taken from nowhere. */
export async function findMadeFrom(ctx: Ctx, runId: string): Promise<MadeFrom | undefined> {
  const row = await ctx.db
    .selectFrom('planning.template_run as r')
    .leftJoin('planning.task_template as x', (join) =>
      join
        .onRef('x.tenant_id', '=', 'r.tenant_id')
        .onRef('x.id', '=', 'r.template_id')
        .on('x.discarded_at', 'is', null)
        .on(visibleTo(ctx.actor)),
    )
    .select(['r.template_id', 'r.template_title', 'r.template_version', 'x.id'])
    .where('r.tenant_id', '=', ctx.tenant.id)
    .where('r.id', '=', runId)
    .executeTakeFirst();
  return (
    row && {
      templateId: row.template_id as Id<'task-template'>,
      title: row.template_title,
      version: row.template_version,
      isThere: row.id !== null,
    }
  );
}
