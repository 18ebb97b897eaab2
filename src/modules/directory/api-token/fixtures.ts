import { newId } from '#platform/db/id.ts';
import { openCtx, type Services } from '#platform/session/open-ctx.ts';
import type { StandingTenant } from '../tenant/fixtures.ts';
import { type NewToken, createToken } from './commands.server.ts';

/** A token of somebody of the tenant, who has just shown who they are. */
export async function testToken(
  services: Services,
  home: StandingTenant,
  signInName: string,
  scopes: readonly string[],
  more: Partial<NewToken> = {},
): Promise<string> {
  const actor = home.people.get(signInName);
  if (!actor?.accountId) throw new Error(`nobody signs in as ${signInName}`);
  const occasion = {
    tenant: home.tenant,
    actor,
    lang: 'vi' as const,
    requestId: 'test',
    session: { id: newId<'session'>(), provenAt: services.clock.now() },
  };
  const owner = { kind: 'account', id: actor.accountId } as const;
  const outcome = await openCtx(services, 'write', occasion, (ctx) =>
    createToken(ctx, owner, { name: `key ${newId()}`, days: 30, addresses: [], scopes, ...more }),
  );
  if (!outcome.ok) throw new Error(`the token was refused: ${outcome.code}`);
  return outcome.value;
}
