import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { amendPlan } from '../plan-draft/commands/amend.server.ts';
import { issueDraft } from '../plan-draft/commands/issue.server.ts';
import { takeBackPlan } from '../plan-draft/commands/take-back.server.ts';
import { readPlanNow } from '../plan-draft/jobs.server.ts';
import { linkTasks, unlinkTask } from '../task-target/commands.server.ts';
import { listLinksOfPlan } from '../task-target/queries.server.ts';
import { addObjective, placeTarget } from './commands.server.ts';
import { listObjectives, listTreeTargets } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  services = await testServices();
});

const head = `ỦY BAN NHÂN DÂN\nXÃ BÌNH AN\nSố: 10/KH-UBND\tBình An, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\nPHỤ LỤC\n`;
const columns = 'STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian hoàn thành\n';
const titles = ['I\tCẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'II\tCHUYỂN ĐỔI SỐ'];
const rows = [
  titles[0],
  '1\tMục tiêu 1. Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%\tBáo cáo\tPhòng Kinh tế\tQuý II/2026',
  '2\tTập huấn nghiệp vụ cho công chức một cửa\tLớp tập huấn\tPhòng Kinh tế\tQuý III/2026',
  titles[1],
  '1\tMục tiêu 1. 100% kết quả giải quyết được số hóa\tDữ liệu\tPhòng Kinh tế\tQuý IV/2026',
] as string[];

async function commune() {
  const home = await testTenant(services);
  const as = <Value>(work: (ctx: Ctx) => Promise<Value>) => home.as(home.signIn('focal'), 'write', work);
  const read = (lines: readonly string[]) =>
    readPlanNow((mode, work) => home.as(home.signIn('focal'), mode, work), {
      fileName: 'ke-hoach.txt',
      bytes: Buffer.from(head + columns + lines.join('\n')),
    });
  const issue = async (draft: string) => {
    const issued = await as((ctx) => issueDraft(ctx, draft as never));
    if (!issued.ok) throw new Error(issued.code);
    return issued.value;
  };
  const codes = async () => {
    const { rows: found } = await services.migrator.query<{ id: string; code: string }>(
      'select id, code from planning.task where tenant_id = $1 order by code',
      [home.tenant.id],
    );
    return new Map(found.map((task) => [task.code, task.id]));
  };
  return { as, read, issue, codes };
}

describe('the objectives of a plan', () => {
  it('are its sections, and a target in the row of a task is the task’s', async () => {
    const { as, read, issue, codes } = await commune();
    const planId = await issue(await read(rows));
    const [objectives, targets, links] = await as(async (ctx) => [
      await listObjectives(ctx, planId),
      await listTreeTargets(ctx, planId),
      await listLinksOfPlan(ctx, planId),
    ]);
    expect(objectives.map((one) => [one.source, one.title])).toEqual([
      ['section', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH'],
      ['section', 'CHUYỂN ĐỔI SỐ'],
    ]);
    expect(targets.map((one) => one.objectiveId)).toEqual(objectives.map((one) => one.id));
    const tasks = await codes();
    expect(new Set(links.map((one) => one.taskId))).toEqual(new Set([tasks.get('I.1'), tasks.get('II.1')]));
  });

  it('live on in the version that takes its place, with the links of what stays, and go back with it', async () => {
    const { as, read, issue, codes } = await commune();
    const planId = await issue(await read(rows));
    const tasks = await codes();
    const [first, second] = await as((ctx) => listTreeTargets(ctx, planId));
    const byHand = { taskId: tasks.get('I.2') ?? '', targetId: first?.id ?? '' };
    const removed = { taskId: tasks.get('II.1') ?? '', targetId: second?.id ?? '' };
    const added = await as(async (ctx) => {
      await linkTasks(ctx, [byHand], 'hand');
      await unlinkTask(ctx, removed);
      const made = await addObjective(ctx, planId, {
        title: 'Riêng',
        ownerId: null,
        ordinal: null,
        reason: 'x',
      });
      if (!made.ok) throw new Error(made.code);
      await placeTarget(ctx, second?.id ?? '', made.value);
      return made.value;
    });
    const before = await as((ctx) => listObjectives(ctx, planId));
    const later = await read([...rows, '2\tNâng cấp trang thông tin\tTrang\tPhòng Kinh tế\tQuý IV/2026']);
    await as((ctx) => amendPlan(ctx, later as never, planId));
    const nextId = await issue(later);
    const [objectives, targets, links] = await as(async (ctx) => [
      await listObjectives(ctx, nextId),
      await listTreeTargets(ctx, nextId),
      await listLinksOfPlan(ctx, nextId),
    ]);
    expect(objectives.map((one) => one.id)).toEqual(before.map((one) => one.id));
    expect(targets[1]?.objectiveId).toBe(added);
    const [firstNow] = targets;
    expect(new Set(links.map((one) => `${one.taskId} ${one.targetId}`))).toEqual(
      new Set([`${tasks.get('I.1')} ${firstNow?.id}`, `${byHand.taskId} ${firstNow?.id}`]),
    );

    expect(await as((ctx) => takeBackPlan(ctx, later as never))).toMatchObject({ ok: true });
    const [again, linksAgain] = await as(async (ctx) => [
      await listObjectives(ctx, planId),
      await listLinksOfPlan(ctx, planId),
    ]);
    expect(again).toEqual(before);
    expect(linksAgain).toHaveLength(2);
    expect(linksAgain).toContainEqual(byHand);
  });

  it('keep a plan from being taken back once people have ordered them or linked its tasks', async () => {
    const { as, read, issue, codes } = await commune();
    const draft = await read(rows);
    const planId = await issue(draft);
    const [first] = await as((ctx) => listTreeTargets(ctx, planId));
    const taskId = (await codes()).get('I.2') ?? '';
    const link = { taskId, targetId: first?.id ?? '' };
    await services.migrator.query(
      "update planning.plan set created_at = created_at - interval '1 hour' where id = $1",
      [planId],
    );
    await as((ctx) => linkTasks(ctx, [link], 'hand'));
    expect(await as((ctx) => takeBackPlan(ctx, draft as never))).toMatchObject({
      code: 'objectives-ordered',
    });
    await as((ctx) => unlinkTask(ctx, link));
    await services.migrator.query(
      'update planning.task_target set created_at = (select created_at from planning.plan where id = $1) where batch_id = $1',
      [planId],
    );
    expect(await as((ctx) => takeBackPlan(ctx, draft as never))).toMatchObject({ ok: true });
  });
});
