import { beforeAll, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { openAccount } from '../account/open-account.server.ts';
import { listKeptOfficers } from '../officer/kept.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { enterOfficers } from './commands.server.ts';
import { restoreOfficers, takeBackOfficers } from './take-back.server.ts';
import { listEntered } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asAdmin = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn('admin'), 'write', work);
const row = { number: 2, fullName: 'Mai Văn Chín', positionTitle: '', unitName: 'Thôn Mùi', isHead: 'x' };

it('a list is taken back once, by its own tenant, and not from under an account', async () => {
  await asAdmin((ctx) => enterOfficers(ctx, [row]));
  const id = (await asAdmin(listEntered))[0]?.id ?? '';
  const other = await testTenant(services);
  await expect(
    other.as(other.signIn('admin'), 'write', (ctx) => takeBackOfficers(ctx, id)),
  ).rejects.toBeInstanceOf(NotFound);
  expect(await asAdmin((ctx) => takeBackOfficers(ctx, id))).toMatchObject({ ok: true });
  expect(await asAdmin((ctx) => takeBackOfficers(ctx, id))).toMatchObject({ code: 'taken-back' });
  expect(await asAdmin((ctx) => restoreOfficers(ctx, id))).toMatchObject({ ok: true });
  expect(await asAdmin((ctx) => restoreOfficers(ctx, id))).toMatchObject({ code: 'not-taken-back' });
  expect(await asAdmin((ctx) => takeBackOfficers(ctx, id))).toMatchObject({ ok: true });

  await asAdmin((ctx) => enterOfficers(ctx, [{ ...row, unitName: 'Phòng Kinh tế' }]));
  const second = (await asAdmin(listEntered))[0]?.id ?? '';
  const [officer] = await asAdmin((ctx) =>
    listKeptOfficers(ctx, { tim: 'mai van chin', 'trang-thai': 'con' }),
  );
  await asAdmin((ctx) => openAccount(ctx, officer?.id ?? '', { signInName: 'chinmv', roleIds: [] }));
  expect(await asAdmin((ctx) => takeBackOfficers(ctx, second))).toMatchObject({ code: 'has-accounts' });
});

it('one wrong row leaves nothing behind', async () => {
  const wrong = { ...row, number: 3, fullName: '', unitName: 'Thôn Thân' };
  const before = await asAdmin((ctx) => listKeptOfficers(ctx, { 'trang-thai': 'con' }));
  expect(
    await asAdmin((ctx) => enterOfficers(ctx, [{ ...row, fullName: 'Mới', unitName: 'Thôn Thân' }, wrong])),
  ).toMatchObject({
    code: 'row-wrong',
    detail: { row: 3 },
  });
  expect(await asAdmin((ctx) => listKeptOfficers(ctx, { 'trang-thai': 'con' }))).toEqual(before);
});
