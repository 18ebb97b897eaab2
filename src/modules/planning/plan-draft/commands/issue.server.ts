import { ensureUnits } from '#modules/directory/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  type AnyRow,
  dueOn,
  type DraftRow,
  isCollective,
  type RowKind,
  taskCodes,
  taskTitle,
} from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { listRows } from '../queries.server.ts';
import { draftDeed, type LockedDraft, updateDraft } from './lock-draft.server.ts';

const chunk = 500;

/**
 * Turns an import into a plan, all in one act: sections, tasks with their units, targets, report calendar and
 * citations; units that the commune does not have yet are made. Skipped rows are left out. Refuses an import without
 * a title, years or any task or target, for a plan is known by them.
 */
export function issueDraft(
  ctx: Ctx,
  draftId: string,
): Promise<Outcome<Id<'plan'>, 'wrong-state' | 'head-incomplete' | 'nothing-to-store'>> {
  return draftDeed<Id<'plan'>, 'head-incomplete' | 'nothing-to-store'>(
    ctx,
    { name: 'planning.plan-draft.issue', kind: 'issue', decision: policy.issue(ctx.actor) },
    draftId,
    async (tx, locked) => {
      const { head } = locked;
      if (!head?.title || head.year_from === null) return refused('head-incomplete');
      const rows = (await listRows(ctx, locked.id)).filter((row) => row.state !== 'skipped');
      if (!rows.some((row) => row.kind === 'task' || row.kind === 'target'))
        return refused('nothing-to-store');
      const planId = newId<'plan'>();
      await tx.db
        .insertInto('planning.plan')
        .values({
          tenant_id: ctx.tenant.id,
          id: planId,
          kind: head.kind,
          title: head.title,
          issuer: head.issuer,
          number: head.number,
          issued_on: head.date,
          year_from: head.year_from,
          year_to: Math.max(head.year_to ?? head.year_from, head.year_from),
          signer_name: head.signer.name,
          signer_title: head.signer.title,
          recipients: JSON.stringify(head.recipients),
          state: 'issued',
          draft_id: locked.id,
          created_at: tx.now,
        })
        .execute();
      const made = await storeRows(ctx, tx, planId, rows);
      await updateDraft(ctx, tx, locked, {
        state: 'issued',
        plan_id: planId,
        made_unit_ids: JSON.stringify(made),
        issued_at: tx.now,
      });
      await audit(tx, locked, planId, rows);
      return done(planId);
    },
  );
}

async function audit(tx: Act, locked: LockedDraft, planId: string, rows: readonly AnyRow[]): Promise<void> {
  const count = (kind: RowKind) => rows.filter((row) => row.kind === kind).length;
  await tx.audit({
    recordKind: 'plan-draft',
    recordId: locked.id,
    before: { state: locked.state },
    after: {
      state: 'issued',
      planId,
      tasks: count('task'),
      targets: count('target'),
      reports: count('report'),
    },
  });
}

function only<Kind extends RowKind>(rows: readonly AnyRow[], kind: Kind): DraftRow<Kind>[] {
  return rows.filter((row) => row.kind === kind) as unknown as DraftRow<Kind>[];
}

async function storeRows(
  ctx: Ctx,
  tx: Act,
  planId: Id<'plan'>,
  rows: readonly AnyRow[],
): Promise<readonly Id<'unit'>[]> {
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
  return storeTasks(ctx, tx, own, only(rows, 'task'), sectionIds);
}

async function storeTasks(
  ctx: Ctx,
  tx: Act,
  own: { tenant_id: string; plan_id: string },
  rows: readonly DraftRow<'task'>[],
  sectionIds: ReadonlyMap<string, string>,
): Promise<readonly Id<'unit'>[]> {
  const names = [...new Set(rows.flatMap(({ data }) => [...data.lead, ...data.coordinators]))];
  const units = await ensureUnits(
    ctx,
    tx,
    names.map((name) => ({ name, isCollective: isCollective(name) })),
  );
  const codes = taskCodes(rows.map(({ data }) => data));
  const tasks = rows.map(({ data }, index) => ({
    ...own,
    id: newId<'task'>(),
    section_id: sectionIds.get(data.section ?? '') ?? null,
    ordinal: index,
    code: codes[index] ?? '',
    objective: data.objective,
    title: taskTitle(data),
    activity: data.activity === taskTitle(data) ? null : data.activity,
    product: data.product,
    chair_leader: data.chair_leader,
    lead_unit_id: units.ids.get(data.lead[0] ?? '') ?? null,
    due_text: data.due_text,
    due_kind: data.due?.kind ?? null,
    due_from: data.due?.from ?? null,
    due_on: dueOn(data.due),
    due: data.due && JSON.stringify(data.due),
    note: data.note,
    origin_lines: JSON.stringify(data.line),
    created_at: tx.now,
  }));
  await inChunks(tasks, (part) => tx.db.insertInto('planning.task').values(part).execute());
  const parts = rows.flatMap(({ data }, index) =>
    (['lead', 'coordinating'] as const).flatMap((part) => {
      const given = part === 'lead' ? data.lead : data.coordinators;
      const ids = [...new Set(given.map((name) => units.ids.get(name)).filter((id) => id !== undefined))];
      return ids.map((unit_id, ordinal) => ({
        tenant_id: own.tenant_id,
        task_id: tasks[index]?.id ?? '',
        unit_id,
        part,
        ordinal,
      }));
    }),
  );
  await inChunks(parts, (part) => tx.db.insertInto('planning.task_unit').values(part).execute());
  await inChunks(
    tasks.map((task) => ({
      tenant_id: own.tenant_id,
      at: tx.now,
      id: newId<'task-event'>(),
      task_id: task.id,
      kind: 'imported',
      actor_name: ctx.actor.name,
    })),
    (part) => tx.db.insertInto('planning.task_event').values(part).execute(),
  );
  return units.created;
}

/** The section at the head of a place such as "PL.III.1" or "II.3.4". */
function sectionOf(place: string): string {
  return place.replace(/^PL\./, '').split('.')[0] ?? '';
}

async function inChunks<Value>(
  values: readonly Value[],
  write: (part: Value[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < values.length; at += chunk) await write(values.slice(at, at + chunk));
}
