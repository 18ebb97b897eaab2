import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { findThrown } from '#platform/trash/trash.server.ts';
import { comparePlans, type PlanDifference } from '../../plan-difference/plan-difference.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';
import { storeObjectives } from '../../objective/plan-objectives.server.ts';
import { pairTargets } from '../../objective/plan-objectives.ts';
import { makeOccurrences } from '../../occurrence/occurrence.ts';
import { carryPeriods } from '../../report-period/plan-periods.server.ts';
import { makePeriods } from '../../report-period/report-period.ts';
import { type AnyRow, comesFromPaper, only, type RowKind } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { listKeptRows } from '../queries.server.ts';
import { carryOver } from './carry-over.server.ts';
import { draftDeed, type LockedDraft, updateDraft } from './lock-draft.server.ts';
import { storePapers } from './store-papers.server.ts';
import { orderTasks, storeTasks } from './store-tasks.server.ts';

type IssueRefusal =
  | 'head-incomplete'
  | 'nothing-to-store'
  | 'not-checked'
  | 'not-signed'
  | 'replaced-already';

/** What the leader's signature and the clerk's register add to a draft; absent for a paper that has them already. */
export interface Issuing {
  readonly number: string;
  readonly date: PlainDate;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly file?: { readonly fileName: string; readonly bytes: Uint8Array } | undefined;
}

/**
 * Turns a draft into an issued plan, all in one act: sections, tasks with their units, targets, report calendar and
 * citations; units that the commune does not have yet are made. Skipped rows are left out. A draft that amends takes
 * the place of the earlier version, whose tasks live on in it.
 *
 * Refuses a draft without a title, years or any task or target; one written by hand that is not checked, or has no
 * number, day and signer; and one whose earlier version has been replaced meanwhile.
 */
export function issueDraft(
  ctx: Ctx,
  draftId: string,
  issuing?: Issuing,
): Promise<Outcome<Id<'plan'>, 'wrong-state' | IssueRefusal>> {
  return draftDeed<Id<'plan'>, IssueRefusal>(
    ctx,
    { name: 'planning.plan-draft.issue', kind: 'issue', decision: policy.issue(ctx.actor) },
    draftId,
    async (tx, locked) => makePlan(ctx, tx, locked, { issuing, isChecked: locked.state === 'checked' }),
  );
}

/**
 * Issues a plan again that was taken back, with the number, day and signer that it had. Refuses one whose draft has
 * been changed since: that is issued from its own page, where it is seen.
 */
export function issueAgain(
  ctx: Ctx,
  draftId: string,
): Promise<Outcome<Id<'plan'>, 'wrong-state' | 'not-taken-back' | 'edited-since' | IssueRefusal>> {
  return draftDeed<Id<'plan'>, 'not-taken-back' | 'edited-since' | IssueRefusal>(
    ctx,
    {
      name: 'planning.plan-draft.issue-again',
      kind: 'issueAgain',
      decision: policy.issueAgain(ctx.actor),
    },
    draftId,
    async (tx, locked) => {
      const thrown = await findThrown(ctx, { kind: 'plan', recordId: locked.id });
      if (!thrown) return refused('not-taken-back');
      const isEdited = thrown.version !== locked.version || (await hasStepSince(ctx, locked, thrown.at));
      return isEdited ? refused('edited-since') : makePlan(ctx, tx, locked, { isChecked: true });
    },
  );
}

async function hasStepSince(ctx: Ctx, locked: LockedDraft, at: Date): Promise<boolean> {
  const step = await ctx.db
    .selectFrom('planning.plan_draft_step')
    .select('ordinal')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', locked.id)
    .where('at', '>', at)
    .limit(1)
    .executeTakeFirst();
  return step !== undefined;
}

