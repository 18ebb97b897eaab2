import { z } from 'zod';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { done } from '#platform/db/outcome.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { setLeadership } from './commands.server.ts';
import * as policy from './policy.ts';
import { findLeadership, findLeadershipVersion } from './queries.server.ts';
import { type Texts, texts } from './texts.ts';

const inCharge = z.strictObject({ unitId: z.uuid(), officerId: z.uuid() });
const leadership = z
  .object({
    version: z.int(),
    validFrom: z.iso.date().nullable(),
    chairId: z.uuid().nullable(),
    inCharge: z.array(inCharge),
  })
  .meta({ id: 'Leadership' });
const body = z.strictObject({
  version: z.int().min(0).describe('The version that was seen last; 0 before the first.'),
  validFrom: z.iso.date(),
  chairId: z.uuid().nullable(),
  inCharge: z.array(inCharge).max(500),
});

const someone = '00000000-0000-4000-8000-000000000000';
const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];

/** Who leads the office, for programs such as a register of staff. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'directory.leadership.get',
    // Only who may set it asks for it.
    scopes: [['directory.leadership']],
    path: '/leadership',
    summary: (lang) => texts(lang).api.get,
    reply: leadership,
    run: async (ctx) => {
      must(policy.set(ctx.actor));
      return { value: written(await findLeadership(ctx, ctx.clock.today())) };
    },
  }),
  deedOperation({
    id: 'directory.leadership.set',
    path: '/leadership',
    summary: (lang) => texts(lang).api.set,
    body,
    reply: leadership,
    refusals: { 'changed-meanwhile': 409, past: 422, 'unknown-officer': 422, 'unknown-unit': 422 },
    sentence,
    example: {
      body: { version: 0, validFrom: '2026-05-12', chairId: someone, inCharge: [] },
    },
    run: async (ctx: Ctx, { body: given }) => {
      const outcome = await setLeadership(ctx, {
        version: given.version,
        validFrom: given.validFrom as PlainDate,
        chairId: given.chairId,
        inChargeOf: new Map(given.inCharge.map(({ unitId, officerId }) => [unitId, officerId])),
      });
      if (!outcome.ok) return outcome;
      const stored = await findLeadershipVersion(ctx, outcome.value.version);
      return done({ value: stored && written(stored) });
    },
  }),
];

function written({
  inChargeOf,
  ...rest
}: Awaited<ReturnType<typeof findLeadership>>): z.input<typeof leadership> {
  return {
    ...rest,
    inCharge: [...inChargeOf].map(([unitId, officerId]) => ({ unitId, officerId })),
  };
}
