import { issuePaper, orderBatch } from '#modules/casework/index.server.ts';
import { draftTestPaper, testSource } from '#modules/planning/chasing-paper/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** Issues a slip about a task and has it put into a file; gives the id of the file. */
export async function newBatch(ctx: Ctx, taskId: string): Promise<string> {
  const paperId = await draftTestPaper(ctx, 'assignment-slip', { taskIds: [taskId as Id<'task'>] });
  await issuePaper(ctx, testSource('assignment-slip'), paperId, {
    note: '',
    on: ctx.clock.today(),
    version: 1,
  });
  const ordered = await orderBatch(ctx, [paperId]);
  return ordered.ok ? ordered.value : '';
}
