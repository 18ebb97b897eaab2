import { chaseLateWork, chasing } from './chasing.ts';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { findStanding, whatIsSetUp } from '#modules/directory/index.server.ts';
import { setUpTenant, type StandingTenant, type TenantPlan } from '#modules/directory/tenant/fixtures.ts';
import {
  discardDraft,
  issueDraft,
  listDrafts,
  makeOccurrencesNow,
  type PlanDraft,
  readDraftNow,
  readPlanNow,
} from '#modules/planning/index.server.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { withoutTenant } from '#platform/db/tenant-transaction.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import {
  communePlan,
  type DemoCommune,
  demoCommunes,
  demoPassword,
  provincePlan,
  signInNames,
} from './people.ts';
import { wasDone } from './progress.server.ts';
import { bringConclusion, bringingConclusions } from './conclusions.ts';
import { bringingPapers, bringPapers } from './papers.ts';
import { remindCommune, reminding } from './reminders.ts';
import { collectReports, makingPeriods } from './reports.ts';
import { reviewing, reviewMonths } from './reviews.ts';
import { nameAddresses, namingAddresses, sendingLetters, sendLetters } from './letters.server.ts';
import { demoPost } from './post.ts';
import { tellingMornings, tellMornings } from './mornings.ts';
import { workThrough } from './work.ts';

/** A sign-in that a newcomer may use. */
export interface DemoSignIn {
  readonly commune: string;
  readonly role: string;
  readonly name: string;
  readonly password: string;
}

/** So many communes are loaded at the same time, where there are as many processors. */
const mostAtOnce = 4;

/** What storing a plan is called in the audit, today and before migration 0024. */
const issuing = ['planning.plan-draft.issue', 'planning.plan-import.store'];

/**
 * Fills an empty database with the demo province and its communes: each plan is read by the product's own reader and
 * stored by its own commands, in the name of the commune's focal officer. What an earlier start was killed over is
 * completed. Gives the sign-ins of the demo; none where real tenants have been set up.
 * @param whenLoaded done at the end, where something was loaded
 */
export async function loadDemoOnce(
  services: Services,
  whenLoaded: () => Promise<void> = () => Promise.resolve(),
): Promise<DemoSignIn[]> {
  const before = await withoutTenant(services.pool, whatIsSetUp);
  if (before === 'real') return [];
  const province = await standingOrSetUp(services, provincePlan);
  // Communes share nothing, and most of a load is waiting for the database and the reader: several come at a time.
  const oneOfFew = pLimit(Math.min(mostAtOnce, availableParallelism()));
  const loaded = await Promise.allSettled(
    demoCommunes.map((commune) => oneOfFew(() => loadCommune(services, commune, province.tenant.id))),
  );
  const failed = loaded.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  const fresh = loaded.filter((one) => one.status === 'fulfilled' && one.value);
  if (fresh.length > 0) {
    await whenLoaded();
    services.log.info({ communes: fresh.length }, 'demo loaded');
  }
  return signInNames().map((one) => ({ ...one, password: demoPassword }));
}

/** Does what is still to be done in one commune. Gives whether its plan was loaded now. */
async function loadCommune(services: Services, commune: DemoCommune, provinceId: string): Promise<boolean> {
  const standing = await standingOrSetUp(services, communePlan(commune, provinceId));
  // Told by an act of which the audit never loses a line: a plan that somebody took back is not loaded again.
  if (!commune.planFile) return false;
  const done = (...acts: readonly string[]) => wasDone(services, standing.tenant.id, acts);
  const asFocal = (load: typeof collectReports) =>
    standing.as(`${commune.key}.daumoi`, 'write', (ctx) => load(ctx, standing, commune));
  const isFresh = !(await done(...issuing));
  if (isFresh) await loadPlan(standing, commune, commune.planFile);
  if (commune.hasSignedPapers && !(await done(...bringingPapers)))
    await bringPapers(services, standing, commune);
  if (commune.hasSignedPapers && !(await done(...bringingConclusions)))
    await bringConclusion(services, standing, commune);
  if (!(await done(makingPeriods))) await asFocal(collectReports);
  if (commune.hasReviews && !(await done(reviewing))) await asFocal(reviewMonths);
  if (commune.chasesLateWork && !(await done(chasing))) await asFocal(chaseLateWork);
  if (commune.chasesLateWork && !(await done(reminding))) await asFocal(remindCommune);
  if (commune.tellsMornings) await tellOutside(standing, commune, done);
  return isFresh;
}

/** Has the people of a commune be told by letters, which a box of the demo takes. */
async function tellOutside(
  standing: StandingTenant,
  commune: DemoCommune,
  done: (...acts: readonly string[]) => Promise<boolean>,
): Promise<void> {
  const post = demoPost();
  const asFocal = (load: (ctx: Ctx) => Promise<void>) => standing.as(`${commune.key}.daumoi`, 'write', load);
  if (!(await done(namingAddresses))) await asFocal((ctx) => nameAddresses(ctx, standing, commune, post));
  if (!(await done(tellingMornings)))
    await asFocal((ctx) => tellMornings(ctx, standing, commune, post.senders));
  if (!(await done(sendingLetters))) await asFocal((ctx) => sendLetters(ctx, standing, commune, post));
}

async function standingOrSetUp(services: Services, plan: TenantPlan): Promise<StandingTenant> {
  return (await findStanding(services, plan.slug)) ?? setUpTenant(services, plan);
}

/** Reads the plan of a commune, or goes on where that was broken off, then issues it and works through it in one. */
async function loadPlan(standing: StandingTenant, commune: DemoCommune, file: string): Promise<void> {
  const focal = `${commune.key}.daumoi`;
  const open: OpenStep = (mode, work) => standing.as(focal, mode, work);
  const earlier = (await open('read', listDrafts)).filter((draft) => draft.fileName === file);
  await putRefusedAside(open, earlier);
  const begun = earlier.find(({ state }) => state !== 'refused' && state !== 'discarded');
  if (begun) await readDraftNow(open, begun.id);
  const draftId = begun?.id ?? (await readPlanNow(open, await planFile(file)));
  const read = (await open('read', listDrafts)).find(({ id }) => id === draftId);
  if (read?.state === 'refused') throw new Error(`the demo plan ${file} was not read: ${read.refusalCode}`);
  await open('write', async (ctx) => {
    const stored = await issueDraft(ctx, draftId);
    if (!stored.ok) throw new Error(`the demo plan ${file} was refused: ${stored.code}`);
    await makeOccurrencesNow((_mode, work) => work(ctx));
    await workThrough(ctx, standing, commune);
  });
}

/** A reading that ran out of time or memory on a busy machine is not the end: the file is read anew. */
async function putRefusedAside(open: OpenStep, drafts: readonly PlanDraft[]): Promise<void> {
  for (const { id, state } of drafts) {
    if (state === 'refused') await open('write', (ctx) => discardDraft(ctx, id));
  }
}

async function planFile(fileName: string): Promise<{ fileName: string; bytes: Uint8Array }> {
  return { fileName, bytes: await readFile(join(productRoot, 'seed', 'plans', fileName)) };
}
