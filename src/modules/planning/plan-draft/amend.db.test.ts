import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { assignTask } from '../task/commands/assign.server.ts';
import { finishTask } from '../task/fixtures.ts';
import { getTask } from '../task/queries.server.ts';
import { editRow } from './commands/edit.server.ts';
import { amendPlan } from './commands/amend.server.ts';
import { issueDraft } from './commands/issue.server.ts';
import { addRow, mergeRow, moveRow, splitRow } from './commands/rearrange.server.ts';
import { redoStep, undoStep } from './commands/steps.server.ts';
import { takeBackPlan } from './commands/take-back.server.ts';
import { readPlanNow } from './jobs.server.ts';
import { only } from './plan-draft.ts';
import { getDraft, listRows } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  services = await testServices();
});

const head = `ỦY BAN NHÂN DÂN\nXÃ BÌNH AN\nSố: 10/KH-UBND\tBình An, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\nPHỤ LỤC\n`;
const columns = 'STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian hoàn thành\n';
const rows = [
  '1\tKhảo sát mức độ hài lòng của người dân\tBáo cáo\tVăn phòng HĐND và UBND\tQuý II/2026',
  '2\tNâng cấp trang thông tin điện tử của xã\tTrang thông tin\tPhòng Văn hóa - Xã hội\tTrước 30/6/2026',
  '3\tTập huấn nghiệp vụ cho công chức một cửa\tLớp tập huấn\tVăn phòng HĐND và UBND\tQuý III/2026',
];

async function commune() {
  const home = await testTenant(services);
  const as = <Result>(role: Parameters<typeof home.signIn>[0], work: Parameters<typeof home.as<Result>>[2]) =>
    home.as(home.signIn(role), 'write', work);
  const read = (lines: readonly string[]) =>
    readPlanNow((mode, work) => home.as(home.signIn('focal'), mode, work), {
      fileName: 'ke-hoach.txt',
      bytes: Buffer.from(head + columns + lines.join('\n')),
    });
  const tasks = async () => {
    const { rows: found } = await services.migrator.query<{
      id: string;
      code: string;
      title: string;
      state: string;
      due_text: string;
      plan: string;
      version: number;
    }>(
      `select t.id, t.code, t.title, t.state, t.due_text, p.state as plan, t.version from planning.task t
       join planning.plan p on p.tenant_id = t.tenant_id and p.id = t.plan_id
       where t.tenant_id = $1 order by p.state, t.ordinal`,
      [home.tenant.id],
    );
    return found;
  };
  return { ...home, as, read, tasks };
}

describe('a plan that takes the place of another', () => {
  const later = [
    rows[0] as string,
    (rows[1] as string).replace('30/6/2026', '30/9/2026'),
    '3\tSố hóa sổ hộ tịch giai đoạn trước năm 2016\tDữ liệu\tPhòng Văn hóa - Xã hội\tQuý IV/2026',
  ];

  async function amended() {
    const home = await commune();
    const first = await home.read(rows);
    await home.as('focal', (ctx) => issueDraft(ctx, first));
    const before = await home.tasks();
    const survey = before.find((task) => task.title.startsWith('Khảo sát'));
    await home.as('focal', async (ctx) => {
      const id = survey?.id ?? '';
      const { leadUnitId, version } = await getTask(ctx, id);
      const me = ctx.actor.officerId;
      const to = { assigneeId: me, approverId: me, leadUnitId, dueOn: undefined };
      await assignTask(ctx, id, { ...to, version });
      await finishTask(ctx, id, { text: 'Báo cáo số 5/BC-UBND', version: version + 1 });
    });
    const second = await home.read(later);
    const planId = (await home.as('focal', (ctx) => getDraft(ctx, first))).planId;
    expect(await home.as('focal', (ctx) => amendPlan(ctx, second, planId ?? ''))).toMatchObject({ ok: true });
    return { ...home, first, second, before };
  }

  it('keeps what happened to its tasks, gives new words to the changed and closes what it drops', async () => {
    const { as, tasks, second, before } = await amended();
    expect(await as('focal', (ctx) => issueDraft(ctx, second))).toMatchObject({ ok: true });
    const after = await tasks();
    const byTitle = (start: string, list = after) => list.find((task) => task.title.startsWith(start));
    expect(byTitle('Khảo sát')).toMatchObject({
      id: byTitle('Khảo sát', before)?.id,
      state: 'done',
      plan: 'issued',
    });
    expect(byTitle('Nâng cấp')).toMatchObject({
      id: byTitle('Nâng cấp', before)?.id,
      state: 'open',
      due_text: 'Trước 30/9/2026',
      plan: 'issued',
    });
    expect(byTitle('Tập huấn')).toMatchObject({ state: 'cancelled', plan: 'replaced' });
    expect(byTitle('Số hóa')).toMatchObject({ state: 'open', plan: 'issued' });
  });

  it('gives everything back when it is taken back', async () => {
    const { as, tasks, second } = await amended();
    const before = await tasks();
    await as('focal', (ctx) => issueDraft(ctx, second));
    expect(await as('focal', (ctx) => takeBackPlan(ctx, second))).toMatchObject({ ok: true });
    const facts = (list: typeof before) => list.map((task) => ({ ...task, version: 0 }));
    expect(facts(await tasks())).toEqual(facts(before));
  });

  it('tells those who work on a task what it changes, drops and gives back, and nobody of a draft', async () => {
    const { as, tasks, read, tenant, people, signIn } = await commune();
    const first = await read(rows);
    await as('focal', (ctx) => issueDraft(ctx, first));
    const officer = people.get(signIn('officer'))?.officerId ?? null;
    const before = await tasks();
    const idOf = (start: string) => before.find((task) => task.title.startsWith(start))?.id ?? '';
    for (const start of ['Nâng cấp', 'Tập huấn']) {
      await as('focal', async (ctx) => {
        const { leadUnitId, version } = await getTask(ctx, idOf(start));
        const approverId = people.get(signIn('leader'))?.officerId ?? null;
        await assignTask(ctx, idOf(start), {
          assigneeId: officer,
          approverId,
          leadUnitId,
          dueOn: undefined,
          version,
        });
      });
    }
    const told = async (role: 'officer' | 'leader') => {
      const { rows: notices } = await services.migrator.query<{ told: string }>(
        `update casework.notice set read_at = now() where tenant_id = $1 and officer_id = $2 and read_at is null
         returning record_id || ' ' || kind || ' ' || note as told`,
        [tenant.id, people.get(signIn(role))?.officerId],
      );
      return notices.map((one) => one.told.trim()).toSorted();
    };
    await told('officer');
    const second = await read(later);
    const planId = (await as('focal', (ctx) => getDraft(ctx, first))).planId;
    await as('focal', (ctx) => amendPlan(ctx, second, planId ?? ''));
    expect(await as('focal', (ctx) => issueDraft(ctx, second))).toMatchObject({ ok: true });
    const changes = [
      `${idOf('Nâng cấp')} task-amended Thời hạn ghi trong kế hoạch`,
      `${idOf('Tập huấn')} task-dropped`,
    ].toSorted();
    expect(await told('officer')).toEqual(changes);
    expect(await told('leader')).toEqual(changes);
    await as('focal', (ctx) => takeBackPlan(ctx, second));
    const givenBack = ['Nâng cấp', 'Tập huấn'].map((start) => `${idOf(start)} task-restored`).toSorted();
    expect(await told('officer')).toEqual(givenBack);
    expect(await told('leader')).toEqual(givenBack);
  });

  it('takes the place of a plan once', async () => {
    const { as, read, first, second } = await amended();
    const third = await read(rows);
    const planId = (await as('focal', (ctx) => getDraft(ctx, first))).planId;
    await as('focal', (ctx) => amendPlan(ctx, third, planId ?? ''));
    expect(await as('focal', (ctx) => issueDraft(ctx, second))).toMatchObject({ ok: true });
    expect(await as('focal', (ctx) => issueDraft(ctx, third))).toMatchObject({ code: 'replaced-already' });
    expect(await as('focal', (ctx) => takeBackPlan(ctx, first))).toMatchObject({ code: 'replaced-already' });
  });
});

