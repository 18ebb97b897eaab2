import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { testSite } from '#entry/testing.ts';
import { routes } from '../../../entry/modules.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { createUnits } from '#modules/directory/unit/commands.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { checkChain } from '#platform/audit/chain-lines.server.ts';
import { checkExport } from '#platform/audit/export-file.ts';
import { sealAuditLines } from '#platform/audit/seal.server.ts';
import { recordCheck, verifyJob } from '#platform/audit/verify.server.ts';
import { calendarAuditWords } from '#modules/calendar/index.server.ts';
import { builtInRoles, directoryAuditWords } from '#modules/directory/index.server.ts';
import { planningAuditWords } from '#modules/planning/index.server.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { wordsOf } from './parts/audit-words.tsx';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let taskId: string;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  away = await testTenant(site.services);
  taskId = (await plant(home)).ids[0] ?? '';
  const focal = await signedIn('focal');
  const form = await focal.get(`/nhiem-vu/${taskId}/giao`);
  await focal.submit(form, 'Giao việc', { due: '30/06/2026' });
  await sealAuditLines(site.services.migrator);
});

function plant(tenant: typeof home) {
  return tenant.as(tenant.signIn('focal'), 'write', (ctx) => plantTasks(ctx, [{ title: 'Rà soát thủ tục' }]));
}

/** One act of the administrator. */
function nameUnit(name: string) {
  return home.as(home.signIn('admin'), 'write', (ctx) => createUnits(ctx, [{ name, isCollective: false }]));
}

async function signedIn(role: Parameters<typeof home.signIn>[0], tenant = home) {
  const visitor = site.visitor();
  await visitor.signIn(tenant.signIn(role));
  return visitor;
}

