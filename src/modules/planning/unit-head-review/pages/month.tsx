import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { NextAction } from '#ui/next-action/next-action.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import {
  openReviewsLink,
  reviewExportLink,
  reviewRulesLink,
  reviewsLink,
  reviewTableLink,
} from '../../links.ts';
import { openMonth } from '../commands/open-month.server.ts';
import { monthName } from '../month-name.ts';
import { type MonthView, readMonth } from '../month-view.server.ts';
import { CapNotice } from '../parts/cap-notice.tsx';
import { Comparison } from '../parts/comparison.tsx';
import { HowCounted } from '../parts/how-counted.tsx';
import { MonthTable } from '../parts/month-table.tsx';
import * as policy from '../policy.ts';
import { listDecided } from '../queries.server.ts';
import { monthBefore } from '../review-month.ts';
import { texts } from '../texts.ts';
import { type AskedMonth, askedMonth } from '../asked-month.ts';

/** How many months before are held against this one. */
const comparedMonths = 6;

/** The heads of all units in one month; a head finds their own. */
export async function monthPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.readSome(ctx.actor));
  const t = texts(ctx.lang);
  const asked = askedMonth(req.query, ctx.clock.today());
  const view = await readMonth(ctx, asked.month);
  const decided = await listDecided(ctx, monthBefore(asked.month, comparedMonths - 1), asked.month);
  const { month } = view;
  return page({
    title: t.title,
    current: reviewsLink(),
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead(monthName(month), formatDate(view.day))}
          actions={<Actions ctx={ctx} view={view} />}
        />
        <MonthFilter ctx={ctx} asked={asked} />
        <Stack>
          {!view.isOver && (
            <Notice tone="info" title={t.provisional.title}>
              {t.provisional.text}
            </Notice>
          )}
          {!view.rules && (
            <Notice tone="info" title={t.noRules.title}>
              {t.noRules.text}
            </Notice>
          )}
          <OpenMonth ctx={ctx} view={view} />
          {view.rows.length === 0 ? (
            <EmptyState icon="chart" title={t.empty.title}>
              {t.empty.text}
            </EmptyState>
          ) : (
            <>
              {view.rules && <CapNotice lang={ctx.lang} rules={view.rules} rows={view.rows} />}
              <MonthTable lang={ctx.lang} view={view} />
              <Comparison
                lang={ctx.lang}
                view={view}
                decided={decided}
                months={Array.from({ length: comparedMonths }, (_, at) =>
                  monthBefore(month, comparedMonths - 1 - at),
                )}
              />
            </>
          )}
          <HowCounted lang={ctx.lang} />
        </Stack>
        <Around ctx={ctx} view={view} />
      </>
    ),
  });
}

/** Opens the month, tells its heads, and goes back to it. */
export async function openMonthAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.open(ctx.actor));
  const t = texts(ctx.lang);
  const { month, trouble } = askedMonth({ get: () => req.form.text('thang') }, ctx.clock.today());
  const back = reviewsLink({ thang: month.key });
  if (trouble)
    return seeOther(back, { tone: 'late', text: trouble === 'wrong' ? t.monthWrong : t.monthAhead });
  const outcome = await openMonth(ctx, month);
  return seeOther(
    back,
    outcome.ok
      ? { tone: 'ok', text: t.open.done(formatNumber(ctx.lang, outcome.value.told)) }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function Actions({ ctx, view: { month, rows } }: { ctx: Ctx; view: MonthView }) {
  const t = texts(ctx.lang);
  return (
    <>
      {policy.setRules(ctx.actor).allowed && (
        <LinkButton kind="quiet" href={reviewRulesLink} icon="settings">
          {t.rulesLink}
        </LinkButton>
      )}
      {rows.length > 0 && policy.exported(ctx.actor).allowed && (
        <>
          <LinkButton href={reviewTableLink(month.key)} icon="document">
            {t.toTable}
          </LinkButton>
          <form method="post" action={reviewExportLink}>
            <input type="hidden" name="thang" value={month.key} />
            <Button icon="download">{t.toExcel}</Button>
          </form>
        </>
      )}
    </>
  );
}

function MonthFilter({ ctx, asked }: { ctx: Ctx; asked: AskedMonth }) {
  const t = texts(ctx.lang);
  const error = asked.trouble && (asked.trouble === 'wrong' ? t.monthWrong : t.monthAhead);
  return (
    <FilterBar action={reviewsLink()} submitLabel={t.show}>
      <TextField
        name="thang"
        label={t.month}
        hint={t.monthHint}
        value={asked.trouble ? asked.typed : monthName(asked.month)}
        error={error}
      />
    </FilterBar>
  );
}

/** What a leader does first in a month that is over: the evaluations begin. */
function OpenMonth({ ctx, view: { month, rows, rules, isOver } }: { ctx: Ctx; view: MonthView }) {
  const t = texts(ctx.lang).open;
  const headed = rows.filter(({ unit }) => unit.heads.length > 0);
  const isOpened = headed.every(({ review }) => review);
  const isWaiting = headed.some(({ review }) => !review || review.state === 'draft');
  if (!isOver || !rules || !isWaiting || !policy.open(ctx.actor).allowed) return null;
  return (
    <NextAction
      id="open-month"
      eyebrow={t.eyebrow}
      title={isOpened ? t.again : t.title}
      actions={
        <form method="post" action={openReviewsLink}>
          <input type="hidden" name="thang" value={month.key} />
          <Button kind="primary">{isOpened ? t.buttonAgain : t.button}</Button>
        </form>
      }
    >
      {t.text}
    </NextAction>
  );
}

/** The months beside this one, as far as they have come. */
function Around({ ctx, view: { month, isOver } }: { ctx: Ctx; view: MonthView }) {
  const t = texts(ctx.lang);
  const step = (to: typeof month) => ({
    label: t.previousMonth(monthName(to)),
    href: reviewsLink({ thang: to.key }),
  });
  return (
    <Pagination
      label={t.monthsAround}
      summary={t.previousMonth(monthName(month))}
      previous={step(monthBefore(month))}
      {...(isOver && { next: step(monthBefore(month, -1)) })}
    />
  );
}
