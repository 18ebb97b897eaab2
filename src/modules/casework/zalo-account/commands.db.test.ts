import { createHash } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { beginZaloLink } from '../contact/commands.server.ts';
import { listOwnContacts } from '../contact/queries.server.ts';
import { removeZaloAccount, setZaloAccount } from './commands.server.ts';
import { findShownAccount } from './queries.server.ts';
import { takeZaloEvent } from './take-event.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

const account = {
  appId: '123456',
  appSecret: 'khoa-ung-dung',
  oaSecret: 'khoa-oa',
  refreshToken: 'refresh-0',
  templateId: '',
};

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asAdmin = <Result>(work: Parameters<typeof home.asProven<Result>>[1]) =>
  home.asProven(home.signIn('admin'), work);

/** What Zalo would send, signed with this secret. */
function tell(event: object, secret = account.oaSecret): Promise<boolean> {
  const timestamp = String(services.clock.now().getTime());
  const body = JSON.stringify({ app_id: account.appId, timestamp, ...event });
  const signature = `mac=${createHash('sha256')
    .update(account.appId + body + timestamp + secret)
    .digest('hex')}`;
  const occasion = {
    tenant: home.tenant,
    actor: systemActor('zalo', []),
    lang: 'vi' as const,
    requestId: 'thu',
  };
  return openCtx(services, 'write', occasion, (ctx) => takeZaloEvent(ctx, body, signature));
}

const zaloOf = async (who: 'officer' | 'clerk') =>
  (await home.as(home.signIn(who), 'read', listOwnContacts)).find((one) => one.channel === 'zalo');

it('the account is set, kept when a form leaves its secrets empty, and two editors see each other', async () => {
  expect(await asAdmin((ctx) => setZaloAccount(ctx, { ...account, oaSecret: '' }, 0))).toMatchObject({
    code: 'secret-missing',
  });
  expect(await asAdmin((ctx) => setZaloAccount(ctx, account, 0))).toMatchObject({ ok: true });
  const empty = { ...account, appSecret: '', oaSecret: '', refreshToken: '', templateId: '987' };
  expect(await asAdmin((ctx) => setZaloAccount(ctx, empty, 0))).toMatchObject({ code: 'changed-meanwhile' });
  expect(await asAdmin((ctx) => setZaloAccount(ctx, empty, 1))).toMatchObject({ ok: true });
  expect(await asAdmin(findShownAccount)).toMatchObject({ appId: '123456', templateId: '987', version: 2 });
  const { rows } = await services.migrator.query<{ oa_secret: string }>(
    'select oa_secret from casework.zalo_account',
  );
  expect(rows).toEqual([{ oa_secret: 'khoa-oa' }]);
  const lines = await services.migrator.query(
    "select before, after from platform.audit_line where act like 'casework.zalo-account.%'",
  );
  expect(JSON.stringify(lines.rows)).not.toMatch(/khoa-|refresh-0/);
});

it('whoever sends the code is linked, once, and only by what Zalo signed', async () => {
  const begun = await home.asProven(home.signIn('officer'), beginZaloLink);
  const code = begun.ok ? begun.value : '';
  const event = {
    event_name: 'user_send_text',
    sender: { id: 'zalo-42' },
    message: { text: ` ${code.toLowerCase()} `, msg_id: 'm1' },
  };
  expect(await tell(event, 'khoa-gia')).toBe(false);
  expect(await zaloOf('officer')).toMatchObject({ address: null });
  expect(await tell(event)).toBe(true);
  expect(await zaloOf('officer')).toMatchObject({ address: 'zalo-42', waitsForCode: false });
  // Sent again, and by somebody else who overheard the code, it links nobody any more.
  expect(await tell(event)).toBe(true);
  expect(await tell({ ...event, sender: { id: 'zalo-43' } })).toBe(true);
  expect(await zaloOf('officer')).toMatchObject({ address: 'zalo-42' });
  expect(await tell({ event_name: 'unfollow', follower: { id: 'zalo-42' } })).toBe(true);
  expect(await zaloOf('officer')).toMatchObject({ address: null, waitsForCode: false });
});

it('an office without an account takes nothing', async () => {
  expect(await asAdmin(removeZaloAccount)).toMatchObject({ ok: true });
  expect(await tell({ event_name: 'user_send_text' })).toBe(false);
  expect(await asAdmin(removeZaloAccount)).toMatchObject({ code: 'nothing-there' });
});
