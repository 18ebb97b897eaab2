import { loadWorkCalendar } from '#modules/calendar/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { attachDocument } from '#modules/casework/index.server.ts';
import {
  assignTask,
  completeTask,
  listAllTasks,
  taskEvidence,
  taskList,
} from '#modules/planning/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DemoCommune } from './demo-people.ts';

/** Whom the demo gives the tasks of each unit, by the second part of the sign-in name. */
const doers: Readonly<Record<string, string>> = {
  'Phòng Văn hóa - Xã hội': 'truongphong',
  'Phòng Kinh tế': 'chuyenvien',
  'Trung tâm Phục vụ hành chính công': 'motcua',
};

/**
 * Lets the demo commune look like the middle of a year's work, by the product's own commands: most tasks of the units
 * that have an officer are assigned, and most of those past their day are done, with the document that proves it. All in
 * the transaction of `ctx`.
 */
export async function workThrough(ctx: Ctx, standing: StandingTenant, commune: DemoCommune): Promise<void> {
  const leader = standing.people.get(`${commune.key}.lanhdao`)?.officerId ?? null;
  const today = ctx.clock.today();
  const tasks = await listAllTasks(ctx, await loadWorkCalendar(ctx.db), taskList());
  for (const [index, task] of tasks.entries()) {
    const doer = doers[task.leadUnitName ?? ''];
    const assigneeId = standing.people.get(`${commune.key}.${doer}`)?.officerId;
    if (!assigneeId || index % 5 === 4) continue;
    const to = {
      assigneeId,
      approverId: leader,
      leadUnitId: task.leadUnitId,
      dueOn: undefined,
      version: 1,
    };
    const assigned = await assignTask(ctx, task.id, to);
    if (!assigned.ok || !task.dueOn || task.dueOn >= today || index % 4 === 3) continue;
    const title = `${task.product ?? task.title} (demo)`;
    const [number, issuer] = [`${index + 1}/BC-UBND`, commune.name];
    const proof = { title: title.slice(0, 200), number, issuedOn: task.dueOn, issuer };
    await attachDocument(ctx, taskEvidence, task.id, proof);
    await completeTask(ctx, task.id, { text: title, version: 2 });
  }
}
