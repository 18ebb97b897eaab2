import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { act } from '#platform/db/act.ts';
import { done } from '#platform/db/outcome.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { insertLink } from './commands/request.server.ts';
import { noteSent, prepareLetter } from './commands/send.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asSystem = <Result>(work: (ctx: Ctx) => Promise<Result>) =>
  openCtx(
    services,
    'write',
    { tenant: home.tenant, actor: systemActor('thu', []), lang: 'vi', requestId: 'thu' },
    work,
  );

async function requested(): Promise<string> {
  const made = await asSystem((ctx) =>
    act(ctx, 'directory.password-link.request', async (tx) => {
      const account = home.people.get(home.signIn('officer'))?.accountId ?? '';
      const id = await insertLink(tx, ctx, account, { tokenHash: null, madeBy: null });
      await tx.audit({ recordKind: 'password-link', recordId: id, before: null, after: {} });
      return done(id);
    }),
  );
  if (!made.ok) throw new Error('refused');
  return made.value;
}

describe('the letter with a link', () => {
  it('is not written for an account without an address', async () => {
    const id = await requested();
    expect(await asSystem((ctx) => prepareLetter(ctx, id))).toMatchObject({ code: 'nothing-to-send' });
  });

  it('gets another secret at a second try, and none once it was sent', async () => {
    await services.migrator.query(
      "update directory.account set email = 'son@xa.example.vn' where sign_in_name = $1",
      [home.signIn('officer')],
    );
    const id = await requested();
    const [first, second] = [
      await asSystem((ctx) => prepareLetter(ctx, id)),
      await asSystem((ctx) => prepareLetter(ctx, id)),
    ];
    expect(first.ok && second.ok && first.value.token !== second.value.token).toBe(true);
    await asSystem((ctx) => noteSent(ctx, id));
    expect(await asSystem((ctx) => prepareLetter(ctx, id))).toMatchObject({ code: 'nothing-to-send' });
  });
});
