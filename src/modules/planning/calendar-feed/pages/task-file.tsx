import { download, type Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { calendarMediaType, writeCalendar } from '#platform/ics/calendar-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { getTask } from '../../task/queries.server.ts';
import { taskEntries } from '../feed-entries.server.ts';
import { findFeedTask } from '../feed-tasks.server.ts';
import { texts } from '../texts.ts';

/** One task as a file that a calendar program takes; not found where it has no day. */
export async function taskFile(ctx: Ctx, req: Req): Promise<Reply> {
  const { id } = await getTask(ctx, req.params.id ?? '');
  const task = await findFeedTask(ctx, id);
  if (!task) throw new NotFound();
  const place = {
    lang: ctx.lang,
    baseUrl: req.origin,
    tenantId: ctx.tenant.id,
    today: ctx.clock.today(),
    changedAt: ctx.clock.now(),
  };
  const entries = taskEntries(place, task);
  const t = texts(ctx.lang);
  const content = writeCalendar({
    name: t.calendarName(task.code, ctx.tenant.name),
    description: t.about(ctx.tenant.name),
    lang: ctx.lang,
    entries,
  });
  return download(`${task.code}.ics`, calendarMediaType, content);
}
