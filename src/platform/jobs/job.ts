import type { ZodType } from 'zod';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Services } from '#platform/session/open-ctx.ts';

/**
 * Opens a step of a job: one transaction of the job's tenant, in the name of the job's system actor. Once the program
 * is to end no further step begins, except one that notes what has been done already outside of the program.
 */
export type OpenStep = <Result>(
  mode: 'read' | 'write',
  work: (ctx: Ctx) => Promise<Result>,
  when?: 'at-the-end-too',
) => Promise<Result>;

/** What of the world outside a job may reach. */
export type Outside = Pick<Services, 'mailer' | 'senders' | 'baseUrl' | 'internalHosts' | 'files'>;

/** A background handler of a slice. Running it twice changes nothing. */
export interface Job<Payload> {
  readonly name: string;
  readonly payload: ZodType<Payload>;
  /** The name under which it stands in the audit, and the acts that it may do. */
  readonly actorName: string;
  readonly grants: readonly string[];
  run(open: OpenStep, payload: Payload, outside: Outside): Promise<void>;
}

/** Keeps the payload's type while handlers stand in one list. */
export function defineJob<Payload>(job: Job<Payload>): Job<unknown> {
  return job;
}
