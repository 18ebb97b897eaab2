import { beforeAll, describe, expect, it } from 'vitest';
import { taskOwner } from '#modules/planning/index.server.ts';
import { tasksOfAllShapes } from './fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { beginFollowing, stopFollowing } from './commands.server.ts';
import * as policy from './policy.ts';
import { listFollowers } from './queries.server.ts';

let on: Awaited<ReturnType<typeof tasksOfAllShapes>>;

beforeAll(async () => {
  on = await tasksOfAllShapes(await testServices(), ['casework.follow.begin', 'casework.follow.stop']);
  await on.asFocal(async (ctx) => {
    for (const id of on.tasks.keys()) await beginFollowing(ctx, taskOwner, id);
  });
});

describe('who follows a record', () => {
  it('is shown to those who see it, and to nobody of another commune', async () => {
    const shown = async (ctx: Ctx) => {
      const seen = [];
      for (const id of on.tasks.keys())
        if ((await listFollowers(ctx, taskOwner, id)).length > 0) seen.push(id);
      return seen;
    };
    await on.showsWhatMayBeRead(shown, 20);
    expect(await on.asStranger(shown)).toEqual([]);
  });

  it('begins and stops where the record is seen and the role says so', async () => {
    await on.doesWhatIsAllowed([
      {
        name: 'begin',
        may: (actor, task) => on.mayRead(actor, task) && policy.begin(actor).allowed,
        run: (ctx, id) => beginFollowing(ctx, taskOwner, id),
      },
      {
        name: 'stop',
        may: (actor, task) => on.mayRead(actor, task) && policy.stop(actor).allowed,
        run: (ctx, id) => stopFollowing(ctx, taskOwner, id),
      },
    ]);
  });
});
