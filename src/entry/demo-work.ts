import { loadWorkCalendar } from '#modules/calendar/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { attachDocument } from '#modules/casework/index.server.ts';
import {
  acceptTask,
  approveTask,
  assignTask,
  listAllTasks,
  sendTaskBack,
  startTask,
  submitTask,
  taskEvidence,
  taskList,
  waitsForEvent,
} from '#modules/planning/index.server.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DemoCommune } from './demo-people.ts';

/** Whom the demo gives the tasks of each unit, by the second part of the sign-in name. */
const doers: Readonly<Record<string, string>> = {
  'Phòng Văn hóa - Xã hội': 'truongphong',
  'Phòng Kinh tế': 'chuyenvien',
  'Trung tâm Phục vụ hành chính công': 'motcua',
};

/** How far each task comes, in turn; what is past its day is done, but for some. */
const courses = ['assigned', 'accepted', 'started', 'submitted', 'sent-back', 'started'] as const;
type Course = (typeof courses)[number] | 'done';

interface GivenTask {
  readonly id: string;
  readonly doer: string;
  readonly text: string;
  readonly course: Course;
  /** The document that proves what was made. */
  readonly proof: Parameters<typeof attachDocument>[3];
}

/**
 * Lets the demo commune look like the middle of a year's work, by the product's own commands and in the names of those
 * who do it: most tasks of the units that have an officer are assigned and under way, most of those past their day done,
 * with the document that proves it. All in the transaction of `ctx`, which is the focal officer's.
 */
export async function workThrough(ctx: Ctx, standing: StandingTenant, commune: DemoCommune): Promise<void> {
  const person = (part: string) => standing.people.get(`${commune.key}.${part}`);
  const given = await giveOut(ctx, person, commune.name);
  for (const part of [...new Set(given.map((task) => task.doer)), 'lanhdao']) {
    const actor = person(part);
    if (!actor) throw new Error(`nobody of ${commune.key} is ${part}`);
    const own = given.filter((task) => task.doer === part);
    await (part === 'lanhdao' ? judge({ ...ctx, actor }, given) : doOwn({ ...ctx, actor }, own));
  }
}

/** The focal officer assigns; a task without a product in its plan is given one, but for some that stay drafts. */
async function giveOut(
  ctx: Ctx,
  person: (part: string) => Actor | undefined,
  issuer: string,
): Promise<GivenTask[]> {
  const approverId = person('lanhdao')?.officerId ?? null;
  const today = ctx.clock.today();
  const tasks = await listAllTasks(ctx, await loadWorkCalendar(ctx.db), taskList());
  const given: GivenTask[] = [];
  for (const [index, task] of tasks.entries()) {
    const doer = doers[task.leadUnitName ?? ''];
    const assigneeId = doer && person(doer)?.officerId;
    if (!doer || !assigneeId || index % 5 === 4) continue;
    const product = task.product ?? (index % 7 === 6 ? undefined : 'Báo cáo kết quả thực hiện (demo)');
    const to = { assigneeId, approverId, leadUnitId: task.leadUnitId, dueOn: undefined, product };
    const assigned = await assignTask(ctx, task.id, { ...to, version: 1 });
    if (!assigned.ok || !product || !task.dueKind || waitsForEvent(task)) continue;
    const isPast = task.dueOn !== null && task.dueOn < today && index % 4 !== 3;
    const course = isPast ? 'done' : (courses[given.length % courses.length] ?? 'assigned');
    const text = `${product} (demo)`;
    const proof = {
      title: text.slice(0, 200),
      number: `${index + 1}/BC-UBND`,
      issuedOn: task.dueOn !== null && task.dueOn < today ? task.dueOn : today,
      issuer,
    };
    given.push({ id: task.id, doer, text, course, proof });
  }
  return given;
}

/** An officer accepts the tasks of theirs, begins, and hands in what is made. */
async function doOwn(ctx: Ctx, tasks: readonly GivenTask[]): Promise<void> {
  for (const { id, text, course, proof } of tasks) {
    if (course === 'assigned') continue;
    await acceptTask(ctx, id, { version: 2 });
    if (course === 'accepted') continue;
    if (course === 'started') {
      await startTask(ctx, id, { version: 3 });
      continue;
    }
    await attachDocument(ctx, taskEvidence, id, proof);
    await submitTask(ctx, id, { text, exception: null, version: 3 });
  }
}

/** The leader approves what is due, and sends one piece of work back here and there. */
async function judge(ctx: Ctx, tasks: readonly GivenTask[]): Promise<void> {
  for (const { id, course } of tasks) {
    if (course === 'done') await approveTask(ctx, id, { version: 4 });
    if (course === 'sent-back')
      await sendTaskBack(ctx, id, { text: 'Bổ sung số liệu của quý trước (demo)', version: 4 });
  }
}
