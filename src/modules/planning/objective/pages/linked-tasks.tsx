import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { objectivesLink, targetsOfTaskLink } from '../../links.ts';
import { countedColumns } from '../../progress/parts/counted-columns.tsx';
import type { CountedTask } from '../../progress/queries.server.ts';
import { getTarget } from '../../target/queries.server.ts';
import * as linkPolicy from '../../task-target/policy.ts';
import { askedFigure, treeFilter } from '../input.ts';
import { countLinked, listLinked, type TaskPlace } from '../linked-tasks.server.ts';
import { figureLink, filterQuery } from '../parts/link-figures.tsx';
import * as policy from '../policy.ts';
import { getObjective } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** Exactly the tasks that a figure of a target or objective counted, or the tasks that are for no target. */
export async function linkedTasksPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const filter = treeFilter(req.query);
  const { place, figure } = askedFigure(req.query);
  const name = await nameOf(ctx, place);
  const cursor = req.query.get('trang')?.slice(0, 2_000) ?? undefined;
  const found = await listLinked(ctx, { place, figure, filter }, cursor);
  const count = await countLinked(ctx, { place, figure, filter });
  const isLoose = place.kind === 'none';
  const title = isLoose ? t.looseTitle : t.listOf(t.figure[figure], name);
  const step = (to: string | undefined, label: string) =>
    to === undefined ? undefined : { label, href: figureLink(filter, place, figure, to) };
  const [previous, next] = [step(found.previous, t.previous), step(found.next, t.next)];
  const columns = countedColumns(ctx);
  return page({
    title,
    current: objectivesLink(),
    crumbs: [{ label: t.title, href: objectivesLink(filterQuery(filter)) }, { label: title }],
    body: (
      <>
        <PageHead
          title={title}
          count={formatNumber(ctx.lang, count)}
          lead={isLoose ? t.looseLead : t.listLead(formatDate(ctx.clock.today()))}
        />
        {found.rows.length === 0 ? (
          <EmptyState title={isLoose ? t.noGaps : t.noTasks.title}>
            {isLoose ? '' : t.noTasks.text}
          </EmptyState>
        ) : (
          <Table<CountedTask>
            caption={title}
            rows={found.rows}
            rowKey={(task) => task.id}
            columns={isLoose && linkPolicy.maySome(ctx.actor) ? [...columns, linking(ctx)] : columns}
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

/** Of what the tasks are; `NotFound` for a record that this person may not read. */
async function nameOf(ctx: Ctx, place: TaskPlace): Promise<string> {
  const t = texts(ctx.lang);
  if (place.kind === 'target') return (await getTarget(ctx, place.targetId)).text;
  if (place.kind === 'none' || place.objectiveId === null) return t.none;
  return (await getObjective(ctx, place.objectiveId)).title;
}

function linking(ctx: Ctx): Column<CountedTask> {
  const t = texts(ctx.lang);
  return {
    key: 'deed',
    label: t.column.deed,
    isLabelHidden: true,
    isForScreen: true,
    render: (task) => (
      <LinkButton size="small" href={targetsOfTaskLink(task.id)} label={t.linkTargetTo(task.code)}>
        {t.linkTarget}
      </LinkButton>
    ),
  };
}
