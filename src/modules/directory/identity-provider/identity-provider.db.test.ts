import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { signInVouched } from './commands/sign-in.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
type Role = Parameters<typeof home.signIn>[0];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

const arrival = { remoteAddress: '127.0.0.1', userAgent: '' };

const vouch = (tenant: typeof home, role: Role, subject: string, roles?: string[]) =>
  signInVouched(
    { services, lang: 'vi', requestId: 'thu', remoteAddress: '127.0.0.1' },
    { issuer: 'https://sso.example.vn', subject, name: tenant.signIn(role), roles, isTwofold: false },
    arrival,
  );

describe('somebody vouched for', () => {
  it('is let in, twice, and bound once', async () => {
    expect(await vouch(home, 'focal', 's1')).toMatchObject({ ok: true });
    expect(await vouch(home, 'focal', 's1')).toMatchObject({ ok: true });
    const { rows } = await services.migrator.query('select subject from directory.provider_link');
    expect(rows).toEqual([{ subject: 's1' }]);
  });

  it('keeps the roles when no given role is known here', async () => {
    expect(await vouch(home, 'officer', 's2', ['nobody-knows'])).toMatchObject({ code: 'no-role' });
    const { rows } = await services.migrator.query(
      'select 1 from directory.account_role where tenant_id = $1 and account_id = $2',
      [home.tenant.id, home.people.get(home.signIn('officer'))?.accountId],
    );
    expect(rows).toHaveLength(1);
  });

  it('is refused while the account is locked', async () => {
    await services.migrator.query('update directory.account set locked_at = now() where sign_in_name = $1', [
      away.signIn('leader'),
    ]);
    expect(await vouch(away, 'leader', 's3')).toMatchObject({ code: 'unknown-person' });
  });
});
