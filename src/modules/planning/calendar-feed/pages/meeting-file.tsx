import { download, type Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { calendarMediaType, writeCalendar } from '#platform/ics/calendar-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { meetingEntryOf } from '../meeting-entries.server.ts';
import { texts } from '../texts.ts';

/** The meeting that a paper calls, as a file that a calendar program takes; not found where it has no day. */
export async function meetingFile(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const place = {
    lang: ctx.lang,
    baseUrl: req.origin,
    tenantId: ctx.tenant.id,
    today: ctx.clock.today(),
    changedAt: ctx.clock.now(),
  };
  const entry = await meetingEntryOf(ctx, place, req.params.id ?? '');
  const content = writeCalendar({
    name: t.calendarName(entry.summary, ctx.tenant.name),
    description: t.about(ctx.tenant.name),
    lang: ctx.lang,
    entries: [entry],
  });
  return download('lich-hop.ics', calendarMediaType, content);
}
