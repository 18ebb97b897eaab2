import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { NextAction } from '#ui/next-action/next-action.tsx';
import { reportHandInLink, reportPeriodLink } from '../links.ts';
import { reportHandInsLink } from '../../links.ts';
import * as handInPolicy from '../../report-hand-in/policy.ts';
import type { HandIn } from '../../report-hand-in/report-hand-in.ts';
import * as policy from '../policy.ts';
import type { PeriodCounts } from '../queries.server.ts';
import type { ReportPeriod } from '../report-period.ts';
import { texts } from '../texts.ts';

/** The one thing that this person does next about a period: their unit's report, those that wait, or sending on. */
export function PeriodNext(props: {
  ctx: Ctx;
  period: ReportPeriod;
  handIns: readonly HandIn[];
  counts: PeriodCounts;
}) {
  const { ctx, period, handIns, counts } = props;
  const t = texts(ctx.lang).page;
  const frame = { id: 'next', eyebrow: t.next };
  if (period.state === 'past' && policy.may(ctx.actor, 'reopen', period).allowed) {
    return (
      <NextAction
        {...frame}
        title={t.follow}
        actions={
          <form method="post" action={reportPeriodLink(period.id, 'mo-lai')}>
            <Button kind="primary">{t.followButton}</Button>
          </form>
        }
      >
        {t.followText}
      </NextAction>
    );
  }
  const own = handIns.find(
    (one) =>
      (one.state === 'expected' || one.state === 'sent-back') &&
      ctx.actor.unitIds.includes(one.unitId) &&
      handInPolicy.may(ctx.actor, 'hand-in', one).allowed,
  );
  if (own) {
    return (
      <NextAction
        {...frame}
        title={own.state === 'sent-back' ? t.ownSentBack(own.unitName) : t.own(own.unitName)}
        actions={
          <LinkButton kind="primary" href={reportHandInLink(own.id)}>
            {t.toHandIn}
          </LinkButton>
        }
      >
        {t.ownText}
      </NextAction>
    );
  }
  if (!policy.may(ctx.actor, 'send-on', period).allowed || period.state !== 'open') return null;
  const send = (kind: 'primary' | 'secondary') => (
    <LinkButton kind={kind} href={reportPeriodLink(period.id, 'gui')}>
      {t.send}
    </LinkButton>
  );
  const list = (state: string, words: string) => (
    <LinkButton kind="primary" href={reportHandInsLink({ ky: period.id, 'trang-thai': state })}>
      {words}
    </LinkButton>
  );
  if (counts.handedIn > 0) {
    return (
      <NextAction
        {...frame}
        title={t.toAccept(formatNumber(ctx.lang, counts.handedIn))}
        actions={
          <>
            {list('handed-in', t.seeWaiting)}
            {send('secondary')}
          </>
        }
      >
        {t.toAcceptText}
      </NextAction>
    );
  }
  const missing = counts.expected + counts.sentBack;
  if (missing > 0) {
    return (
      <NextAction
        {...frame}
        title={t.toWait(formatNumber(ctx.lang, missing))}
        actions={
          <>
            {list('expected', t.seeMissing)}
            {send('secondary')}
          </>
        }
      >
        {t.toWaitText}
      </NextAction>
    );
  }
  return (
    <NextAction {...frame} title={t.toSend} actions={send('primary')}>
      {t.toSendText}
    </NextAction>
  );
}
