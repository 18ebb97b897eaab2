import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, TooMany } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { beginZaloLink, confirmContact, nameContact, removeContact } from './commands.server.ts';
import { listOwnContacts } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let moment = new Date('2026-05-12T08:00:00+07:00');

beforeAll(async () => {
  services = {
    ...(await testServices()),
    clock: { now: () => moment, today: () => plainDateAt(moment) },
  };
  home = await testTenant(services);
});

type Who = Parameters<typeof home.signIn>[0];
const proven = <Result>(who: Who, work: (ctx: Ctx) => Promise<Result>) =>
  home.asProven(home.signIn(who), work);
const own = async (who: Who) => {
  const all = await home.as(home.signIn(who), 'read', listOwnContacts);
  return all.filter((one) => one.address !== null || one.waitsForCode);
};

/** The code that waits to go out to this person, as it stands in the letter. */
async function codeFor(who: Who): Promise<string> {
  const { rows } = await services.migrator.query<{ body: string; address: string }>(
    `select body, address from casework.delivery where officer_id = $1 and kind = 'code' order by queued_at desc, id desc limit 1`,
    [home.people.get(home.signIn(who))?.officerId],
  );
  return /\b\d{6}\b/.exec(rows[0]?.body ?? '')?.[0] ?? '';
}

describe('an address', () => {
  it('counts once its code has come back, and only then', async () => {
    await proven('officer', (ctx) => nameContact(ctx, 'mail', 'mai@xa.example.vn'));
    expect(await own('officer')).toMatchObject([{ channel: 'mail', confirmedAt: null, waitsForCode: true }]);
    const code = await codeFor('officer');
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await proven('officer', (ctx) => confirmContact(ctx, 'mail', wrong))).toMatchObject({
      code: 'code-wrong',
    });
    // Another way, and another person, have nothing to do with this code.
    expect(await proven('officer', (ctx) => confirmContact(ctx, 'sms', code))).toMatchObject({
      code: 'code-old',
    });
    expect(await proven('clerk', (ctx) => confirmContact(ctx, 'mail', code))).toMatchObject({
      code: 'code-old',
    });
    expect(await proven('officer', (ctx) => confirmContact(ctx, 'mail', code))).toMatchObject({ ok: true });
    expect(await own('officer')).toMatchObject([{ address: 'mai@xa.example.vn', waitsForCode: false }]);
    expect(await proven('officer', (ctx) => confirmContact(ctx, 'mail', code))).toMatchObject({
      code: 'code-old',
    });
  });

  it('that is named anew must be confirmed anew, and one that is removed is gone', async () => {
    await proven('officer', (ctx) => nameContact(ctx, 'mail', 'moi@xa.example.vn'));
    expect(await own('officer')).toMatchObject([{ address: 'moi@xa.example.vn', confirmedAt: null }]);
    expect(await proven('officer', (ctx) => removeContact(ctx, 'mail'))).toMatchObject({ ok: true });
    expect(await own('officer')).toEqual([]);
    expect(await proven('officer', (ctx) => removeContact(ctx, 'mail'))).toMatchObject({
      code: 'nothing-there',
    });
  });

  it('is no code away once it was tried wrongly too often, or was left too long', async () => {
    await proven('leader', (ctx) => nameContact(ctx, 'sms', '+84912345678'));
    const code = await codeFor('leader');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) await proven('leader', (ctx) => confirmContact(ctx, 'sms', wrong));
    expect(await proven('leader', (ctx) => confirmContact(ctx, 'sms', code))).toMatchObject({
      code: 'code-old',
    });
    await proven('clerk', (ctx) => nameContact(ctx, 'sms', '+84912345679'));
    const late = await codeFor('clerk');
    moment = new Date(moment.getTime() + 16 * 60_000);
    expect(await proven('clerk', (ctx) => confirmContact(ctx, 'sms', late))).toMatchObject({
      code: 'code-old',
    });
  });

  it('asks for a proof, and sends only so many codes in an hour', async () => {
    const without = home.as(home.signIn('admin'), 'write', (ctx) => nameContact(ctx, 'mail', 'a@b.vn'));
    await expect(without).rejects.toBeInstanceOf(Forbidden);
    for (let n = 0; n < 8; n += 1) await proven('admin', (ctx) => nameContact(ctx, 'mail', `a${n}@b.vn`));
    await expect(proven('admin', beginZaloLink)).rejects.toBeInstanceOf(TooMany);
  });

  it('stands in the audit so that only its owner knows it again', async () => {
    const { rows } = await services.migrator.query<{ after: unknown }>(
      `select after from platform.audit_line where act like 'casework.contact.%' and tenant_id = $1`,
      [home.tenant.id],
    );
    const said = JSON.stringify(rows);
    expect(said).toContain('m•••@xa.example.vn');
    expect(said).not.toContain('mai@xa.example.vn');
    expect(said).not.toContain('912345678');
  });
});
