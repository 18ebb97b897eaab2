import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import {
  HandInStateTag,
  handInTexts,
  lateWords,
  periodName,
  type ReportToDo,
} from '#modules/planning/index.server.ts';
import { reportHandInLink } from '#modules/planning/index.server.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { DisclosureList, type DisclosureRow } from '#ui/disclosure-list/disclosure-list.tsx';
import { Panel } from '#ui/panel/panel.tsx';

/** The reports that the person's unit has to hand in, and those that wait for the person to accept; nothing where none. */
export function reportPanels(ctx: Ctx, calendar: WorkCalendar, reports: readonly ReportToDo[]) {
  const t = handInTexts(ctx.lang).mine;
  const parts = [
    { part: 'hand-in', id: 'nop-bao-cao', title: t.toHandIn },
    { part: 'accept', id: 'nhan-bao-cao', title: t.toAccept },
  ] as const;
  return parts.map(({ part, id, title }) => {
    const own = reports.filter((one) => one.part === part);
    if (own.length === 0) return null;
    return (
      <Panel key={id} id={id} title={title} count={own.length} isFlush>
        <DisclosureList
          label={title}
          rows={own.map((one) => reportRow(ctx, calendar, one))}
          frame="none"
          isWalked
        />
      </Panel>
    );
  });
}

function reportRow(ctx: Ctx, calendar: WorkCalendar, { handIn }: ReportToDo): DisclosureRow {
  const t = handInTexts(ctx.lang);
  const title = `${periodName(ctx.lang, handIn.period)}: ${handIn.unitName}`;
  const due = handIn.period.dueOn && `${t.field.due}: ${formatDate(handIn.period.dueOn)}`;
  const late = lateWords(ctx.lang, calendar, handIn, ctx.clock.today());
  const said = handIn.state === 'sent-back' ? handIn.reason : handIn.text;
  return {
    id: `bao-cao-${handIn.id}`,
    title,
    note: (
      <>
        <HandInStateTag lang={ctx.lang} state={handIn.state} />{' '}
        {[due, late, said].filter(Boolean).join(' · ')}
      </>
    ),
    body: (
      <p class="form-actions">
        <LinkButton kind="primary" href={reportHandInLink(handIn.id)} label={t.mine.openOf(title)}>
          {t.mine.open}
        </LinkButton>
      </p>
    ),
  };
}
