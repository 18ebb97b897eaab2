import { z } from 'zod';
import { deedOperation, listOperation, onRecords, type Operation } from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { done } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { beginFollowing, stopFollowing } from './commands.server.ts';
import { followReasons } from './follow.ts';
import { listFollowers } from './queries.server.ts';
import type { RecordOwner } from './record-owner.server.ts';
import { texts } from './texts.ts';

const follower = z
  .object({ id: z.uuid().describe('The officer.'), name: z.string(), reason: z.enum(followReasons) })
  .meta({ id: 'Follower' });

/**
 * Following one kind of record, for programs in the name of whoever they act for.
 * @param base of such a record within the API, such as `/tasks/:id`
 * @param recordScope without which a key sees no such record, such as `planning.task`
 */
export function followOperations(
  owner: RecordOwner,
  base: string,
  recordScope: string,
): readonly Operation[] {
  const idOf = (verb: string) => `casework.${owner.kind}-follow.${verb}`;
  const sentence = (lang: Ctx['lang'], { code }: { code: keyof ReturnType<typeof texts>['refusal'] }) =>
    texts(lang).refusal[code];
  return onRecords('casework.follow', recordScope, [
    listOperation({
      id: idOf('list'),
      path: `${base}/followers`,
      summary: (lang) => texts(lang).api.list,
      query: z.strictObject(pageQuery),
      reply: follower,
      run: async (ctx, { params, query }) => {
        const record = await owner.find(ctx, params.id ?? '');
        const followers = await listFollowers(ctx, owner, record.id);
        return pageOfAll(
          followers.map(({ officerId, name, reason }) => ({ id: officerId, name, reason })),
          query,
          (one) => one,
        );
      },
    }),
    deedOperation({
      id: idOf('begin'),
      act: 'casework.follow.begin',
      path: `${base}/follow`,
      summary: (lang) => texts(lang).api.begin,
      refusals: { followed: 409 },
      sentence,
      run: async (ctx, { params }) => {
        const outcome = await beginFollowing(ctx, owner, params.id ?? '');
        return outcome.ok ? done({ value: null }) : outcome;
      },
    }),
    deedOperation({
      id: idOf('stop'),
      act: 'casework.follow.stop',
      path: `${base}/unfollow`,
      summary: (lang) => texts(lang).api.stop,
      refusals: { 'not-followed': 409 },
      sentence,
      run: async (ctx, { params }) => {
        const outcome = await stopFollowing(ctx, owner, params.id ?? '');
        return outcome.ok ? done({ value: null }) : outcome;
      },
    }),
  ]);
}
