import { beforeAll, describe, expect, it } from 'vitest';
import { webhookLink } from '#modules/directory/links.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { createWebhook } from '#modules/directory/webhook/commands.server.ts';
import { testSite } from '../../../../entry/testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

async function seenBy(role: Parameters<typeof home.signIn>[0]) {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return { screen: await visitor.get('/he-thong'), home: await visitor.get('/tong-quan') };
}

describe('the page of the system', () => {
  it('says in plain words what is wrong and what to do', async () => {
    const { screen } = await seenBy('admin');
    expect(screen.status).toBe(200);
    expect(screen.heading).toBe('Hệ thống');
    expect(screen.text).toContain('Hệ thống có chỗ cần sửa');
    expect(screen.text).toContain('Chưa chạy lần nào');
    expect(screen.text).toContain('./sauro backup');
  });

  it('says that all is well', async () => {
    await site.services.migrator.query(
      `insert into platform.worker_beat values (gen_random_uuid(), now(), now())`,
    );
    await site.services.migrator.query(
      `insert into platform.backup_made values
         (gen_random_uuid(), 'backup', now(), 'a.tar.gz', 5242880, 10, ''), (gen_random_uuid(), 'rehearsal', now(), 'a.tar.gz', 5, 1234, '')`,
    );
    const { screen } = await seenBy('admin');
    expect(screen.text).toContain('Hệ thống đang tốt');
    expect(screen.text).toContain('Khớp với phần mềm');
    expect(screen.text).toContain('5 MB');
    expect(screen.text).toContain('tệp a.tar.gz khôi phục được, 1.234 dòng giống hệt');
    expect(screen.text).not.toMatch(/Cần sửa|Cần để ý/);
  });

  it('shows what a trial of a restore found of the audit', async () => {
    const tried = (lines: number, faults: number) =>
      site.services.migrator.query(
        `insert into platform.backup_made (id, kind, made_at, file_name, byte_count, row_count, sha256, audit_line_count, audit_fault_count)
         values (gen_random_uuid(), 'rehearsal', clock_timestamp(), 'a.tar.gz', 5, 10, '', $1, $2)`,
        [lines, faults],
      );
    await tried(812, 0);
    expect((await seenBy('admin')).screen.text).toContain('nguyên vẹn, đã kiểm tra 812 dòng');
    await tried(812, 3);
    const { screen } = await seenBy('admin');
    expect(screen.text).toContain('3 chỗ không khớp');
    expect(screen.text).toContain('Cần sửa');
  });

  it('names the address to which sending was paused after long failure', async () => {
    const made = await home.asProven(home.signIn('admin'), (ctx) =>
      createWebhook(ctx, { name: 'Trục tỉnh', url: 'https://truc.example/nhan', events: [] }),
    );
    if (!made.ok) throw new Error(made.code);
    expect((await seenBy('admin')).screen.text).not.toContain('Trục tỉnh');
    await site.services.migrator.query(
      "update platform.webhook set state = 'paused', is_paused_by_system = true where id = $1",
      [made.value.id],
    );
    const { screen } = await seenBy('admin');
    expect(screen.text).toContain('Đã tạm ngừng gửi đến Trục tỉnh');
    expect(screen.link('Mở địa chỉ nhận')).toBe(webhookLink(made.value.id));
  });

  it('is shown to administrators alone', async () => {
    expect((await seenBy('admin')).home.hasLink('Hệ thống')).toBe(true);
    for (const role of ['officer', 'focal', 'leader'] as const) {
      const { screen, home: page } = await seenBy(role);
      expect(screen.status).toBe(403);
      expect(page.hasLink('Hệ thống')).toBe(false);
    }
  });
});
