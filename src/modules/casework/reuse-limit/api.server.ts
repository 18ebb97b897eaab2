import { z } from 'zod';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done } from '#platform/db/outcome.ts';
import { must } from '#platform/session/decision.ts';
import { setReuseLimit } from './commands.server.ts';
import { reuseLimitBody } from './input.ts';
import * as policy from './policy.ts';
import { findReuseLimit } from './queries.server.ts';
import { texts } from './texts.ts';

const reply = z.object({ mostRecords: z.int() }).meta({ id: 'ReuseLimit' });

/** How often a proof may serve, for programs. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'casework.reuse-limit.get',
    // Only who may set it asks for it.
    scopes: [['casework.reuse-limit']],
    path: '/reuse-limit',
    summary: (lang) => texts(lang).api.get,
    reply,
    run: async (ctx) => {
      must(policy.set(ctx.actor));
      return { value: { mostRecords: await findReuseLimit(ctx) } };
    },
  }),
  deedOperation({
    id: 'casework.reuse-limit.set',
    path: '/reuse-limit',
    summary: (lang) => texts(lang).api.set,
    body: reuseLimitBody,
    reply,
    refusals: {},
    sentence: () => '',
    example: { body: { mostRecords: 5 } },
    run: async (ctx, { body }) => {
      const outcome = await setReuseLimit(ctx, body.mostRecords);
      return outcome.ok ? done({ value: body }) : outcome;
    },
  }),
];