describe('the audit', () => {
  it('tells in words who did what, and what changed', async () => {
    const { text } = await (await signedIn('auditor')).get('/nhat-ky?viec=planning.task.assign');
    expect(text).toContain('Giao việc');
    expect(text).toContain('Người focal · Nhiệm vụ: ');
    expect(text).toContain('Rà soát thủ tục');
    expect(text).toMatch(/Ngày hạn\s*–?\s*30\/06\/2026/);
    expect(text).not.toContain('{"');
  });

  it('is read by administrators and auditors alone', async () => {
    for (const role of ['focal', 'leader', 'officer', 'clerk'] as const) {
      const visitor = await signedIn(role);
      for (const path of ['/nhat-ky', '/nhat-ky/in', '/nhat-ky/xuat', '/nhat-ky.jsonl'])
        expect((await visitor.get(path)).status).toBe(403);
      expect((await visitor.get(`/nhiem-vu/${taskId}`)).hasLink('Nhật ký')).toBe(false);
    }
    for (const role of ['admin', 'auditor'] as const)
      expect((await (await signedIn(role)).get('/nhat-ky')).status).toBe(200);
  });

  it('shows no line of another tenant, on the page or in a file', async () => {
    const visitor = await signedIn('auditor', away);
    await sealAuditLines(site.services.migrator);
    const file = () => visitor.post('/nhat-ky/xuat', { columns: 'ma-ban-ghi', format: 'csv' });
    for (const open of [() => visitor.get('/nhat-ky'), file, () => visitor.get('/nhat-ky.jsonl')]) {
      const { status, body } = await open();
      expect([status, body.includes(home.tenant.id), body.includes(taskId)]).toEqual([200, false, false]);
      expect(body).toContain(away.tenant.id);
    }
    const asked = await visitor.get(`/nhat-ky?loai=task&ban-ghi=${taskId}`);
    expect(asked.text).toContain('Không có dòng nào khớp');
  });

  it('goes on page by page without losing or repeating a line', async () => {
    for (let index = 0; index < 60; index += 1) await nameUnit(`Tổ số ${index}`);
    const visitor = await signedIn('auditor');
    const seen: string[] = [];
    let address = '/nhat-ky?ngay.truoc=2026-05-13';
    for (let turn = 0; turn < 10; turn += 1) {
      const screen = await visitor.get(address);
      seen.push(...screen.page.querySelectorAll('.disclosure-list > li').map((line) => line.id));
      if (!screen.hasLink('Tiếp')) break;
      address = screen.link('Tiếp');
    }
    const { rows } = await site.services.migrator.query<{ id: string }>(
      'select id from platform.audit_line where tenant_id = $1',
      [home.tenant.id],
    );
    const all = new Set(seen);
    expect(all.size).toBe(seen.length);
    // Looking leaves lines of its own, newer than the page that was looked at.
    expect(rows.filter((row) => !all.has(`line-${row.id}`)).length).toBeLessThan(10);
  });

  it('tells changes from openings', async () => {
    const visitor = await signedIn('admin');
    await visitor.get('/quan-tri/can-bo');
    const titles = async (query: string) =>
      (await visitor.get(`/nhat-ky?${query}`)).page
        .querySelectorAll('.disclosure-list > li')
        .map((line) => line.textContent);
    const [openings, changes] = [await titles('kieu=mo'), await titles('kieu=ghi')];
    expect(openings.length).toBeGreaterThan(0);
    expect(openings.every((line) => /Xem|Tải/.test(line))).toBe(true);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.some((line) => /Xem nhật ký|Xem thông tin cán bộ/.test(line))).toBe(false);
  });

  it('filters by person, kind and day, and keeps what was typed wrong', async () => {
    const visitor = await signedIn('admin');
    const focal = home.people.get(home.signIn('focal'))?.accountId ?? '';
    const ofFocal = await visitor.get(`/nhat-ky?nguoi=${focal}&loai=task`);
    const lines = ofFocal.page.querySelectorAll('.disclosure-list > li').map((line) => line.textContent);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.includes('Người focal · Nhiệm vụ'))).toBe(true);
    expect((await visitor.get('/nhat-ky?ngay.sau=12/05/2026')).text).toContain('Không có dòng nào khớp');
    const today = await visitor.get('/nhat-ky?ngay.ky=hom-nay&loai=task');
    expect(today.page.querySelectorAll('.disclosure-list > li').length).toBeGreaterThan(0);
    const wrong = await visitor.get('/nhat-ky?them=ngay&phep=la&gia=31/02/2026');
    expect([wrong.value('Ngày (từ ngày)'), wrong.text.includes('Chưa thêm được')]).toEqual([
      '31/02/2026',
      true,
    ]);
  });

  it('is searched by what acts, people and records are called, with and without marks', async () => {
    const visitor = await signedIn('admin');
    const found = async (search: string) =>
      (await visitor.get(`/nhat-ky?${new URLSearchParams({ tim: search, loai: 'task' })}`)).page
        .querySelectorAll('.disclosure-list > li')
        .map((line) => line.textContent);
    for (const search of [
      'giao việc',
      'giao viec',
      'người focal',
      'rà soát',
      'ra soat thu tuc',
      'raf soats',
    ]) {
      const lines = await found(search);
      expect([search, lines.length > 0]).toEqual([search, true]);
      expect(lines.every((line) => line.includes('Rà soát thủ tục'))).toBe(true);
    }
    expect(await found('giao việc admin')).toEqual([]);
  });

  it('is read from its beginning too', async () => {
    const visitor = await signedIn('admin');
    const newest = await visitor.get('/nhat-ky');
    const oldest = await visitor.get(newest.link('Cũ nhất trước'));
    const first = (screen: typeof newest) =>
      screen.page.querySelector('.disclosure-list time')?.getAttribute('datetime');
    expect((first(oldest) ?? '') <= (first(newest) ?? '')).toBe(true);
    expect(oldest.hasLink('Mới nhất trước')).toBe(true);
  });

  it.each([
    'nguoi=%27%20or%201=1--',
    'truoc=9999-99-99T99:99:99.999999Z_0197a000-0000-7000-8000-000000000001',
    'truoc=x',
    'viec=<script>alert(1)</script>',
    `nguoi=${'x'.repeat(3_000)}`,
    'nguoi=%00',
    'ngay=%00',
    'tim=%25%00%27',
    'tim=' + '(a|b)*'.repeat(40),
  ])('is not upset by %s', async (query) => {
    const screen = await (await signedIn('auditor')).get(`/nhat-ky?${query}`);
    expect([200, 422]).toContain(screen.status);
    expect(screen.page.querySelector('main script')).toBeNull();
  });
});

