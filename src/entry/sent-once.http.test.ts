import { beforeAll, describe, expect, it } from 'vitest';
import { ownDaysLink } from '#modules/calendar/links.ts';
import { newUnitLink } from '#modules/directory/links.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { formKeyField } from '#platform/http/form-key.ts';
import { testSite, type Visitor } from './testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let visitor: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
});

const acts = async (act: string) => {
  const { rows } = await site.services.migrator.query<{ n: number }>(
    'select count(*)::int as n from platform.audit_line where tenant_id = $1 and act = $2',
    [home.tenant.id, act],
  );
  return rows[0]?.n ?? 0;
};

describe('a form', () => {
  it('sent twice is done once, and answers the second time as the first', async () => {
    const page = await visitor.get(newUnitLink);
    const first = await visitor.submit(page, 'Lưu', { name: 'Thôn Một' });
    const second = await visitor.submit(page, 'Lưu', { name: 'Thôn Một' });
    expect(second.heading).toBe(first.heading);
    expect(second.text).toContain('Đã thêm đơn vị');
    expect(await acts('directory.unit.create')).toBe(2);
  });

  it('sent many times at once is done once', async () => {
    const page = await visitor.get(ownDaysLink);
    const day = { offOn: '15/05/2026', workOn: '', reason: 'Mất điện' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.submit(page, 'Ghi ngày', day)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(await acts('calendar.own-day.set')).toBe(1);
  });

  it('with other content is another deed, and after a refusal it can be mended', async () => {
    const page = await visitor.get(newUnitLink);
    expect((await visitor.submit(page, 'Lưu', { name: '' })).status).toBe(422);
    expect((await visitor.submit(page, 'Lưu', { name: '' })).status).toBe(422);
    const before = await acts('directory.unit.create');
    await visitor.submit(page, 'Lưu', { name: 'Thôn Hai' });
    await visitor.submit(page, 'Lưu', { name: 'Thôn Ba' });
    expect(await acts('directory.unit.create')).toBe(before + 2);
  });

  it('of one person is not answered for another, and odd keys do no harm', async () => {
    const page = await visitor.get(newUnitLink);
    const { values } = page.form('Lưu');
    await visitor.submit(page, 'Lưu', { name: 'Thôn Bốn' });
    const other = site.visitor();
    await other.signIn(home.signIn('focal'));
    expect((await other.post(newUnitLink, { ...values, name: 'Thôn Bốn' })).status).toBe(403);
    for (const key of ['', "' or 1=1", 'x'.repeat(10_000)]) {
      const answer = await visitor.post(newUnitLink, { [formKeyField]: key, name: 'Thôn Bốn' });
      expect(answer.status).toBe(422);
    }
  });

  it('stands on every staff page with its key', async () => {
    for (const address of [
      newUnitLink,
      ownDaysLink,
      '/quan-tri/vang-mat',
      '/tai-khoan',
      '/quan-tri/don-vi',
    ]) {
      const page = await visitor.get(address);
      const forms = page.page.querySelectorAll('form[method=post]');
      expect(forms.length).toBeGreaterThan(0);
      for (const form of forms) expect(form.querySelector(`[name=${formKeyField}]`)).not.toBeNull();
    }
  });
});
