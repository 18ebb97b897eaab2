import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { findActor } from '#modules/directory/index.server.ts';
import { exportJob } from '#modules/lists/index.server.ts';
import { exportLink } from '#modules/lists/links.ts';
import { orderExport } from '#modules/lists/list-export/commands.server.ts';
import { getExport } from '#modules/lists/list-export/queries.server.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { testSite } from '../../../entry/testing.ts';
import { tasksLink } from '../links.ts';
import { plantTasks } from './fixtures.ts';
import { taskExport } from './pages/task-export.tsx';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  const unit = home.units.get('Phòng Kinh tế') ?? null;
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      { title: 'Rà soát thủ tục', leadUnitId: unit, dueOn: '2026-05-15' },
      { title: '＝cmd|calc', leadUnitId: unit },
      { title: 'Tuyên truyền' },
    ]),
  );
});

const signedIn = async (role: 'focal' | 'community' | 'auditor') => {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
};

describe('the file of the task list', () => {
  it('holds every row of the filter and the chosen columns, and its making is audited', async () => {
    const visitor = await signedIn('focal');
    const unit = home.units.get('Phòng Kinh tế') ?? '';
    const list = await visitor.get(`/nhiem-vu?don-vi=${unit}`);
    const form = await visitor.get(list.link('Xuất tệp'));
    expect(form.text).toContain('Đơn vị chủ trì: Phòng Kinh tế');
    const { values } = form.form('Xuất tệp');
    const file = await visitor.post(form.address, { ...values, columns: 'ten', format: 'csv' });
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.body).toBe("Tên nhiệm vụ\r\nRà soát thủ tục\r\n'＝cmd|calc\r\n");
    const lines = await home.as(home.signIn('focal'), 'read', (ctx) =>
      ctx.db
        .selectFrom('platform.audit_line')
        .select('after')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('act', '=', 'planning.task.export')
        .execute(),
    );
    expect(JSON.stringify(lines)).toContain(`don-vi=${unit}`);
  });

  it('is an Excel file when that is wanted', async () => {
    const visitor = await signedIn('focal');
    const file = await visitor.post('/nhiem-vu/xuat', { query: '', columns: 'ngay-han', format: 'xlsx' });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="nhiem-vu.xlsx"');
    expect(file.body.slice(0, 2)).toBe('PK');
  });

  it('says what is missing in the form', async () => {
    const visitor = await signedIn('focal');
    const again = await visitor.post('/nhiem-vu/xuat', { query: 'tim=x', format: 'exe' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Chọn ít nhất một cột.');
    expect(again.text).toContain('Chọn loại tệp.');
  });

  it('holds only what the person may see', async () => {
    const visitor = await signedIn('community');
    const file = await visitor.post('/nhiem-vu/xuat', { query: '', columns: 'ten', format: 'csv' });
    expect(file.body).toBe('Tên nhiệm vụ\r\n');
  });
});

describe('a long file', () => {
  const order = {
    list: tasksLink(),
    query: 'xep=-ma',
    columns: ['ten'],
    format: 'csv',
    rowsExpected: 3,
  } as const;
  const step: OpenStep = (mode, work) =>
    openCtx(
      site.services,
      mode,
      {
        tenant: home.tenant,
        actor: systemActor('test', ['lists.list-export.record']),
        lang: 'vi',
        requestId: 'job',
      },
      work,
    );
  /** The list in batches of one row, so that several pieces are made of three. */
  const slow: typeof taskExport = {
    ...taskExport,
    next: (ctx, filter, after) => taskExport.next(ctx, filter, after, 1),
  };
  const make = (exportId: string) =>
    exportJob(slow, findActor).run(
      step,
      { exportId },
      { mailer: null, baseUrl: '', files: site.services.files },
    );
  const ordered = async (role: 'focal' | 'auditor') => {
    const made = await home.as(home.signIn(role), 'write', (ctx) =>
      orderExport(ctx, 'planning.task.export', order),
    );
    if (!made.ok) throw new Error('no order');
    return made.value;
  };

  it('is made in the background, shows how far it is, and is sent to the one who asked', async () => {
    const visitor = await signedIn('focal');
    const id = await ordered('focal');
    const waiting = await visitor.get(exportLink(id));
    expect(waiting.heading).toBe('Đang làm tệp');
    expect((await visitor.get(exportLink(id, true))).status).toBe(404);
    await make(id);
    await make(id);
    const ready = await visitor.get(exportLink(id));
    const file = await visitor.get(ready.link('Tải tệp'));
    expect(file.body).toBe("Tên nhiệm vụ\r\nTuyên truyền\r\n'＝cmd|calc\r\nRà soát thủ tục\r\n");
    const other = await signedIn('auditor');
    expect((await other.get(exportLink(id))).status).toBe(404);
    expect((await other.get(exportLink(id, true))).status).toBe(404);
  });

  it('is not made for somebody who may no longer have it', async () => {
    const id = await ordered('auditor');
    await site.services.migrator.query('update directory.account set locked_at = now() where id = $1', [
      home.people.get(home.signIn('auditor'))?.accountId,
    ]);
    await make(id);
    const file = await home.as(home.signIn('auditor'), 'read', (ctx) => getExport(ctx, id));
    expect(file.state).toBe('failed');
  });
});
