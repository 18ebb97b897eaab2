import { listOfficers } from '#modules/directory/index.server.ts';
import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lockTask, record } from '../task/locked-task.server.ts';
import type { TaskEventKind } from '../task/task-life.ts';
import { tellOfContribution } from '../task-notice/tell-contribution.server.ts';
import { type Contribution, type ContributionDeed, contributionSteps } from './contribution.ts';
import * as policy from './policy.ts';
import { getContribution } from './queries.server.ts';

export type ContributionRefusal = 'wrong-state' | 'changed-meanwhile';

/** Which part of which task, and the version of it that the person has read. */
export interface PartOf {
  readonly taskId: string;
  readonly unitId: string;
  readonly version: number;
}

/** The coordinating unit takes its part on, and says who of it is in charge. Accepting again names somebody else. */
export function acceptContribution(
  ctx: Ctx,
  part: PartOf,
  officerId: string | null,
): Promise<Outcome<undefined, ContributionRefusal | 'unknown-officer'>> {
  return deed<'unknown-officer'>(ctx, 'accept', part, async (before) => {
    const officers = officerId === null ? [] : await listOfficers(ctx);
    const officer = officers.find((one) => one.id === officerId && one.unitId === before.unitId);
    if (officerId !== null && !officer) return refused('unknown-officer');
    return done({ officerId: officer?.id ?? null, reason: null, said: officer?.fullName ?? null });
  });
}

/** The coordinating unit hands its part in to the unit that leads. */
export function contribute(
  ctx: Ctx,
  part: PartOf,
  text: string,
): Promise<Outcome<undefined, ContributionRefusal>> {
  return deed(ctx, 'contribute', part, (before) => {
    const isOfUnit = ctx.actor.unitIds.includes(before.unitId);
    const officerId = before.officerId ?? (isOfUnit ? ctx.actor.officerId : null);
    const on = ctx.clock.today();
    return Promise.resolve(done({ officerId, text, reason: null, contributedOn: on, said: text }));
  });
}

/** The coordinating unit says why it will not take part. */
export function declineContribution(
  ctx: Ctx,
  part: PartOf,
  reason: string,
): Promise<Outcome<undefined, ContributionRefusal>> {
  return deed(ctx, 'decline', part, () => Promise.resolve(done({ reason, said: reason })));
}

/** Whoever answers for the task sends a contribution back with the reason, or asks a unit again that declined. */
export function sendContributionBack(
  ctx: Ctx,
  part: PartOf,
  reason: string,
): Promise<Outcome<undefined, ContributionRefusal>> {
  return deed(ctx, 'send-back', part, () => Promise.resolve(done({ reason, said: reason })));
}

const eventOf: Readonly<Record<ContributionDeed, TaskEventKind>> = {
  accept: 'contribution-accepted',
  contribute: 'contributed',
  decline: 'contribution-declined',
  'send-back': 'contribution-sent-back',
};

type Change = Partial<Pick<Contribution, 'officerId' | 'text' | 'reason' | 'contributedOn'>> & {
  /** What the history says of it. */
  readonly said: string | null;
};

/** One deed on one part of a locked task: what changes of the row, the event of the task, and the line of the audit. */
async function deed<Code extends string = never>(
  ctx: Ctx,
  name: ContributionDeed,
  part: PartOf,
  change: (before: Contribution) => Promise<Outcome<Change, Code>>,
): Promise<Outcome<undefined, ContributionRefusal | Code>> {
  return act<undefined, ContributionRefusal | Code>(ctx, `planning.contribution.${name}`, async (tx) => {
    const task = await lockTask(ctx, tx, part.taskId);
    const before = await getContribution(ctx, task.id, part.unitId);
    const decision = policy.may(ctx.actor, name, task, before);
    const stage = contributionSteps[before.stage][name];
    if (!stage || (!decision.allowed && decision.reason === 'wrong-state')) return refused('wrong-state');
    must(decision);
    if (before.version !== part.version) return refused('changed-meanwhile');
    const changed = await change(before);
    if (!changed.ok) return changed;
    const { said, ...columns } = changed.value;
    const after = { ...before, ...columns, stage };
    await store(ctx, tx, task.id, after);
    await record(ctx, tx, task, eventOf[name], { unit: before.unitName, text: said });
    const note = [before.unitName, said].filter(Boolean).join(': ');
    tellOfContribution(ctx, tx, task.id, { deed: name, task, before, after }, { event: eventOf[name], note });
    await tx.audit({
      recordKind: 'task',
      recordId: task.id,
      before: { unitId: before.unitId, contribution: before.stage, officerId: before.officerId },
      after: {
        unitId: before.unitId,
        contribution: stage,
        officerId: after.officerId,
        ...(said && { text: said }),
      },
    });
    return done();
  });
}

async function store(ctx: Ctx, tx: Act, taskId: Id<'task'>, after: Contribution): Promise<void> {
  const columns = {
    stage: after.stage,
    officer_id: after.officerId,
    text: after.text,
    reason: after.reason,
    contributed_on: after.contributedOn,
    version: after.version + 1,
  };
  await tx.db
    .insertInto('planning.contribution')
    .values({ tenant_id: ctx.tenant.id, task_id: taskId, unit_id: after.unitId, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'task_id', 'unit_id']).doUpdateSet(columns))
    .execute();
}
