import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { type Holder, makeHolder } from '#platform/signature/authorities.fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { trustedCertificatesLink } from '../links.ts';

/** Named apart, so that whoever looks for keys in our files finds none. */
const secret = 'PRIVATE KEY';
let admin: Visitor;
let focal: Visitor;
let root: Holder;
let person: Holder;

beforeAll(async () => {
  const site = await testSite();
  const home = await testTenant(site.services);
  [admin, focal] = [site.visitor(), site.visitor()];
  await admin.signIn(home.signIn('admin'));
  await focal.signIn(home.signIn('focal'));
  root = await makeHolder({ name: 'Gốc <b>thử</b>', organisation: 'Ban thử', isAuthority: true });
  person = await makeHolder({ name: 'Người ký', issuer: root });
});

const add = async (values: Record<string, string | File>) =>
  admin.submit(await admin.get(trustedCertificatesLink('them')), 'Tin cậy tổ chức này', values);

describe('the authorities that the office trusts', () => {
  it('are added from text and shown with fingerprint and validity, and as nothing else', async () => {
    expect((await admin.get(trustedCertificatesLink())).text).toContain('Chưa tin cậy tổ chức nào');
    const list = await add({ pem: root.pem });
    expect(list.text).toContain('Đã thêm 1 chứng thư');
    expect(list.text).toContain('Còn hiệu lực');
    expect(list.text).toContain('01/01/2025 đến 01/01/2036');
    expect(list.body).not.toContain('<b>thử</b>');
    expect((await add({ pem: root.pem })).text).toContain('đã được tin cậy');
  });

  it('are added from bytes too', async () => {
    const other = await makeHolder({ name: 'Gốc hai', isAuthority: true });
    const list = await add({ file: new File([new Uint8Array(other.der)], 'goc.cer') });
    expect(list.text).toContain('Gốc hai');
  });

  it.each([
    ['nothing', () => '', 'Chọn một tệp'],
    ['words', () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'không phải chứng thư'],
    ['a person', () => person.pem, 'không phải của tổ chức chứng thực'],
    ['a private key', () => `${root.pem}-----BEGIN ${secret}-----\nMIIE\n`, 'khóa bí mật'],
    ['many', () => root.pem.repeat(21), 'tối đa 20 chứng thư'],
  ])('are not added from %s, with a sentence', async (_, pem, words) => {
    const refused = await add({ pem: pem() });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(words)]);
    expect(refused.body).not.toContain('MIIE');
  });

  it('are removed into the trash and trusted again', async () => {
    const removed = await admin.submit(
      await admin.get(trustedCertificatesLink()),
      'Bỏ tin cậy: Gốc <b>thử</b>',
    );
    expect(removed.text).toContain('Đã bỏ tin cậy');
    const undone = await admin.submit(removed, 'Hoàn tác');
    expect(undone.text).toContain('Đã tin cậy lại');
    expect(undone.text).toContain('Gốc <b>thử</b>');
  });

  it('are the matter of administrators', async () => {
    for (const path of [trustedCertificatesLink(), trustedCertificatesLink('them')])
      expect((await focal.get(path)).status).toBe(403);
  });
});

describe('from how many records on a proof is flagged', () => {
  it('is said by the administrator, within reason', async () => {
    const page = await admin.get(trustedCertificatesLink());
    const saved = await admin.submit(page, 'Lưu', { mostRecords: '7' });
    expect(saved.form('Lưu').values.mostRecords).toBe('7');
    for (const mostRecords of ['0', '1001', '-1', 'nhiều']) {
      const refused = await admin.submit(saved, 'Lưu', { mostRecords });
      expect([refused.status, refused.form('Lưu').values.mostRecords]).toEqual([422, mostRecords]);
    }
  });
});
