import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { assignTask } from '../task/commands/assign.server.ts';
import { editRow } from './commands/edit.server.ts';
import { recordReading } from './commands/record-reading.server.ts';
import { discardDraft, restoreDraft } from './commands/set-aside.server.ts';
import { issueDraft } from './commands/issue.server.ts';
import { takeBackPlan } from './commands/take-back.server.ts';
import { uploadPlan } from './commands/upload.server.ts';
import { readPlanNow } from './jobs.server.ts';
import { getDraft, listRows } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let bytes: Buffer;

beforeAll(async () => {
  services = await testServices();
  bytes = await readFile(join(productRoot, 'seed/plans/dong-ky-2026.docx'));
});

async function commune() {
  const home = await testTenant(services);
  const as = <Result>(role: Parameters<typeof home.signIn>[0], work: Parameters<typeof home.as<Result>>[2]) =>
    home.as(home.signIn(role), 'write', work);
  const count = async (table: string) => {
    const { rows } = await services.migrator.query<{ n: number }>(
      `select count(*)::int as n from ${table} where tenant_id = $1`,
      [home.tenant.id],
    );
    return rows[0]?.n;
  };
  const bring = (file: { fileName: string; bytes: Buffer }) =>
    readPlanNow((mode, work) => home.as(home.signIn('focal'), mode, work), file);
  const read = () => bring({ fileName: 'dong-ky-2026.docx', bytes });
  const readText = (text: string) => bring({ fileName: 'ke-hoach.txt', bytes: Buffer.from(text) });
  return { ...home, as, count, read, readText };
}

const made = [
  'plan',
  'plan_section',
  'task',
  'task_unit',
  'task_event',
  'target',
  'report_regime',
  'citation',
];

describe('bringing a plan in', () => {
  it('reads it in a process of its own and stores everything in one act', async () => {
    const { as, count, read } = await commune();
    const id = await read();
    expect(await as('focal', (ctx) => getDraft(ctx, id))).toMatchObject({ state: 'draft' });
    expect(await count('planning.plan')).toBe(0);
    expect(await as('focal', (ctx) => issueDraft(ctx, id))).toMatchObject({ ok: true });
    expect(await count('planning.task')).toBe(42);
    expect(await count('planning.target')).toBe(24);
    expect(await count('planning.report_regime')).toBe(5);
  });

  it('gives units the names that the commune has for them, slips in the paper included', async () => {
    const { as, readText } = await commune();
    const id = await readText(
      'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát\tBáo cáo\tPhòng Kinh tê\tQuý II/2026\n2\tTập huấn\tLớp\tTrường Tiểu học Bình An 2\tQuý III/2026\n',
    );
    const rows = await as('focal', (ctx) => listRows(ctx, id));
    expect(rows.flatMap((row) => (row.kind === 'task' ? [row.data.lead] : []))).toEqual([
      ['Phòng Kinh tế'],
      ['Trường Tiểu học Bình An 2'],
    ]);
  });

  it('is stored once: the second is refused', async () => {
    const { as, count, read } = await commune();
    const id = await read();
    const both = await Promise.all([
      as('focal', (ctx) => issueDraft(ctx, id)),
      as('focal', (ctx) => issueDraft(ctx, id)),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ code: 'wrong-state' });
    expect(await count('planning.plan')).toBe(1);
  });

  it('stores nothing at all when one part fails', async () => {
    const { as, count, read } = await commune();
    const id = await read();
    await as('focal', async (ctx) => {
      const rows = await listRows(ctx, id);
      const last = rows.findLast((row) => row.kind === 'task');
      await editRow(ctx, id, last?.id ?? '', {
        data: { line: { toString: 1 }, due: { kind: 'no-such-kind' } },
        state: 'accepted',
        version: 1,
      });
    });
    await expect(as('focal', (ctx) => issueDraft(ctx, id))).rejects.toThrow(/constraint|task_due_kind/);
    for (const table of made) expect(await count(`planning.${table}`)).toBe(0);
  });

  it('leaves skipped rows out', async () => {
    const { as, count, read } = await commune();
    const id = await read();
    await as('focal', async (ctx) => {
      const first = (await listRows(ctx, id)).find((row) => row.kind === 'task');
      await editRow(ctx, id, first?.id ?? '', { data: undefined, state: 'skipped', version: 1 });
      await issueDraft(ctx, id);
    });
    expect(await count('planning.task')).toBe(41);
  });

  it('shows the second editor of a row that it has changed', async () => {
    const { as, read } = await commune();
    const id = await read();
    const rowId = await as('focal', async (ctx) => (await listRows(ctx, id))[0]?.id ?? '');
    const edit = () =>
      as('focal', (ctx) => editRow(ctx, id, rowId, { data: undefined, state: 'accepted', version: 1 }));
    expect(await edit()).toMatchObject({ ok: true });
    expect(await edit()).toMatchObject({ code: 'changed-meanwhile' });
  });

  it('refuses what is no plan file, and says which kind of wrong it is', async () => {
    const { as } = await commune();
    const give = (content: Uint8Array, fileName = 'ke-hoach.docx') =>
      as('focal', (ctx) => uploadPlan(ctx, { fileName, bytes: content }));
    expect(await give(new Uint8Array())).toMatchObject({ code: 'empty' });
    expect(await give(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))).toMatchObject({
      ok: false,
    });
    expect(await give(new Uint8Array(21 * 1024 * 1024))).toMatchObject({ code: 'too-large' });
  });

  it('takes the folder out of a file name', async () => {
    const { as } = await commune();
    const id = await as('focal', (ctx) =>
      uploadPlan(ctx, { fileName: '../../etc/kế hoạch\u0000.txt', bytes: Buffer.from('Kế hoạch') }),
    );
    expect(id.ok && (await as('focal', (ctx) => getDraft(ctx, id.value)))).toMatchObject({
      fileName: 'kế hoạch.txt',
    });
  });

  it('records a reading once', async () => {
    const { as, read } = await commune();
    const id = await read();
    await as('focal', async (ctx) => {
      const reader = {
        ...ctx,
        actor: { ...ctx.actor, grants: new Map([['planning.plan-draft.record', 'all' as const]]) },
      };
      expect(await recordReading(reader, id, { ok: false, refusal: 'damaged' })).toMatchObject({
        code: 'read-already',
      });
    });
  });

  it('is for those who steer, and for this commune alone', async () => {
    const { as, read } = await commune();
    const id = await read();
    for (const role of ['officer', 'clerk', 'community', 'auditor'] as const) {
      await expect(as(role, (ctx) => issueDraft(ctx, id))).rejects.toBeInstanceOf(Forbidden);
    }
    const other = await commune();
    await expect(other.as('focal', (ctx) => issueDraft(ctx, id))).rejects.toBeInstanceOf(NotFound);
    await expect(other.as('focal', (ctx) => getDraft(ctx, id))).rejects.toBeInstanceOf(NotFound);
  });
});

