import { newSetUpCode, whatIsSetUp } from '#modules/directory/index.server.ts';
import { withoutTenant } from '#platform/db/tenant-transaction.ts';
import type { Services } from '#platform/session/open-ctx.ts';

/** The one-time code of the set-up while the database has no tenant; undefined where one stands. */
export async function setUpCodeFor(services: Services): Promise<string | undefined> {
  return (await withoutTenant(services.pool, whatIsSetUp)) === 'nothing' ? newSetUpCode() : undefined;
}
