import { parseId } from '#platform/db/id.ts';
import { type Crumb, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { reviewLink, reviewsLink, reviewWorkLink, taskLink } from '../../links.ts';
import { countsIn, type WorkFigure, type WorkItem } from '../counted-work.ts';
import { workQuery } from '../input.ts';
import { listHeadedUnits } from '../month-heads.server.ts';
import { monthName } from '../month-name.ts';
import { listMonthWork } from '../month-work.server.ts';
import * as policy from '../policy.ts';
import { readReviewWork } from '../review-view.server.ts';
import { texts } from '../texts.ts';
import { askedMonth } from '../asked-month.ts';

const pageSize = 50;

/** Exactly the tasks that one figure of an evaluation counts, or counted when it was decided. */
export async function reviewWorkPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const { review, work, isKept } = await readReviewWork(ctx, req.params.id ?? '');
  const { so: figure, trang } = workQuery.parse(Object.fromEntries(req.query));
  const month = monthName(review.month);
  return listPage(ctx, {
    figure,
    page: trang,
    work,
    unitName: review.unitName,
    month,
    note: isKept ? texts(ctx.lang).work.frozen : undefined,
    crumbs: [
      { label: texts(ctx.lang).title, href: reviewsLink({ thang: review.month.key }) },
      { label: texts(ctx.lang).titleOf(review.unitName, month), href: reviewLink(review.id) },
    ],
    linkTo: (to) => reviewWorkLink({ reviewId: review.id }, figure, to),
  });
}

/** The same of a unit whose month has not been opened. */
export async function unitWorkPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.readSome(ctx.actor));
  const { so: figure, trang, 'don-vi': unitId } = workQuery.parse(Object.fromEntries(req.query));
  const { month } = askedMonth(req.query, ctx.clock.today());
  const unit = parseId(unitId) && (await listHeadedUnits(ctx, month)).find(({ id }) => id === unitId);
  if (!unit) throw new NotFound();
  noteOpening(ctx, {
    act: 'planning.unit-head-review.see',
    recordKind: 'tenant',
    recordId: ctx.tenant.id,
    shown: { month: month.key, unitId, figure },
  });
  return listPage(ctx, {
    figure,
    page: trang,
    work: (await listMonthWork(ctx, month, [unit.id])).get(unit.id) ?? [],
    unitName: unit.name,
    month: monthName(month),
    note: undefined,
    crumbs: [{ label: texts(ctx.lang).title, href: reviewsLink({ thang: month.key }) }],
    linkTo: (to) => reviewWorkLink({ month: month.key, unitId: unit.id }, figure, to),
  });
}

interface Listed {
  readonly figure: WorkFigure;
  readonly page: number;
  readonly work: readonly WorkItem[];
  readonly unitName: string;
  readonly month: string;
  readonly note: string | undefined;
  readonly crumbs: readonly Crumb[];
  readonly linkTo: (page: number) => string;
}

function listPage(ctx: Ctx, listed: Listed): PageReply {
  const t = texts(ctx.lang);
  const { figure, unitName, month, note, linkTo } = listed;
  const counted = listed.work.filter((item) => countsIn(figure, item));
  const at = Math.min(listed.page, Math.max(1, Math.ceil(counted.length / pageSize)));
  const rows = counted.slice((at - 1) * pageSize, at * pageSize);
  const title = t.figure[figure];
  const lead = t.work.lead(title, unitName, month);
  const count = formatNumber(ctx.lang, counted.length);
  return page({
    title,
    current: reviewsLink(),
    crumbs: [...listed.crumbs, { label: title }],
    body: (
      <>
        <PageHead title={title} count={count} lead={note ? `${lead}. ${note}` : lead} />
        {rows.length === 0 ? (
          <EmptyState title={t.work.empty.title}>{t.work.empty.text}</EmptyState>
        ) : (
          <Table<WorkItem> caption={lead} rows={rows} rowKey={({ id }) => id} columns={columns(ctx)} />
        )}
        {counted.length > pageSize && (
          <Pagination
            label={t.work.pages}
            summary={t.counted(count)}
            {...(at > 1 && { previous: { label: t.work.previous, href: linkTo(at - 1) } })}
            {...(at * pageSize < counted.length && {
              next: { label: t.work.next, href: linkTo(at + 1) },
            })}
          />
        )}
      </>
    ),
  });
}

function columns(ctx: Ctx): Column<WorkItem>[] {
  const t = texts(ctx.lang).work;
  return [
    { key: 'code', label: t.code, size: 'tiny', render: ({ code }) => code },
    {
      key: 'task',
      label: t.task,
      priority: 'lead',
      render: (item) => (
        <>
          <a href={taskLink(item.id)}>{item.title}</a>
          <small>
            {[
              item.isFromAbove && t.fromAbove,
              item.assigneeName,
              item.exception !== null && t.exception(item.exception),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </>
      ),
    },
    {
      key: 'due',
      label: t.due,
      size: 'short',
      render: ({ firstDueOn }) => (firstDueOn ? formatDate(firstDueOn) : t.noDue),
    },
    {
      key: 'handed-in',
      label: t.handedIn,
      size: 'short',
      render: ({ handedInOn }) => (handedInOn ? formatDate(handedInOn) : t.notYet),
    },
    {
      key: 'sent-back',
      label: t.sentBack,
      align: 'end',
      render: ({ sentBack }) => formatNumber(ctx.lang, sentBack),
    },
    {
      key: 'standing',
      label: t.standing,
      size: 'medium',
      render: (item) => {
        const isFinished = countsIn('finished', item);
        if (item.isLate) return <Tag tone="late">{isFinished ? t.finishedLate : t.unfinishedLate}</Tag>;
        return <Tag tone={isFinished ? 'ok' : 'info'}>{isFinished ? t.finished : t.unfinished}</Tag>;
      },
    },
  ];
}