describe('openings of personal data', () => {
  const openings = async (act: string) =>
    (
      await site.services.migrator.query<{ after: Record<string, unknown>; actor_name: string }>(
        'select after, actor_name from platform.audit_line where tenant_id = $1 and act = $2 order by at desc, id desc',
        [home.tenant.id, act],
      )
    ).rows;

  it('leave a line when a list of officers was shown, without the names themselves', async () => {
    const before = (await openings('directory.officer.see')).length;
    await (await signedIn('leader')).get(`/nhiem-vu/${taskId}/giao`);
    const after = await openings('directory.officer.see');
    expect(after.length).toBe(before + 1);
    expect(after[0]).toMatchObject({ actor_name: 'Người leader', after: { officers: 8 } });
  });

  it.each([
    ['/quan-tri/can-bo', 'directory.officer.see', { officers: 8 }],
    ['/quan-tri/vang-mat', 'directory.officer.see', { officers: 8 }],
    ['/quan-tri/dang-nhap', 'directory.account.see', { accounts: 8 }],
  ])('leave a line when %s was shown', async (path, act, shown) => {
    const before = (await openings(act)).length;
    expect((await (await signedIn('admin')).get(path)).status).toBe(200);
    const after = await openings(act);
    expect(after.length).toBe(before + 1);
    expect(after[0]).toMatchObject({ actor_name: 'Người admin', after: shown });
  });

  it('leave a line on the officer whose page was shown', async () => {
    const officer = home.people.get(home.signIn('clerk'))?.officerId ?? '';
    await (await signedIn('admin')).get(`/quan-tri/can-bo/${officer}`);
    const { rows } = await site.services.migrator.query(
      "select record_id from platform.audit_line where record_kind = 'officer' and act = 'directory.officer.see'",
    );
    expect(rows).toEqual([{ record_id: officer }]);
  });

  it('leave a line when a list to be entered was read', async () => {
    const visitor = await signedIn('admin');
    const list = 'Họ và tên\tChức vụ\tĐơn vị\nLê Thị Lan\tChuyên viên\tPhòng Kinh tế';
    await visitor.submit(await visitor.get('/quan-tri/can-bo/nhap'), 'Xem trước', { list });
    expect((await openings('directory.officer-import.see'))[0]?.after).toMatchObject({ officers: 1 });
  });

  it('say in words what the audit was asked for', async () => {
    const visitor = await signedIn('admin');
    await visitor.get('/nhat-ky?loai=officer&viec=directory.officer.edit');
    const { text } = await visitor.get('/nhat-ky?viec=platform.audit.see');
    expect(text).toMatch(/Việc ?– ?Sửa thông tin cán bộ/);
    expect(text).toMatch(/Loại bản ghi ?– ?Cán bộ/);
  });

  it('leave none when nothing was shown', async () => {
    const before = (await openings('directory.officer.see')).length;
    expect((await (await signedIn('clerk')).get(`/nhiem-vu/${taskId}/giao`)).status).not.toBe(200);
    expect((await openings('directory.officer.see')).length).toBe(before);
  });

  it('are looks at the audit too, and files taken from it', async () => {
    const visitor = await signedIn('auditor');
    await visitor.get('/nhat-ky?loai=session');
    await visitor.post('/nhat-ky/xuat', { columns: 'luc', format: 'csv' });
    expect((await openings('platform.audit.see'))[0]?.after).toMatchObject({ filter: { loai: 'session' } });
    expect((await openings('platform.audit.export'))[0]?.after).toMatchObject({ format: 'csv' });
  });
});

describe('files of the audit', () => {
  async function* textOf(text: string) {
    yield* text.split('\n');
  }

  it('prove themselves by the command, and do not when touched', async () => {
    await sealAuditLines(site.services.migrator);
    const screen = await (await signedIn('auditor')).get('/nhat-ky.jsonl');
    const content = screen.body;
    const found = await checkExport(textOf(content));
    expect(found.faults).toEqual([]);
    expect(found.lines).toBeGreaterThan(10);
    const folder = mkdtempSync(join(tmpdir(), 'audit-'));
    const run = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      const program = fileURLToPath(new URL('../../../entry/testing-program.ts', import.meta.url));
      return spawnSync(process.execPath, ['--import', 'tsx', program, 'verify-audit', join(folder, name)], {
        encoding: 'utf8',
      });
    };
    expect(run('whole.jsonl', content)).toMatchObject({ status: 0 });
    const touched = run('touched.jsonl', content.replace('Người focal', 'Người khác'));
    expect([touched.status, touched.stdout.includes('không còn như khi niêm phong')]).toEqual([1, true]);
    const none = run('none.jsonl', 'x');
    expect([none.status, none.stderr.includes('dòng 1'), none.stderr.includes('    at ')]).toEqual([
      1,
      true,
      false,
    ]);
  });

  it('begin anywhere in the chain, and nowhere behind it', async () => {
    const visitor = await signedIn('admin');
    const part = await checkExport(textOf((await visitor.get('/nhat-ky.jsonl?sau=5')).body));
    expect([part.header.after.position, part.faults]).toEqual([5, []]);
    expect((await visitor.get('/nhat-ky.jsonl?sau=99999999')).status).toBe(404);
  });

  it('run no formula in a spreadsheet', async () => {
    await nameUnit('=HYPERLINK("http://evil.example")');
    const { body } = await (await signedIn('admin')).post('/nhat-ky/xuat', {
      query: 'loai=tenant',
      columns: 'sau',
      format: 'csv',
    });
    expect(body).toContain('HYPERLINK');
    expect(body).not.toMatch(/(^|,)[=+@]/m);
  });
});

