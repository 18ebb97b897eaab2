import { issuedPaperTexts, mayDraftPaper } from '#modules/casework/index.server.ts';
import { newPaperLink } from '#modules/casework/links.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { Table } from '#ui/table/table.tsx';
import { countedLink, progressExportLink, progressLink } from '../../links.ts';
import { askedDay, countedQuery, groupingNames } from '../input.ts';
import { groupNames } from '../names.server.ts';
import { countedColumns } from '../parts/counted-columns.tsx';
import * as policy from '../policy.ts';
import { type CountedTask, countCounted, type FigureQuery, listCounted } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The figure that an address names. */
export function figureOf(query: URLSearchParams, today: FigureQuery['day']): FigureQuery {
  const { theo, so, nhom } = countedQuery.parse(Object.fromEntries(query));
  const key = nhom === undefined ? undefined : nhom === 'khong' ? null : nhom;
  return { day: askedDay(query, today).day, figure: so, by: groupingNames[theo], key };
}

/** Exactly the tasks that one figure counted. */
export async function countedPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const figure = figureOf(req.query, ctx.clock.today());
  const { trang } = countedQuery.parse(Object.fromEntries(req.query));
  const found = await listCounted(ctx, figure, trang);
  const count = await countCounted(ctx, figure);
  const title = t.figure[figure.figure];
  const group =
    figure.key === undefined
      ? t.all
      : ((await groupNames(ctx, figure.by, [figure.key])).get(figure.key) ?? t.none[figure.by]);
  const step = (cursor: string | undefined, label: string) =>
    cursor === undefined ? undefined : { label, href: countedLink({ ...figure, cursor }) };
  const [previous, next] = [step(found.previous, t.previous), step(found.next, t.next)];
  return page({
    title,
    current: progressLink(),
    crumbs: [
      { label: t.title, href: progressLink({ ngay: figure.day, theo: nameOfGrouping(figure) }) },
      { label: title },
    ],
    body: (
      <>
        <PageHead
          title={title}
          count={formatNumber(ctx.lang, count)}
          lead={t.countedLead(title, group, formatDate(figure.day))}
          actions={
            <>
              {figure.figure === 'late' && count > 0 && mayDraftPaper(ctx.actor).allowed && (
                <LinkButton kind="primary" href={newPaperLink(lateOf(figure))}>
                  {issuedPaperTexts(ctx.lang).add}
                </LinkButton>
              )}
              {count > 0 && policy.exported(ctx.actor).allowed && (
                <form method="post" action={progressExportLink}>
                  {[...new URLSearchParams(countedLink(figure).split('?')[1])].map(([name, value]) => (
                    <input key={name} type="hidden" name={name} value={value} />
                  ))}
                  <Button icon="download">{t.toExcel}</Button>
                </form>
              )}
            </>
          }
        />
        {found.rows.length === 0 ? (
          <EmptyState title={t.noRecords.title}>{t.noRecords.text}</EmptyState>
        ) : (
          <Table<CountedTask>
            caption={t.countedLead(title, group, formatDate(figure.day))}
            rows={found.rows}
            rowKey={(task) => task.id}
            columns={countedColumns(ctx)}
          />
        )}
        {(previous || next) && (
          <Pagination
            label={t.pages}
            summary={t.counted(formatNumber(ctx.lang, count))}
            {...(previous && { previous })}
            {...(next && { next })}
          />
        )}
      </>
    ),
  });
}

/** A paper about the late tasks of a unit names the unit; of another group, all that is late. */
function lateOf(figure: FigureQuery) {
  return figure.by === 'unit' && figure.key ? { 'don-vi': figure.key } : {};
}

function nameOfGrouping({ by }: FigureQuery): string {
  return Object.entries(groupingNames).find(([, value]) => value === by)?.[0] ?? '';
}
