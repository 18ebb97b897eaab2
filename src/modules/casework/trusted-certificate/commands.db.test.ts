import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import { makeHolder } from '#platform/signature/authorities.fixtures.ts';
import { type NewCertificate, readCertificateFile } from './certificate-file.server.ts';
import { addTrusted, removeTrusted, restoreTrusted } from './commands.server.ts';
import { listTrusted } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let given: readonly NewCertificate[];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  const { pem } = await makeHolder({ name: 'Gốc', isAuthority: true });
  const read = readCertificateFile(Buffer.from(pem));
  if ('refusal' in read) throw new Error(read.refusal);
  given = read.certificates;
});

it('is trusted once, removed and trusted again, each with a line and signatures looked into anew', async () => {
  const admin = home.signIn('admin');
  await expect(home.as(admin, 'write', (ctx) => addTrusted(ctx, given))).rejects.toThrow(Forbidden);
  expect(await home.asProven(admin, (ctx) => addTrusted(ctx, given))).toMatchObject({ ok: true, value: 1 });
  expect(await home.asProven(admin, (ctx) => addTrusted(ctx, given))).toMatchObject({
    code: 'trusted-already',
  });
  const [one] = await home.as(admin, 'read', listTrusted);
  const id = one?.id ?? '';
  expect(await home.asProven(admin, (ctx) => restoreTrusted(ctx, id))).toMatchObject({ code: 'not-removed' });
  expect(await home.as(admin, 'write', (ctx) => removeTrusted(ctx, id))).toMatchObject({ ok: true });
  expect(await home.as(admin, 'write', (ctx) => removeTrusted(ctx, id))).toMatchObject({ code: 'removed' });
  await home.asProven(admin, (ctx) => addTrusted(ctx, given));
  expect(await home.asProven(admin, (ctx) => restoreTrusted(ctx, id))).toMatchObject({
    code: 'trusted-already',
  });
  const [second] = await home.as(admin, 'read', listTrusted);
  await home.as(admin, 'write', (ctx) => removeTrusted(ctx, second?.id ?? ''));
  expect(await home.asProven(admin, (ctx) => restoreTrusted(ctx, id))).toMatchObject({ ok: true });
  const { rows } = await services.migrator.query<{ act: string }>(
    `select act from platform.audit_line where record_id = $1 order by at, id`,
    [id],
  );
  expect(rows.map(({ act }) => act.split('.').at(-1))).toEqual(['add', 'remove', 'restore']);
  const jobs = await services.migrator.query(
    `select from graphile_worker.jobs where key like 'casework.signature.check-anew%'`,
  );
  expect(jobs.rows.length).toBeGreaterThan(0);
});
