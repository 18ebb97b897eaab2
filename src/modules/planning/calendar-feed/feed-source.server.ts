import type { FileEntry } from '#platform/ics/calendar-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { FeedKind } from './calendar-feed.ts';
import { type FeedPlace, taskEntries } from './feed-entries.server.ts';
import { listFeedReports } from './feed-reports.server.ts';
import { fingerprintOf, listFeedTasks } from './feed-tasks.server.ts';
import { listMeetings, meetingEntries } from './meeting-entries.server.ts';
import { reportEntries } from './report-entries.server.ts';

/** What a feed takes its entries from. */
export interface FeedSource {
  /** Changes whenever anything does that entries are made of. */
  readonly print: string;
  /** Makes the entries; `hasMore` where there are more than a calendar can hold. */
  entries(place: FeedPlace): Promise<{ entries: FileEntry[]; hasMore: boolean }>;
}

/** Finds out how things stand, without making entries that a program may have already. */
export async function findSource(
  ctx: Ctx,
  feed: { readonly kind: FeedKind; readonly planId: string | null; readonly filter: string },
): Promise<FeedSource> {
  const { kind } = feed;
  if (kind === 'reports') {
    const reports = await listFeedReports(ctx);
    return {
      print: JSON.stringify(reports),
      entries: async (place) => ({
        entries: reports.flatMap((report) => reportEntries(place, report)),
        hasMore: false,
      }),
    };
  }
  const scope = { ...feed, kind };
  const print = await fingerprintOf(ctx, scope);
  const meetings = kind === 'plan' ? [] : await listMeetings(ctx);
  return {
    print: JSON.stringify([print, meetings.map(({ id, version }) => [id, version])]),
    entries: async (place) => {
      const { tasks, hasMore } = await listFeedTasks(ctx, scope);
      const due = tasks.flatMap((task) => taskEntries(place, task));
      return { entries: [...meetingEntries(place, meetings), ...due], hasMore };
    },
  };
}