describe('taking a plan back', () => {
  it('removes everything that storing made, units too, and lets it be stored again', async () => {
    const { as, count, read } = await commune();
    const unitsBefore = await count('directory.unit');
    const id = await read();
    await as('focal', (ctx) => issueDraft(ctx, id));
    expect(await count('directory.unit')).toBeGreaterThan(unitsBefore ?? 0);
    expect(await as('focal', (ctx) => takeBackPlan(ctx, id))).toMatchObject({ ok: true });
    for (const table of made) expect(await count(`planning.${table}`)).toBe(0);
    expect(await count('directory.unit')).toBe(unitsBefore);
    expect(await as('focal', (ctx) => issueDraft(ctx, id))).toMatchObject({ ok: true });
    expect(await count('planning.task')).toBe(42);
  });

  it('is refused once somebody has worked on a task, and names it', async () => {
    const { as, count, read } = await commune();
    const id = await read();
    await as('focal', async (ctx) => {
      await issueDraft(ctx, id);
      const task = await ctx.db
        .selectFrom('planning.task')
        .select('id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('code', '=', 'I.1')
        .executeTakeFirstOrThrow();
      const nobody = { assigneeId: null, approverId: null, leadUnitId: null, dueOn: undefined };
      await assignTask(ctx, task.id, { ...nobody, version: 1 });
    });
    expect(await as('focal', (ctx) => takeBackPlan(ctx, id))).toMatchObject({
      code: 'worked-on',
      detail: { count: 1, first: 'I.1' },
    });
    expect(await count('planning.task')).toBe(42);
  });
});

describe('putting an import aside', () => {
  it('keeps it and takes it up again', async () => {
    const { as, read } = await commune();
    const id = await read();
    await as('focal', (ctx) => discardDraft(ctx, id));
    expect(await as('focal', (ctx) => issueDraft(ctx, id))).toMatchObject({ code: 'wrong-state' });
    await as('focal', (ctx) => restoreDraft(ctx, id));
    expect(await as('focal', (ctx) => getDraft(ctx, id))).toMatchObject({ state: 'draft' });
  });
});
