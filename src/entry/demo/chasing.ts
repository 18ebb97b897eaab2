import { addWorkingDays, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { draftPaper, type IssuedPaper, issuePaper } from '#modules/casework/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { paperSources, startPaper } from '#modules/planning/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DemoCommune } from './people.ts';

/** By which the demo tells whether this was loaded. */
export const chasing = 'casework.issued-paper.draft';

/**
 * Lets the commune chase what is late on paper: a letter and a sheet that are issued, and an agenda that still waits for
 * its number. All in the transaction of `ctx`, the focal officer's; the leader issues.
 */
export async function chaseLateWork(ctx: Ctx, standing: StandingTenant, commune: DemoCommune): Promise<void> {
  const leader = standing.people.get(`${commune.key}.lanhdao`);
  if (!leader) throw new Error(`nobody leads ${commune.key}`);
  const draft = async (
    kind: 'reminder-letter' | 'reminder-sheet' | 'late-agenda',
  ): Promise<IssuedPaper['id'] | undefined> => {
    const source = paperSources.find((one) => one.kind === kind);
    if (!source) throw new Error(`no source of ${kind}`);
    const begun = await startPaper(ctx, kind);
    const asked = kind === 'late-agenda' ? { ...begun.asked, meeting: await nextMeeting(ctx) } : begun.asked;
    const made = await draftPaper(ctx, source, { ...begun, asked });
    // Early in a year nothing is late yet.
    return made.ok ? made.value : undefined;
  };
  for (const kind of ['reminder-letter', 'reminder-sheet'] as const) {
    const id = await draft(kind);
    const source = paperSources.find((one) => one.kind === kind);
    if (id && source)
      await issuePaper({ ...ctx, actor: leader }, source, id, {
        note: '',
        on: ctx.clock.today(),
        version: 1,
      });
  }
  await draft('late-agenda');
}

/** The unit heads meet on the second working day from now. */
async function nextMeeting(ctx: Ctx) {
  return {
    on: addWorkingDays(await loadOfficeCalendar(ctx), ctx.clock.today(), 2),
    time: '8 giờ 00 phút',
    place: 'Phòng họp Ủy ban nhân dân xã (demo)',
    chair: 'Trần Văn Bình (demo)',
  };
}
