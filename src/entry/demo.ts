import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { whatIsSetUp } from '#modules/directory/index.server.ts';
import { setUpTenant, type StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { readPlanNow, issueDraft } from '#modules/planning/index.server.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { withoutTenant } from '#platform/db/tenant-transaction.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import {
  communePlan,
  type DemoCommune,
  demoCommunes,
  demoPassword,
  provincePlan,
  signInNames,
} from './demo-people.ts';
import { workThrough } from './demo-work.ts';

/** A sign-in that a newcomer may use. */
export interface DemoSignIn {
  readonly commune: string;
  readonly role: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Fills an empty database with the demo province and its communes: each plan is read by the product's own reader and
 * stored by its own commands, in the name of the commune's focal officer. Gives the sign-ins of the demo; none where
 * real tenants have been set up.
 */
export async function loadDemoOnce(services: Services): Promise<DemoSignIn[]> {
  const before = await withoutTenant(services.pool, whatIsSetUp);
  if (before === 'real') return [];
  if (before === 'nothing') {
    const province = await setUpTenant(services, provincePlan);
    for (const commune of demoCommunes) {
      const standing = await setUpTenant(services, communePlan(commune, province.tenant.id));
      if (commune.planFile) await importDemoPlan(services, standing, commune, commune.planFile);
    }
    services.log.info({ communes: demoCommunes.length }, 'demo loaded');
  }
  return signInNames().map((one) => ({ ...one, password: demoPassword }));
}

async function importDemoPlan(
  services: Services,
  standing: StandingTenant,
  commune: DemoCommune,
  file: string,
): Promise<void> {
  const focal = `${commune.key}.daumoi`;
  const bytes = await readFile(join(productRoot, 'seed', 'plans', file));
  const draftId = await readPlanNow((mode, work) => standing.as(focal, mode, work), {
    fileName: file,
    bytes,
  });
  const stored = await standing.as(focal, 'write', (ctx) => issueDraft(ctx, draftId));
  if (!stored.ok) throw new Error(`the demo plan ${file} was refused: ${stored.code}`);
  await workThrough(services, standing, commune);
}
