import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx, type Services } from '#platform/session/open-ctx.ts';
import type { FreezingPlace } from './frozen-source.ts';
import { freezeJob } from './jobs.server.ts';

/** Runs the job of one freezing as the queue does, for tests and the demo. */
export async function freezeNow(
  services: Services,
  { tenant }: Pick<StandingTenant, 'tenant'>,
  place: FreezingPlace,
  frozenId: string,
): Promise<void> {
  const job = freezeJob(place);
  const actor = systemActor(job.actorName, job.grants);
  const occasion = { tenant, actor, lang: 'vi' as const, requestId: 'job' };
  const open: OpenStep = (mode, step) => openCtx(services, mode, occasion, step);
  await job.run(open, job.payload.parse({ frozenId }), services);
}
