import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskEvidence } from '#modules/planning/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { packedTasks } from '#modules/planning/task/packed-tasks.server.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { attachDocument, attachFile } from '../evidence/commands/attach.server.ts';
import { receivedPaper } from '../evidence/fixtures.ts';
import { packageJob } from './jobs.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let tasks: readonly string[];
const folder = mkdtempSync(join(tmpdir(), 'sauro-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const none = { number: null, issuedOn: null, issuer: null };
const asFocal = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('focal'), 'write', work);

async function attach(task: string, words: string, name: string): Promise<string> {
  const file = await receivedPaper(site.services.files, home.tenant.id, words, name);
  await asFocal((ctx) => attachFile(ctx, taskEvidence, task, file, none));
  return file.sha256;
}

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
  const seeds = ['Rà soát <thủ tục>', '=1+1', 'Không có gì'].map((title) => ({ title }));
  tasks = (await asFocal((ctx) => plantTasks(ctx, seeds))).ids;
  const [first = '', second = ''] = tasks;
  await attach(first, 'một', 'Báo cáo quý đầu.pdf');
  await attach(second, 'một', 'cung-noi-dung.pdf');
  await attach(second, 'hai', 'bao-cao.pdf');
  const document = { title: '=HYPERLINK("x")', number: '12/BC', issuedOn: '2026-05-12', issuer: 'UBND' };
  await asFocal((ctx) => attachDocument(ctx, taskEvidence, second, document));
  const harmful = await attach(second, 'hại', 'hai.pdf');
  await site.services.migrator.query(`update platform.file_content set scan = 'infected' where sha256 = $1`, [
    Buffer.from(harmful, 'hex'),
  ]);
});

/** Runs the job of a package as the queue does, and gives the page that waited for it. */
async function made(waiting: Screen): Promise<Screen> {
  const packageId = waiting.address.split('/').at(-1) ?? '';
  const job = packageJob(packedTasks);
  const actor = systemActor(job.actorName, job.grants);
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'job' };
  const open: OpenStep = (mode, step) => openCtx(site.services, mode, occasion, step);
  for (const _ of [1, 2]) await job.run(open, { packageId }, { ...site.services, internalHosts: [] });
  return focal.get(waiting.address);
}

async function unpacked(ready: Screen, name: string): Promise<string> {
  const answer = await site.app.fetch(
    new Request(`http://localhost${ready.link('Tải gói')}`, { headers: { cookie: focal.cookies } }),
  );
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const path = join(folder, `${name}.zip`);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  execFileSync('unzip', ['-q', path, '-d', join(folder, name)]);
  return join(folder, name);
}

describe('a package of evidence', () => {
  it('of a filter opens with other programs, and every file in it has the hash that is said', async () => {
    const ask = await focal.get('/nhiem-vu/goi-minh-chung?tim=');
    expect(ask.text).toContain('minh chứng của 3 bản ghi');
    const waiting = await focal.submit(ask, 'Tạo gói');
    expect(waiting.text).toContain('Đang gom minh chứng');
    const ready = await made(waiting);
    expect(ready.text).toContain('3 bản ghi, 2 tệp. 1 tệp để ngoài');
    const place = await unpacked(ready, 'all');
    const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS.txt'], { cwd: place, encoding: 'utf8' });
    expect(checked.trim().split('\n')).toHaveLength(5);
    expect(checked).not.toContain('FAILED');
    const page = readFileSync(join(place, 'index.html'), 'utf8');
    expect(page).toContain('Rà soát &lt;thủ tục');
    expect(page).toContain('Để ngoài: có mã độc');
    expect(page).toContain('Chưa có minh chứng');
    expect(page).not.toMatch(/<script|https?:/);
    const csv = readFileSync(join(place, 'index.csv'), 'utf8');
    expect(csv).toContain("'=1+1");
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    const json = JSON.parse(readFileSync(join(place, 'index.json'), 'utf8')) as { lines: { path: string }[] };
    const paths = json.lines.map(({ path }) => path);
    expect(paths.filter(Boolean).every((path) => /^tep\/[A-Za-z0-9_./-]+$/.test(path))).toBe(true);
    expect(new Set(paths.filter(Boolean)).size).toBe(2);
  });

  it('of one task is made from its page', async () => {
    const waiting = await focal.submit(await focal.get(`/nhiem-vu/${tasks[0]}`), 'Tải gói minh chứng');
    expect((await made(waiting)).text).toContain('1 bản ghi, 1 tệp.');
    const nothing = await focal.post(`/nhiem-vu/${tasks[2]}/minh-chung/goi`, {});
    const address = nothing.headers.get('location') ?? nothing.address;
    expect((await made(await focal.get(address))).text).toContain('chưa có minh chứng nào');
  });

  it('is for the one who asked, while every record in it is seen, and each taking has its line', async () => {
    const waiting = await focal.submit(await focal.get(`/nhiem-vu/${tasks[0]}`), 'Tải gói minh chứng');
    const ready = await made(waiting);
    const file = ready.link('Tải gói');
    const leader = site.visitor();
    await leader.signIn(home.signIn('leader'));
    expect([(await leader.get(ready.address)).status, (await leader.get(file)).status]).toEqual([404, 404]);
    const before = await linesOf();
    expect((await focal.get(file)).status).toBe(200);
    expect(await linesOf()).toBe(before + 1);
    await site.services.migrator.query(
      `delete from directory.role_grant where tenant_id = $1 and act = 'planning.task.read'
         and role_id = (select id from directory.role where tenant_id = $1 and code = 'focal')`,
      [home.tenant.id],
    );
    expect((await focal.get(file)).status).toBe(404);
    expect((await focal.get(ready.address)).text).toContain('không còn được xem');
  });
});

async function linesOf(): Promise<number> {
  const { rows } = await site.services.migrator.query(
    `select from platform.audit_line where act = 'casework.evidence-package.see' and tenant_id = $1`,
    [home.tenant.id],
  );
  return rows.length;
}
