import { getPaper, type IssuedPaper, listPapersToMe, mayReadPapers } from '#modules/casework/index.server.ts';
import { issuedPaperLink } from '#modules/casework/links.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { FileEntry } from '#platform/ics/calendar-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { ChasingKind } from '../chasing-paper/chasing-paper.ts';
import { askedBody } from '../chasing-paper/input.ts';
import { meetingTime } from '../chasing-paper/meeting.ts';
import { doneDays } from './calendar-feed.ts';
import { type FeedPlace, shortened, uidOf } from './feed-entries.server.ts';
import { texts } from './texts.ts';

/** The papers that call people together. */
const meetingKind: ChasingKind = 'late-agenda';

/** The meetings to which a unit of this person was called, or that they called: what a feed keeps of them. */
export async function listMeetings(ctx: Ctx): Promise<readonly IssuedPaper[]> {
  if (!mayReadPapers(ctx.actor).allowed) return [];
  return listPapersToMe(ctx, meetingKind, addDays(ctx.clock.today(), -doneDays));
}

/** The meeting of an issued agenda; `NotFound` where the paper calls nobody together, or says no day. */
export async function meetingEntryOf(ctx: Ctx, place: FeedPlace, paperId: string): Promise<FileEntry> {
  const paper = await getPaper(ctx, paperId);
  const [entry] = paper.kind === meetingKind && paper.state !== 'draft' ? meetingEntries(place, [paper]) : [];
  if (!entry) throw new NotFound();
  return entry;
}

/** The entries of meetings; one whose paper was taken back stands as cancelled. */
export function meetingEntries(place: FeedPlace, papers: readonly IssuedPaper[]): FileEntry[] {
  const t = texts(place.lang).entry;
  return papers.flatMap((paper) => {
    const asked = askedBody.safeParse(paper.asked);
    const meeting = asked.data?.meeting;
    const when = meeting && meetingTime(meeting);
    if (!when) return [];
    const isOff = paper.state !== 'issued';
    return {
      uid: uidOf(place, paper.id),
      when,
      summary: shortened(`${isOff ? t.cancelled : ''}${paper.subject}`),
      description: [
        meeting.time && t.line(t.hour, meeting.time),
        meeting.place && t.line(t.place, meeting.place),
      ]
        .filter(Boolean)
        .join('\n'),
      location: meeting.place,
      url: `${place.baseUrl}${issuedPaperLink(paper.id)}`,
      categories: [t.meetingCategory],
      status: isOff ? ('CANCELLED' as const) : ('CONFIRMED' as const),
      changedAt: paper.changedAt,
      sequence: paper.version,
    };
  });
}