describe('the nightly check', () => {
  it('says on the page that the chain holds, and names the line when it does not', async () => {
    const visitor = await signedIn('auditor');
    expect((await visitor.get('/nhat-ky')).text).toContain('Chuỗi chưa được kiểm tra');
    const actor = systemActor(verifyJob.actorName, verifyJob.grants);
    const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'job-1' };
    const run = () =>
      verifyJob.run(
        (mode, work) => openCtx(site.services, mode, occasion, work),
        { tenantId: home.tenant.id },
        site.services,
      );
    await run();
    expect((await visitor.get('/nhat-ky')).text).toContain('Chuỗi nguyên vẹn');
    const { migrator } = site.services;
    await migrator.query('alter table platform.audit_line disable trigger user');
    await migrator.query(
      "update platform.audit_line set actor_name = 'Ai' where tenant_id = $1 and position = 7",
      [home.tenant.id],
    );
    await migrator.query('alter table platform.audit_line enable trigger user');
    await run();
    expect((await visitor.get('/nhat-ky')).text).toContain('Chuỗi hỏng từ dòng 7');
  });

  it('is done by no person', async () => {
    const finding = await inTenant(site.services.pool, home.tenant.id, 'read', (db) =>
      checkChain(db, home.tenant.id),
    );
    await expect(home.as(home.signIn('admin'), 'write', (ctx) => recordCheck(ctx, finding))).rejects.toThrow(
      'no-grant',
    );
  });
});

describe('the words of the audit', () => {
  /** Every act that the product does or notes, as it stands in the sources. */
  function actsInSources(): string[] {
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|fixtures|testing/.test(path))
      .map((path) => readFileSync(join(root, path), 'utf8'));
    const done = /\bact(?:<[^(]*>)?\(\s*\w+,\s*'([a-z.-]+)'/g;
    const noted = /\bact: '([a-z-]+\.[a-z-]+\.[a-z-]+)'/g;
    return sources.flatMap((text) =>
      [done, noted].flatMap((shape) => [...text.matchAll(shape)].map((m) => m[1] ?? '')),
    );
  }

  it('are there for every act, in both languages', () => {
    const acts = new Set([
      ...actsInSources(),
      ...routes.flatMap((route) => (route.verb === 'post' ? [route.act] : [])),
      ...Object.values(builtInRoles).flatMap((grants) => Object.keys(grants)),
    ]);
    expect(acts.size).toBeGreaterThan(70);
    const silent = [...acts].filter(
      (act) => !act.endsWith('.read') && !(act in wordsOf('vi').acts && act in wordsOf('en').acts),
    );
    expect(silent).toEqual([]);
  });

  it('are there for every kind of record and every field that stands in the audit', async () => {
    const { rows } = await site.services.migrator.query<{ kind: string; field: string }>(
      `select distinct record_kind as kind, field from platform.audit_line
       cross join lateral jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) as field`,
    );
    const { kinds, fields } = wordsOf('vi');
    const silent = rows.filter(
      ({ kind, field }) => !(kind in kinds) || !(`${kind}.${field}` in fields || field in fields),
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(silent).toEqual([]);
  });

  it('mean one thing: two modules that name one field alike call it alike', () => {
    const modules = [directoryAuditWords('vi'), calendarAuditWords('vi'), planningAuditWords('vi')];
    const twice = modules
      .flatMap(({ fields }) => Object.entries(fields))
      .filter(([field, word]) => wordsOf('vi').fields[field] !== word);
    expect(twice).toEqual([]);
  });
});
