import {
  addObjective,
  editObjective,
  linkTasks,
  listObjectives,
  listPlans,
  listProposals,
} from '#modules/planning/index.server.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/**
 * Lets somebody answer for the objectives of the demo plan, agrees to half of what its words suggest, and adds one
 * objective by hand: what is left shows the gaps. In the focal officer's name.
 */
export async function orderObjectives(ctx: Ctx, person: (part: string) => Actor | undefined): Promise<void> {
  const plan = (await listPlans(ctx)).find((one) => one.state === 'issued');
  if (!plan) return;
  const owners = ['lanhdao', 'truongphong'].map((part) => person(part)?.officerId ?? null);
  for (const [place, objective] of (await listObjectives(ctx, plan.id)).entries()) {
    const ownerId = owners[place % owners.length] ?? null;
    const { title, ordinal, version } = objective;
    if (ownerId && place % 3 !== 2)
      await editObjective(ctx, objective.id, {
        title,
        ownerId,
        ordinal,
        reason: 'Phân công đầu năm (demo)',
        version,
      });
  }
  const links = (await listProposals(ctx, plan.id)).flatMap(({ task, target }, place) =>
    place % 2 === 0 ? [{ taskId: task.id, targetId: target.id }] : [],
  );
  if (links.length > 0) await linkTasks(ctx, links, 'proposal');
  await addObjective(ctx, plan.id, {
    title: 'Người dân hài lòng khi làm việc với xã (demo)',
    ownerId: owners[0] ?? null,
    ordinal: null,
    reason: 'Thống nhất tại họp giao ban (demo)',
  });
}
