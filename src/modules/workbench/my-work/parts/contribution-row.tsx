import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import { TaskClock, type WaitingContribution } from '#modules/planning/index.server.ts';
import { contributionLink, taskLink } from '#modules/planning/links.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import type { DisclosureRow } from '#ui/disclosure-list/disclosure-list.tsx';
import { texts } from '../texts.ts';

/** One contribution that a coordinating unit is asked for: what it is for and until when, and the way to answer. */
export function contributionRow(ctx: Ctx, calendar: WorkCalendar, asked: WaitingContribution): DisclosureRow {
  const t = texts(ctx.lang);
  return {
    id: `phoi-hop-${asked.id}-${asked.unitId}`,
    lead: asked.code,
    title: asked.title,
    note: (
      <>
        <TaskClock lang={ctx.lang} calendar={calendar} today={ctx.clock.today()} task={asked} />
        <br />
        {[asked.unitName, asked.reason && `${t.sentBack}: ${asked.reason}`].filter(Boolean).join(' · ')}
      </>
    ),
    body: (
      <p class="form-actions">
        <LinkButton kind="primary" href={contributionLink(asked.id, asked.unitId)}>
          {t.contribute}
        </LinkButton>
        <LinkButton kind="quiet" href={taskLink(asked.id)} label={t.openOf(asked.title)}>
          {t.open}
        </LinkButton>
      </p>
    ),
  };
}