describe('steps', () => {
  it('are taken back one by one and done again, whatever they did', async () => {
    const { as, read } = await commune();
    const id = await read(rows);
    const listed = () => as('focal', (ctx) => listRows(ctx, id));
    const told = async () => (await listed()).map((row) => ({ ...row, version: 0 }));
    const states = [await told()];
    const step = async (
      work: (row: { id: string; version: number }, last: { id: string; version: number }) => Promise<unknown>,
    ) => {
      const list = only(await listed(), 'task');
      expect(await work(list[0] as never, list.at(-1) as never)).toMatchObject({ ok: true });
      states.push(await told());
    };
    await step((row) =>
      as('focal', (ctx) =>
        editRow(ctx, id, row.id, { data: { product: 'Kế hoạch' }, state: 'accepted', version: row.version }),
      ),
    );
    await step((row) =>
      as('focal', (ctx) => mergeRow(ctx, id, row.id, { with: 'after', version: row.version })),
    );
    await step((row) =>
      as('focal', (ctx) =>
        splitRow(ctx, id, row.id, { field: 'task', tail: 'điện tử của xã', version: row.version }),
      ),
    );
    await step((row) =>
      as('focal', (ctx) => moveRow(ctx, id, row.id, { to: 'after', version: row.version })),
    );
    await step((_, last) => as('focal', (ctx) => addRow(ctx, id, { kind: 'task', afterId: last.id })));
    for (const state of states.slice(0, -1).reverse()) {
      expect(await as('focal', (ctx) => undoStep(ctx, id))).toMatchObject({ ok: true });
      expect(await told()).toEqual(state);
    }
    expect(await as('focal', (ctx) => undoStep(ctx, id))).toMatchObject({ code: 'nothing-to-undo' });
    for (const state of states.slice(1)) {
      await as('focal', (ctx) => redoStep(ctx, id));
      expect(await told()).toEqual(state);
    }
    expect(await as('focal', (ctx) => redoStep(ctx, id))).toMatchObject({ code: 'nothing-to-redo' });
  });

  it('never let an old form overwrite what an undo brought back', async () => {
    const { as, read } = await commune();
    const id = await read(rows);
    const [row] = only(await as('focal', (ctx) => listRows(ctx, id)), 'task');
    const edit = (version: number) =>
      as('focal', (ctx) =>
        editRow(ctx, id, row?.id ?? '', { data: { note: 'x' }, state: 'accepted', version }),
      );
    expect(await edit(1)).toMatchObject({ ok: true });
    await as('focal', (ctx) => undoStep(ctx, id));
    expect(await edit(1)).toMatchObject({ code: 'changed-meanwhile' });
    expect(await edit(2)).toMatchObject({ code: 'changed-meanwhile' });
  });
});
