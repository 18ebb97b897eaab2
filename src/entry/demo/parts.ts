import {
  acceptContribution,
  addDependency,
  addSubTask,
  contribute,
  declineContribution,
  listContributions,
} from '#modules/planning/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** A task of the demo with what decides how it is split. */
interface DividedTask {
  readonly id: string;
  /** The part of the sign-in name of who does it. */
  readonly doer: string;
  readonly dueOn: PlainDate | null;
}

type Person = (part: string) => Actor | undefined;

/** Units of the demo that have somebody who answers for them. */
const answering: Readonly<Record<string, string>> = {
  'Phòng Văn hóa - Xã hội': 'truongphong',
  'Phòng Kinh tế': 'chuyenvien',
  'Trung tâm Phục vụ hành chính công': 'motcua',
};

/** Splits the first of these tasks, which are under way, and lets the second wait for it. In the focal officer's name. */
export async function divide(ctx: Ctx, person: Person, tasks: readonly DividedTask[]): Promise<void> {
  const [first, second] = tasks;
  const doer = first && person(first.doer);
  if (!first || !doer) return;
  for (const title of ['Thu thập số liệu của các thôn (demo)', 'Tổng hợp, soạn dự thảo báo cáo (demo)']) {
    await addSubTask(ctx, first.id, {
      title,
      assigneeId: doer.officerId,
      approverId: ctx.actor.officerId,
      leadUnitId: doer.unitIds[0] ?? null,
      dueOn: first.dueOn,
      product: 'Bảng số liệu (demo)',
    });
  }
  if (second) await addDependency(ctx, second.id, first.id);
}

/** Lets the coordinating units of tasks under way answer: in turn contributed, accepted, declined, and not yet. */
export async function coordinate(ctx: Ctx, person: Person, taskIds: readonly string[]): Promise<void> {
  let turn = 0;
  for (const taskId of taskIds) {
    for (const { unitId, unitName, version } of await listContributions(ctx, taskId as Id<'task'>)) {
      const actor = person(answering[unitName] ?? '');
      if (!actor) continue;
      const own = { ...ctx, actor };
      const part = { taskId, unitId, version };
      if (turn % 4 === 0) await contribute(own, part, 'Đã gửi số liệu của đơn vị (demo)');
      if (turn % 4 === 1) await acceptContribution(own, part, actor.officerId);
      if (turn % 4 === 2) await declineContribution(own, part, 'Đơn vị không quản lý số liệu này (demo)');
      turn += 1;
    }
  }
}
