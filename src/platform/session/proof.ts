import type { Ctx } from './ctx.ts';
import { allow, type Decision, deny } from './decision.ts';

/** For so long after a person has shown who they are, dangerous acts ask for nothing more. */
export const proofMinutes = 10;

/** Machines that serve together may differ by so much; a proof from further ahead is from before the clock was set back. */
const clockSlackMs = 60_000;

/** The reason by which the web part knows to ask for a proof and to come back. */
export const proofNeeded = 'proof-needed';

/**
 * Whether the person at the keyboard has shown who they are within the last minutes. A dangerous act demands it with
 * `must(proven(ctx))`, in its form's page and again inside `act`: without proof the person is led to the page that
 * asks for it and from there back. A session left open on a desk is not enough.
 */
export function proven(ctx: Pick<Ctx, 'session' | 'clock'>): Decision {
  if (!ctx.session) return deny(proofNeeded);
  const age = ctx.clock.now().getTime() - ctx.session.provenAt.getTime();
  return age >= -clockSlackMs && age < proofMinutes * 60_000 ? allow : deny(proofNeeded);
}
