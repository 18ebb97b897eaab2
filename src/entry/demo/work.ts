import { loadWorkCalendar } from '#modules/calendar/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { attachDocument, beginFollowing, writeNote } from '#modules/casework/index.server.ts';
import {
  acceptTask,
  askDueChange,
  approveTask,
  assignTask,
  changeDue,
  enterTaskFromAbove,
  listAllTasks,
  sendTaskBack,
  startTask,
  submitTask,
  taskEvidence,
  taskList,
  taskOwner,
  waitsForEvent,
} from '#modules/planning/index.server.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { concludeMeeting } from './conclusions.ts';
import { orderObjectives } from './objectives.ts';
import { coordinate, divide } from './parts.ts';
import type { DemoCommune } from './people.ts';
import { useTemplates } from './templates.ts';

/** Whom the demo gives the tasks of each unit, by the second part of the sign-in name. */
const doers: Readonly<Record<string, string>> = {
  'Phòng Văn hóa - Xã hội': 'truongphong',
  'Phòng Kinh tế': 'chuyenvien',
  'Trung tâm Phục vụ hành chính công': 'motcua',
};

/** How far each task comes, in turn; what is past its day is done, but for some. */
const courses = ['assigned', 'accepted', 'started', 'submitted', 'sent-back', 'started', 'done'] as const;
type Course = (typeof courses)[number];

interface GivenTask {
  readonly id: string;
  readonly doer: string;
  readonly text: string;
  readonly course: Course;
  readonly dueOn: PlainDate | null;
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
  await enterFromAbove(ctx, person, standing);
  await concludeMeeting(ctx, person);
  for (const part of [...new Set(given.map((task) => task.doer)), 'lanhdao']) {
    const actor = person(part);
    if (!actor) throw new Error(`nobody of ${commune.key} is ${part}`);
    const own = given.filter((task) => task.doer === part);
    await (part === 'lanhdao' ? judge({ ...ctx, actor }, given) : doOwn({ ...ctx, actor }, own));
  }
  await divide(
    ctx,
    person,
    given.filter(({ course }) => course === 'started'),
  );
  await useTemplates(ctx, person, given.filter(({ course }) => course === 'started').slice(2));
  await coordinate(
    ctx,
    person,
    given.filter(({ course }) => course !== 'done').map(({ id }) => id),
  );
  await orderObjectives(ctx, person);
  await discuss(ctx, person, given);
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
    given.push({ id: task.id, doer, text, course, dueOn: task.dueOn, proof });
  }
  return given;
}

/** An officer accepts the tasks of theirs, begins, asks once for more time, and hands in what is made. */
async function doOwn(ctx: Ctx, tasks: readonly GivenTask[]): Promise<void> {
  const slow = startedWithDay(tasks)[0];
  for (const { id, text, course, proof } of tasks) {
    if (course === 'assigned') continue;
    await acceptTask(ctx, id, { version: 2 });
    if (course === 'accepted') continue;
    if (course === 'started') {
      await startTask(ctx, id, { version: 3 });
      if (id === slow?.id) await askDueChange(ctx, id, { dueOn: later(ctx, slow), text: asking });
      continue;
    }
    await attachDocument(ctx, taskEvidence, id, proof);
    await submitTask(ctx, id, { text, exception: null, version: 3 });
  }
}

/** What the province orders besides the plan: one task that is due, one that has passed its day, one still unclear. */
async function enterFromAbove(
  ctx: Ctx,
  person: (part: string) => Actor | undefined,
  standing: StandingTenant,
): Promise<void> {
  const today = ctx.clock.today();
  const whole = {
    issuer: 'Ủy ban nhân dân tỉnh (demo)',
    product: 'Báo cáo kết quả (demo)',
    dueText: null,
    leadUnitId: standing.units.get('Phòng Văn hóa - Xã hội') ?? null,
    coordinatingUnitIds: [],
    assigneeId: person('truongphong')?.officerId ?? null,
    approverId: person('lanhdao')?.officerId ?? null,
  };
  const orders = [
    { number: '1250/UBND-NC', before: 20, title: 'Rà soát thủ tục hành chính nội bộ (demo)', within: 25 },
    { number: '1302/SNV-CCHC', before: 15, title: 'Tổng hợp số liệu hồ sơ trực tuyến (demo)', within: 10 },
    { number: '1377/UBND-NC', before: 3, title: 'Cử đầu mối theo dõi chuyển đổi số (demo)', within: 12 },
  ];
  for (const [index, { number, before, title, within }] of orders.entries()) {
    const on = addDays(today, -before);
    const assigneeId = index === 2 ? null : whole.assigneeId;
    await enterTaskFromAbove(
      ctx,
      { ...whole, assigneeId, number, title, on, dueOn: addDays(on, within) },
      false,
    );
  }
}

const asking = 'Chờ số liệu tổng hợp của các thôn (demo)';

/** The tasks under way whose deadline is a day. */
function startedWithDay(tasks: readonly GivenTask[]): readonly GivenTask[] {
  return tasks.filter((task) => task.course === 'started' && task.dueOn !== null);
}

/** Two weeks after the deadline, or after today where that has passed. */
function later(ctx: Ctx, { dueOn }: GivenTask): PlainDate {
  const today = ctx.clock.today();
  return addDays(dueOn !== null && dueOn > today ? dueOn : today, 14);
}

/** The leader approves what is due, gives one task more time, and sends one piece of work back here and there. */
async function judge(ctx: Ctx, tasks: readonly GivenTask[]): Promise<void> {
  // The first of each officer has been asked for already.
  const moved = startedWithDay(tasks).find(
    (task, at, all) => all.findIndex((one) => one.doer === task.doer) < at,
  );
  if (moved) {
    const text = 'Tỉnh lùi ngày nộp số liệu (demo)';
    await changeDue(ctx, moved.id, { dueOn: later(ctx, moved), text, version: 4 });
  }
  for (const { id, course } of tasks) {
    if (course === 'done') await approveTask(ctx, id, { version: 4 });
    if (course === 'sent-back')
      await sendTaskBack(ctx, id, { text: 'Bổ sung số liệu của quý trước (demo)', version: 4 });
  }
}

/** The focal officer follows some of what is under way, and asks about it; who does it answers. */
async function discuss(
  ctx: Ctx,
  person: (part: string) => Actor | undefined,
  tasks: readonly GivenTask[],
): Promise<void> {
  const underWay = tasks.filter(({ course }) => course !== 'done');
  for (const { id, doer } of underWay.slice(0, 4)) {
    const actor = person(doer);
    if (!actor?.officerId) continue;
    await beginFollowing(ctx, taskOwner, id);
    const asked = { text: 'Tuần này có gửi được bản đầu không? (demo)', mentions: [actor.officerId] };
    await writeNote(ctx, taskOwner, id, asked);
    const answer = { text: `@${ctx.actor.name} chiều thứ Năm tôi gửi ạ.`, mentions: [] };
    await writeNote({ ...ctx, actor }, taskOwner, id, answer);
  }
}
