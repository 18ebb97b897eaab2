import { sql } from 'kysely';
import { holdRecord } from '#platform/conflict/conflict.server.ts';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { setDiscarded } from '#platform/trash/set-discarded.server.ts';
import { areOfTenant } from '../task/known-people.server.ts';
import * as policy from './policy.ts';
import { getTemplate, type TemplateRecord } from './queries.server.ts';
import { faultsOf, type TemplateContent } from './task-template.ts';

const table = 'planning.task_template';

export type TemplateRefusal = 'unknown-choice' | 'does-not-fit';

/**
 * Keeps a template. Refuses units that there are not or that have ended, and parts that do not fit together, as
 * `faultsOf` tells.
 * @param source where the words of one that came with the product are from
 */
export function createTemplate(
  ctx: Ctx,
  content: TemplateContent,
  source: string | null = null,
): Promise<Outcome<Id<'task-template'>, TemplateRefusal>> {
  return act<Id<'task-template'>, TemplateRefusal>(ctx, 'planning.task-template.create', async (tx) => {
    must(policy.may(ctx.actor, 'create'));
    const refusal = await refusalOf(ctx, content);
    if (refusal) return refused(refusal);
    const id = newId<'task-template'>();
    await tx.db
      .insertInto('planning.task_template')
      .values({ tenant_id: ctx.tenant.id, id, source, ...columnsOf(ctx, tx, content) })
      .execute();
    await tx.audit({ recordKind: 'task-template', recordId: id, before: null, after: told(content) });
    return done(id);
  });
}

/**
 * Says a template anew; tasks that were made from it stay as they are. Refuses what `createTemplate` refuses, and a
 * template that somebody changed since `version`.
 */
export function editTemplate(
  ctx: Ctx,
  templateId: string,
  given: { readonly content: TemplateContent; readonly version: number },
): Promise<Outcome<undefined, TemplateRefusal | 'changed-meanwhile'>> {
  return act<undefined, TemplateRefusal | 'changed-meanwhile'>(
    ctx,
    'planning.task-template.edit',
    async (tx) => {
      const template = await lockTemplate(ctx, templateId);
      must(policy.may(ctx.actor, 'edit'));
      if (template.version !== given.version) return refused('changed-meanwhile');
      const refusal = await refusalOf(ctx, given.content);
      if (refusal) return refused(refusal);
      await tx.db
        .updateTable('planning.task_template')
        .set({ ...columnsOf(ctx, tx, given.content), version: template.version + 1 })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', template.id)
        .execute();
      await tx.audit({
        recordKind: 'task-template',
        recordId: template.id,
        before: told(template),
        after: told(given.content),
      });
      return done();
    },
  );
}

/** Puts a template into the trash; tasks that were made from it stay. */
export function discardTemplate(ctx: Ctx, templateId: string): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'planning.task-template.discard', async (tx) => {
    const template = await lockTemplate(ctx, templateId);
    must(policy.may(ctx.actor, 'discard'));
    await setDiscarded(ctx, tx, { table, id: template.id }, tx.now);
    await tx.throwAway({ kind: 'task-template', recordId: template.id, title: template.title });
    await tx.audit({
      recordKind: 'task-template',
      recordId: template.id,
      before: told(template),
      after: null,
    });
    return done();
  });
}

/** Brings a template back from the trash as it was; `NotFound` where it does not lie there. */
export function restoreTemplate(ctx: Ctx, templateId: string): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'planning.task-template.restore', async (tx) => {
    must(policy.may(ctx.actor, 'restore'));
    const id = parseId<'task-template'>(templateId);
    const isBack = id && (await setDiscarded(ctx, tx, { table, id: id }, null));
    if (!isBack) throw new NotFound();
    await tx.bringBack({ kind: 'task-template', recordId: id });
    await tx.audit({ recordKind: 'task-template', recordId: id, before: null, after: { isBack: true } });
    return done();
  });
}

/** Locks a template for this act; one that the person may not see, or of another tenant, is not found. */
export async function lockTemplate(ctx: Ctx, templateId: string): Promise<TemplateRecord> {
  const { id } = await getTemplate(ctx, templateId);
  await holdRecord(ctx, table, id);
  return getTemplate(ctx, id);
}

async function refusalOf(ctx: Ctx, content: TemplateContent): Promise<TemplateRefusal | undefined> {
  if (faultsOf(content).length > 0) return 'does-not-fit';
  const units = [
    content.leadUnitId,
    ...content.coordinatingUnitIds,
    ...content.steps.map((step) => step.leadUnitId),
  ];
  return (await areOfTenant(ctx, [], units)) ? undefined : 'unknown-choice';
}

function columnsOf(ctx: Ctx, tx: Act, content: TemplateContent) {
  return {
    title: content.title,
    activity: content.activity,
    product: content.product,
    evidence: content.evidence,
    note: content.note,
    lead_unit_id: content.leadUnitId,
    coordinating_unit_ids: sql<string[]>`${[...content.coordinatingUnitIds]}::uuid[]`,
    due_working_days: content.dueWorkingDays,
    steps: JSON.stringify(content.steps),
    changed_by: ctx.actor.name,
    changed_at: tx.now,
  };
}

/** For the audit: the parts as lines that people can compare. */
function told(content: TemplateContent) {
  const { title, activity, product, evidence, note, leadUnitId, dueWorkingDays, steps } = content;
  return {
    task: title,
    activity,
    product,
    expectedEvidence: evidence,
    note,
    leadUnitId,
    coordinators: [...content.coordinatingUnitIds],
    dueWorkingDays,
    steps: steps.map((step, index) => {
      const after = step.after.length > 0 ? ` ← ${step.after.join(', ')}` : '';
      const days = step.dueWorkingDays === null ? '' : ` (${step.dueWorkingDays})`;
      return `${index + 1}. ${step.title}${days}${after}`;
    }),
  };
}
