import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { addSubTask } from '../sub-task/commands.server.ts';
import { taskList } from '../task/input.ts';
import { countTasks } from '../task/list-tasks.server.ts';
import { plantTasks } from '../task/fixtures.ts';
import { getTask, listTaskEvents } from '../task/queries.server.ts';
import { summarizeTasks, sumUp } from '../task-summary/queries.server.ts';
import { enterTaskFromAbove } from './commands.server.ts';
import { discardTask } from './discard.server.ts';
import { editDocument } from './edit-document.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let id: string;
let parts = 0;

const to = {
  number: '1235/UBND-NC',
  on: plainDate('2026-05-05'),
  issuer: 'Ủy ban nhân dân tỉnh',
  abstract: 'V/v rà soát thủ tục hành chính',
};
const edit = { to, reason: 'Gõ nhầm số', version: 1 };

type Role = Parameters<typeof home.signIn>[0];
const as = <Result>(role: Role, work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

beforeEach(async () => {
  const entered = await as('focal', (ctx) =>
    enterTaskFromAbove(
      ctx,
      {
        number: '1234/UBND-NC',
        on: plainDate('2026-05-04'),
        issuer: 'Ủy ban nhân dân tỉnh',
        title: 'Rà soát thủ tục hành chính',
        product: null,
        dueText: null,
        dueOn: plainDate('2026-06-15'),
        leadUnitId: null,
        coordinatingUnitIds: [],
        assigneeId: null,
        approverId: null,
      },
      true,
    ),
  );
  if (!entered.ok) throw new Error(entered.code);
  id = entered.value;
});

async function addPart(): Promise<string> {
  const given = { title: `Phần ${(parts += 1)}`, assigneeId: null, approverId: null, leadUnitId: null };
  const added = await as('focal', (ctx) => addSubTask(ctx, id, { ...given, dueOn: null, product: null }));
  if (!added.ok) throw new Error(added.code);
  return added.value;
}

describe('the document of a task from above', () => {
  it('is mended with a reason, in its sub-tasks too, told in the history and audited with both', async () => {
    const part = await addPart();
    expect(await as('focal', (ctx) => editDocument(ctx, id, edit))).toMatchObject({ ok: true });
    const [task, sub] = await as('focal', async (ctx) => [await getTask(ctx, id), await getTask(ctx, part)]);
    expect([task.from, sub.from]).toEqual([to, to]);
    const events = await as('focal', (ctx) => listTaskEvents(ctx, task.id));
    expect(events[0]).toMatchObject({ kind: 'document-edited', detail: { text: 'Gõ nhầm số' } });
    const { rows } = await services.migrator.query(
      "select before, after from platform.audit_line where record_id = $1 and act like '%edit-document'",
      [id],
    );
    expect(rows).toMatchObject([
      { before: { number: '1234/UBND-NC' }, after: { number: '1235/UBND-NC', reason: 'Gõ nhầm số' } },
    ]);
  });

  it('is refused twice, unchanged, of a day to come or after the deadline, and of a sub-task or plan', async () => {
    const part = await addPart();
    const code = async (taskId: string, change: Partial<typeof edit> = {}) => {
      const outcome = await as('focal', (ctx) => editDocument(ctx, taskId, { ...edit, ...change }));
      return outcome.ok ? 'done' : outcome.code;
    };
    expect(await code(id, { to: { ...to, on: plainDate('2027-01-01') } })).toBe('document-to-come');
    await services.migrator.query("update planning.task set first_due_on = '2026-05-04' where id = $1", [id]);
    expect(await code(id)).toBe('due-before-document');
    await services.migrator.query("update planning.task set first_due_on = '2026-06-15' where id = $1", [id]);
    expect(await code(part)).toBe('document-of-parent');
    expect(await code(id)).toBe('done');
    expect(await code(id)).toBe('changed-meanwhile');
    expect(await code(id, { version: 2 })).toBe('nothing-changed');
    const { ids } = await as('focal', (ctx) => plantTasks(ctx, [{}]));
    expect(await code(ids[0] ?? '')).toBe('not-from-above');
  });

  it('is mended by those who enter tasks from above, of their own commune', async () => {
    await expect(as('officer', (ctx) => editDocument(ctx, id, edit))).rejects.toMatchObject({
      name: 'Forbidden',
    });
    await expect(
      away.as(away.signIn('focal'), 'write', (ctx) => editDocument(ctx, id, edit)),
    ).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('may be mended before the task is thrown away as entered by mistake', async () => {
    await as('focal', (ctx) => editDocument(ctx, id, edit));
    expect(await as('focal', (ctx) => discardTask(ctx, id))).toMatchObject({ ok: true });
  });
});

it('a sub-task of a task from above comes from above too, in the list and in no figure of plans', async () => {
  await as('focal', async (ctx) => {
    const calendar = await loadOfficeCalendar(ctx);
    const partsOf = async (source: string) =>
      (await countTasks(ctx, calendar, taskList({ nguon: source, loai: 'sub-task' }))).rows;
    const plans = async () => sumUp(await summarizeTasks(ctx, calendar, 'unit')).total;
    const before = [await partsOf('cap-tren'), await partsOf('ke-hoach'), await plans()] as const;
    const given = { title: 'Phần riêng', assigneeId: null, approverId: null, leadUnitId: null };
    await addSubTask(ctx, id, { ...given, dueOn: null, product: null });
    const after = [await partsOf('cap-tren'), await partsOf('ke-hoach'), await plans()];
    expect(after).toEqual([before[0] + 1, before[1], before[2]]);
  });
});
