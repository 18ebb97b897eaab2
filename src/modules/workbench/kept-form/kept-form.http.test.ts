import { beforeAll, describe, expect, it } from 'vitest';
import { newOfficerLink, newUnitLink, officersLink } from '#modules/directory/links.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { keepFormLink } from '../links.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let visitor: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
});

/** Does what the script of the page does: keeps what stands in the form of the button, changed so. */
function keep(who: Visitor, screen: Screen, button: string, changes: Record<string, string>) {
  const form = screen.form(button);
  return who.post(keepFormLink, {
    '_bieu-mau': form.action,
    ...form.values,
    ...changes,
  });
}

const rows = async () => {
  const found = await site.services.migrator.query<{ fields: [string, string][] }>(
    'select fields from platform.kept_form where tenant_id = $1',
    [home.tenant.id],
  );
  return found.rows;
};

describe('a long form', () => {
  it('is kept while it is typed into, offered on any device of the person, and gone on with', async () => {
    const page = await visitor.get(newUnitLink);
    const answer = await keep(visitor, page, 'Lưu', { name: 'Thôn <b>Dở</b>', collective: '1' });
    expect(JSON.parse(answer.body)).toMatchObject({ kept: true });

    const phone = site.visitor();
    await phone.signIn(home.signIn('admin'));
    const found = await phone.get(newUnitLink);
    expect(found.text).toContain('Bản đang viết dở lúc');
    expect(found.value('Tên đơn vị')).toBe('');
    const goneOn = await phone.get(found.link('Tiếp tục'));
    expect(goneOn.value('Tên đơn vị')).toBe('Thôn <b>Dở</b>');
    expect(goneOn.field(/tên gọi chung/).hasAttribute('checked')).toBe(true);
    expect(goneOn.body).not.toContain('<b>Dở');
    const sent = await phone.submit(goneOn, 'Lưu');
    expect(sent.text).toContain('Thôn <b>Dở</b>');
    expect((await phone.get(newUnitLink)).text).not.toContain('viết dở');
    expect(await rows()).toEqual([]);
  });

  it('stays kept when sending it is refused', async () => {
    const page = await visitor.get(newUnitLink);
    await keep(visitor, page, 'Lưu', { name: 'phong kinh te' });
    expect((await visitor.submit(page, 'Lưu', { name: 'phong kinh te' })).status).toBe(422);
    const again = await visitor.get(newUnitLink);
    expect(again.text).toContain('viết dở');
    const dropped = await visitor.submit(again, 'Bỏ bản viết dở');
    expect(dropped.text).toContain('Đã bỏ bản đang viết dở');
    expect(dropped.address).toBe(newUnitLink);
    expect(await rows()).toEqual([]);
  });

  it('is not kept any more once it was sent, however late the typing arrives', async () => {
    const page = await visitor.get(newUnitLink);
    await visitor.submit(page, 'Lưu', { name: 'Thôn Nhanh' });
    await keep(visitor, page, 'Lưu', { name: 'Thôn Nhanh' });
    expect((await visitor.get(newUnitLink)).text).not.toContain('viết dở');
  });

  it('is the own of one person: nobody else is offered it, in no tenant, and the audit says nothing of it', async () => {
    const page = await visitor.get(newOfficerLink);
    await keep(visitor, page, 'Lưu', { fullName: 'Người Bí Mật' });
    const colleague = site.visitor();
    await colleague.signIn(home.signIn('focal'));
    expect((await colleague.get(newOfficerLink)).body).not.toContain('Bí Mật');
    const { rows: lines } = await site.services.migrator.query(
      "select 1 from platform.audit_line where before::text || after::text like '%Bí Mật%' or act like '%kept-form%'",
    );
    expect(lines).toEqual([]);
    expect((await visitor.get(officersLink)).body).not.toContain('Bí Mật');
  });

  it('never keeps secrets, nor what is too large, nor for an address elsewhere', async () => {
    const page = await visitor.get(newUnitLink);
    await keep(visitor, page, 'Lưu', { name: 'x', password: 'bí mật 1', apiToken: 'bí mật 2' });
    expect(JSON.stringify(await rows())).not.toContain('bí mật');
    const odd: Record<string, string>[] = [
      { name: 'x'.repeat(200_001) },
      { '_bieu-mau': 'https://evil.example/' },
      { '_bieu-mau': '//evil.example' },
      { _giu: '/../../etc' },
      { '_ma-gui': 'x' },
    ];
    for (const changes of odd) {
      const answer = await keep(visitor, page, 'Lưu', changes);
      expect(JSON.parse(answer.body)).toMatchObject({ kept: false });
    }
  });

  it('gives way to newer ones beyond twenty', async () => {
    const page = await visitor.get(newUnitLink);
    for (let n = 0; n < 25; n += 1) {
      await keep(visitor, page, 'Lưu', { '_bieu-mau': `/thu/${n}`, name: String(n) });
    }
    expect(await rows()).toHaveLength(20);
  });
});
