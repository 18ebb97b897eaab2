import { z } from 'zod';
import { deedOperation, onRecords, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { getTask } from '../task/queries.server.ts';
import {
  acceptContribution,
  contribute,
  type ContributionRefusal,
  declineContribution,
  type PartOf,
  sendContributionBack,
} from './commands.server.ts';
import { type ContributionDeed, contributionStages } from './contribution.ts';
import { acceptBody, saidBody } from './input.ts';
import { listContributions } from './queries.server.ts';
import { texts } from './texts.ts';

const contribution = z
  .object({
    unitId: z.uuid(),
    unitName: z.string(),
    stage: z.enum(contributionStages),
    officerId: z.uuid().nullable(),
    officerName: z.string().nullable(),
    text: z.string().nullable(),
    reason: z.string().nullable(),
    contributedOn: z.iso.date().nullable(),
    version: z.int().min(0),
  })
  .meta({ id: 'Contribution' });
const reply = z.object({ items: z.array(contribution) });

const refusals = { 'wrong-state': 409, 'changed-meanwhile': 412 } as const;

async function show(ctx: Ctx, taskId: string) {
  const { id } = await getTask(ctx, taskId);
  return { value: { items: await listContributions(ctx, id) } };
}

/** A deed that says one text; the body names the version of the part, for the task has one of its own. */
function saidDeed(
  name: Exclude<ContributionDeed, 'accept'>,
  command: (ctx: Ctx, part: PartOf, text: string) => Promise<Outcome<undefined, ContributionRefusal>>,
): Operation {
  return deedOperation<ContributionRefusal, typeof saidBody>({
    id: `planning.contribution.${name}`,
    path: `/tasks/:id/contributions/:unit/${name}`,
    summary: (lang) => texts(lang).api[name],
    body: saidBody,
    reply,
    refusals,
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { text: '12/CV-KT', version: 0 } },
    run: async (ctx, { params, body }) => {
      const part = { taskId: params.id ?? '', unitId: params.unit ?? '', version: body.version };
      const outcome = await command(ctx, part, body.text);
      return outcome.ok ? done(await show(ctx, part.taskId)) : outcome;
    },
  });
}

/** What coordinating units contribute, for programs. */
export const operations: readonly Operation[] = onRecords('planning.contribution', 'planning.task', [
  recordOperation({
    id: 'planning.contribution.list',
    path: '/tasks/:id/contributions',
    summary: (lang) => texts(lang).api.list,
    reply,
    run: (ctx, { params }) => show(ctx, params.id ?? ''),
  }),
  deedOperation<ContributionRefusal | 'unknown-officer', typeof acceptBody>({
    id: 'planning.contribution.accept',
    path: '/tasks/:id/contributions/:unit/accept',
    summary: (lang) => texts(lang).api.accept,
    body: acceptBody,
    reply,
    refusals: { ...refusals, 'unknown-officer': 422 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { officerId: null, version: 0 } },
    run: async (ctx, { params, body }) => {
      const part = { taskId: params.id ?? '', unitId: params.unit ?? '', version: body.version };
      const outcome = await acceptContribution(ctx, part, body.officerId);
      return outcome.ok ? done(await show(ctx, part.taskId)) : outcome;
    },
  }),
  saidDeed('contribute', contribute),
  saidDeed('decline', declineContribution),
  saidDeed('send-back', sendContributionBack),
]);
