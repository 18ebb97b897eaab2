import { beforeAll, describe, expect, it } from 'vitest';
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import { findActor } from '#modules/directory/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { createWebhook } from '#modules/directory/webhook/commands.server.ts';
import { exportJob } from '#modules/lists/index.server.ts';
import { readPlanNow } from '#modules/planning/plan-draft/jobs.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { taskExport } from '#modules/planning/task/pages/task-export.tsx';
import { newId } from '#platform/db/id.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { testSite } from '../testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let token: string;
let ids: readonly string[];
let draftId: string;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  const focal = home.signIn('focal');
  const scopes = ['read', 'planning.task', 'planning.plan-draft', 'lists.saved-view'];
  token = await testToken(site.services, home, focal, scopes);
  ({ ids } = await home.as(focal, 'write', (ctx) =>
    plantTasks(ctx, [{ title: 'Một' }, { title: 'Hai' }, { title: 'Ba' }]),
  ));
  draftId = await readPlanNow((mode, work) => home.as(focal, mode, work), {
    fileName: 'ke-hoach.txt',
    bytes: Buffer.from(
      'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\n1\tRà soát\tBáo cáo\n',
    ),
  });
});

async function ask(verb: string, path: string, body?: unknown, by = token): Promise<Response> {
  return site.app.fetch(
    new Request(`http://localhost/api/v1${path}`, {
      method: verb,
      headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

type Json = Record<string, unknown>;

async function json(verb: string, path: string, body?: unknown, by = token): Promise<Json> {
  const response = await ask(verb, path, body, by);
  return { status: response.status, ...((await response.json()) as Json) };
}

describe('a saved view', () => {
  it('is made, listed, changed, deleted and given back', async () => {
    const made = await json('POST', '/views', {
      list: '/nhiem-vu',
      query: 'trang-thai=open',
      name: 'Đang mở',
    });
    expect(made).toMatchObject({ status: 201, name: 'Đang mở', isShared: false, isDeleted: false });
    const twice = await json('POST', '/views', { list: '/nhiem-vu', name: 'Đang mở' });
    expect(twice).toMatchObject({ status: 409, code: 'name-taken' });
    const path = `/views/${String(made.id)}`;
    const edited = { name: 'Mở', shared: false, pinned: true, usual: true };
    expect(await json('PUT', path, edited)).toMatchObject({ status: 200, name: 'Mở', isPinned: true });
    expect(await json('GET', '/views?list=/nhiem-vu')).toMatchObject({ items: [{ id: made.id }] });
    expect(await json('GET', '/views?list=/chi-tieu')).toMatchObject({ items: [] });
    expect(await json('POST', `${path}/delete`)).toMatchObject({ isDeleted: true });
    expect(await json('POST', `${path}/restore`)).toMatchObject({ isDeleted: false });
    const other = await testToken(site.services, home, home.signIn('leader'), ['read', 'lists.saved-view']);
    expect(await json('GET', path, undefined, other)).toMatchObject({ status: 404 });
  });
});

describe('a deed on many tasks', () => {
  const change = { deed: 'set-due', dueOn: '2026-12-18', text: 'tỉnh dời ngày nộp' };

  it('is foreseen without changing anything, done with a result for each row, and taken back', async () => {
    const rows = { ids: [...ids.slice(0, 2), newId()] };
    const foreseen = await json('POST', '/task-runs/preview', { change, rows });
    expect(foreseen).toMatchObject({
      status: 200,
      willChange: 2,
      rows: [{ reason: null }, { reason: null }],
    });
    expect(await json('GET', `/tasks/${ids[0]}`)).toMatchObject({ version: 1 });

    const run = await json('POST', '/task-runs', { change, rows });
    expect(run).toMatchObject({
      status: 202,
      deed: 'set-due',
      state: 'done',
      rowCount: 2,
      canBeTakenBack: true,
      rows: { done: 2, waiting: 0 },
    });
    expect(await json('GET', `/tasks/${ids[0]}`)).toMatchObject({ dueOn: '2026-12-18' });
    const path = `/task-runs/${String(run.id)}`;
    expect(await json('GET', `${path}/rows?outcome=done&limit=1`)).toMatchObject({
      items: [{ outcome: 'done', reason: null }],
      next: expect.any(String) as string,
    });
    expect(await json('POST', `${path}/take-back`)).toMatchObject({ state: 'undone', rows: { undone: 2 } });
    expect(await json('POST', `${path}/take-back`)).toMatchObject({ status: 409, code: 'too-late' });
    const task = await json('GET', `/tasks/${ids[0]}`);
    expect(task.dueOn).not.toBe('2026-12-18');
  });

  it('goes by a filter, and is refused where a part of it cannot be read', async () => {
    const by = (query: string) => json('POST', '/task-runs/preview', { change, rows: { query } });
    expect(await by('trang-thai=open')).toMatchObject({ willChange: 3 });
    expect(await by('trang-thai=done')).toMatchObject({ status: 422, code: 'nothing-chosen' });
    expect(await by('trang-thia=open')).toMatchObject({ status: 422, code: 'wrong-filter' });
  });

  it('says why it cannot be done to a row, and refuses what is not filled in', async () => {
    const rows = { ids: [ids[2]] };
    await json('POST', '/task-runs', { change: { deed: 'cancel', text: 'gộp' }, rows });
    const again = await json('POST', '/task-runs', { change: { deed: 'cancel', text: 'gộp' }, rows });
    expect(again).toMatchObject({ rows: { refused: 1, done: 0 } });
    expect(await json('GET', `/task-runs/${String(again.id)}/rows`)).toMatchObject({
      items: [
        { id: ids[2], outcome: 'refused', reason: 'wrong-state', detail: expect.any(String) as string },
      ],
    });
    expect(await json('POST', '/task-runs', { change: { deed: 'assign' }, rows })).toMatchObject({
      status: 422,
      code: 'wrong-input',
    });
  });

  it('is seen by its owner alone', async () => {
    const run = await json('POST', '/task-runs', { change: { deed: 'reopen' }, rows: { ids: [ids[2]] } });
    const other = await testToken(site.services, home, home.signIn('leader'), ['read', 'planning.task']);
    const path = `/task-runs/${String(run.id)}`;
    expect(await json('GET', path, undefined, other)).toMatchObject({ status: 404 });
    expect(await json('POST', `${path}/take-back`, undefined, other)).toMatchObject({ status: 404 });
  });
});

describe('a file', () => {
  it('of a list is ordered, made in the background and fetched', async () => {
    const order = { format: 'csv', query: 'trang-thai=open', columns: ['ten'] };
    const ordered = await json('POST', '/task-exports', order);
    expect(ordered).toMatchObject({ status: 202, state: 'waiting', format: 'csv', columns: ['ten'] });
    const id = String(ordered.id);
    expect((await ask('GET', `/exports/${id}/file`)).status).toBe(404);
    const occasion = {
      tenant: home.tenant,
      actor: systemActor('thu', ['lists.list-export.record']),
      lang: 'vi' as const,
      requestId: 'thu',
    };
    await exportJob(taskExport, findActor).run(
      (mode, work) => openCtx(site.services, mode, occasion, work),
      { exportId: id },
      { mailer: null, baseUrl: '', files: site.services.files },
    );
    expect(await json('GET', `/exports/${id}`)).toMatchObject({ state: 'ready' });
    const file = await ask('GET', `/exports/${id}/file`);
    expect(file.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.text()).toContain('Một');
    const other = await testToken(site.services, home, home.signIn('leader'), ['read']);
    expect((await ask('GET', `/exports/${id}/file`, undefined, other)).status).toBe(404);
  });

  it('of a list is refused with columns or a filter that there are not', async () => {
    const order = (more: object) => json('POST', '/task-exports', { format: 'csv', ...more });
    expect(await order({ columns: ['mat-khau'] })).toMatchObject({ status: 422, code: 'unknown-column' });
    expect(await order({ query: 'abc=1' })).toMatchObject({ status: 422, code: 'wrong-filter' });
  });

  it('of a plan is a paper in Word or PDF, or what it was read from', async () => {
    const word = await ask('GET', `/drafts/${draftId}/paper`);
    expect(word.headers.get('content-type')).toContain('wordprocessingml');
    expect(
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const pdf = await ask('GET', `/drafts/${draftId}/paper?paper=tasks-by-unit&format=pdf`);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(pdf.headers.get('ratelimit')).not.toBeNull();
    const source = await ask('GET', `/drafts/${draftId}/source`);
    expect(await source.text()).toContain('Rà soát');
    expect((await ask('GET', `/drafts/${draftId}/paper?paper=changes`)).status).toBe(404);
    expect((await ask('GET', `/drafts/${newId()}/paper`)).status).toBe(404);
  });
});

describe('webhooks', () => {
  it('are looked after by a key of that scope, and named by people alone', async () => {
    const admin = home.signIn('admin');
    const given = { name: 'Trục', url: 'https://nhan.example.vn/', events: ['planning.task.approve'] };
    const made = await home.asProven(admin, (ctx) => createWebhook(ctx, given));
    if (!made.ok) throw new Error(made.code);
    const by = await testToken(site.services, home, admin, ['directory.webhook']);
    const path = `/webhooks/${made.value.id}`;
    const list = await ask('GET', '/webhooks', undefined, by);
    const text = await list.text();
    expect(text).toContain(made.value.id);
    expect(text).not.toContain(made.value.secret);
    expect(await json('POST', `${path}/pause`, undefined, by)).toMatchObject({ state: 'paused' });
    expect(await json('POST', `${path}/test`, undefined, by)).toMatchObject({ code: 'wrong-state' });
    expect(await json('POST', `${path}/resume`, undefined, by)).toMatchObject({ state: 'active' });
    expect(await json('POST', `${path}/test`, undefined, by)).toMatchObject({ waitingCount: 1 });
    expect(await json('GET', `${path}/deliveries?state=waiting`, undefined, by)).toMatchObject({
      items: [{ event: 'webhook.test', state: 'waiting', attempts: 0 }],
    });
    expect(await json('POST', `${path}/redeliver`, {}, by)).toMatchObject({ code: 'nothing-dead' });
    expect(await json('GET', path)).toMatchObject({ status: 403 });
    expect((await ask('POST', '/webhooks', given, by)).status).toBe(405);
    expect((await ask('POST', `${path}/rotate`, undefined, by)).status).toBe(404);
  });
});