async function makePlan(
  ctx: Ctx,
  tx: Act,
  locked: LockedDraft,
  { issuing, isChecked }: { issuing?: Issuing | undefined; isChecked: boolean },
): Promise<Outcome<Id<'plan'>, IssueRefusal>> {
  const head = locked.head && withIssuing(locked.head, issuing);
  if (!head?.title || head.year_from === null) return refused('head-incomplete');
  if (!comesFromPaper(locked.origin)) {
    if (!isChecked) return refused('not-checked');
    if (!head.number || !head.date || !head.signer.name) return refused('not-signed');
  }
  const rows = await listKeptRows(ctx, locked.id);
  if (!rows.some((row) => row.kind === 'task' || row.kind === 'target')) return refused('nothing-to-store');
  const earlier = locked.amendsPlanId ? await lockReplaced(ctx, tx, locked.amendsPlanId) : undefined;
  if (locked.amendsPlanId && !earlier) return refused('replaced-already');
  const planId = await insertPlan(ctx, tx, locked, {
    ...head,
    title: head.title,
    year_from: head.year_from,
  });
  const sectionIds = await storePapers(ctx, tx, planId, rows);
  if (earlier) await carryPeriods(ctx, tx, earlier.id, planId);
  const { tasks, madeUnits } = await orderTasks(ctx, tx, only(rows, 'task'), sectionIds);
  const difference = earlier && comparePlans(earlier.rows, rows);
  if (difference) await keepPairs(ctx, tx, locked, rows, difference);
  const fresh = difference ? await carryOver(ctx, tx, planId, tasks, difference) : tasks;
  await storeTasks(ctx, tx, planId, fresh);
  const carried = earlier &&
    difference && {
      planId: earlier.id,
      pairs: pairTargets(earlier.rows, rows, difference),
      freshRowIds: fresh.map((task) => task.rowId),
    };
  await storeObjectives(ctx, tx, planId, carried);
  if (issuing?.file) await keepSignedFile(ctx, tx, locked, issuing.file);
  await updateDraft(ctx, tx, locked, {
    state: 'issued',
    head: JSON.stringify(head),
    plan_id: planId,
    made_unit_ids: JSON.stringify(madeUnits),
    issued_at: tx.now,
  });
  await tx.enqueue(makeOccurrences);
  await tx.enqueue(makePeriods);
  await tx.bringBack({ kind: 'plan', recordId: locked.id });
  await audit(tx, locked, planId, rows, difference);
  return done(planId);
}

function withIssuing(head: PlanHead, issuing: Issuing | undefined): PlanHead {
  if (!issuing) return head;
  const signer = { ...head.signer, name: issuing.signerName, title: issuing.signerTitle };
  return { ...head, number: issuing.number, date: issuing.date, signer };
}

/** The earlier version and its rows as issued; undefined when something has replaced it already. */
async function lockReplaced(
  ctx: Ctx,
  tx: Act,
  planId: string,
): Promise<{ id: string; rows: AnyRow[] } | undefined> {
  const plan = await tx.db
    .updateTable('planning.plan')
    .set({ state: 'replaced' })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', planId)
    .where('state', '=', 'issued')
    .returning('draft_id')
    .executeTakeFirst();
  if (!plan) return undefined;
  return {
    id: planId,
    rows: plan.draft_id ? await listKeptRows(ctx, plan.draft_id as Id<'plan-draft'>) : [],
  };
}

async function insertPlan(
  ctx: Ctx,
  tx: Act,
  locked: LockedDraft,
  head: PlanHead & { title: string; year_from: number },
): Promise<Id<'plan'>> {
  const id = newId<'plan'>();
  await tx.db
    .insertInto('planning.plan')
    .values({
      tenant_id: ctx.tenant.id,
      id,
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
      replaces_plan_id: locked.amendsPlanId,
      created_at: tx.now,
    })
    .execute();
  return id;
}

/** Writes down which row goes on from which, so that the difference reads the same for ever. */
async function keepPairs(
  ctx: Ctx,
  tx: Act,
  locked: LockedDraft,
  rows: readonly AnyRow[],
  difference: PlanDifference,
): Promise<void> {
  const pairs = new Map(
    [...difference.same, ...difference.changed].map((pair) => [pair.after.id, pair.before.id as string]),
  );
  const byRow = rows.map((row) => ({ id: row.id, pair: pairs.get(row.id) ?? 'none' }));
  await sql`
    update planning.plan_draft_row r set pair = said.pair
    from jsonb_to_recordset(${JSON.stringify(byRow)}::jsonb) as said (id uuid, pair text)
    where r.tenant_id = ${ctx.tenant.id} and r.draft_id = ${locked.id} and r.id = said.id`.execute(tx.db);
}

async function keepSignedFile(
  ctx: Ctx,
  tx: Act,
  locked: LockedDraft,
  file: { fileName: string; bytes: Uint8Array },
): Promise<void> {
  const kept = { content: Buffer.from(file.bytes), file_name: file.fileName };
  await tx.db
    .insertInto('planning.plan_draft_file')
    .values({ tenant_id: ctx.tenant.id, draft_id: locked.id, part: 'issued', ...kept })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'draft_id', 'part']).doUpdateSet(kept))
    .execute();
}

async function audit(
  tx: Act,
  locked: LockedDraft,
  planId: string,
  rows: readonly AnyRow[],
  difference: PlanDifference | undefined,
): Promise<void> {
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
      ...(difference && {
        replaces: locked.amendsPlanId,
        added: difference.added.length,
        changed: difference.changed.length,
        removed: difference.removed.length,
      }),
    },
  });
}
