import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { objectivesLink, targetLink, tasksOfTargetLink } from '../../links.ts';
import { targetWords } from '../../target/parts/target-words.tsx';
import { texts as targetTexts } from '../../target/texts.ts';
import * as linkPolicy from '../../task-target/policy.ts';
import { treeFilter } from '../input.ts';
import * as policy from '../policy.ts';
import { listObjectives, listTreeTargets, type TreeTarget } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The targets of the plans in force, or of one plan, for which no task is. */
export async function bareTargetsPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const { planId } = treeFilter(req.query);
  const bare = (await listTreeTargets(ctx, planId)).filter((one) => !one.hasTask);
  const objectives = new Map((await listObjectives(ctx, planId)).map((one) => [one.id, one.title]));
  const linking: Column<TreeTarget> = {
    key: 'deed',
    label: t.column.deed,
    isLabelHidden: true,
    isForScreen: true,
    render: (target) => (
      <LinkButton size="small" href={tasksOfTargetLink(target.id)} label={t.linkTasksTo(target.text)}>
        {t.linkTasks}
      </LinkButton>
    ),
  };
  const columns: Column<TreeTarget>[] = [
    {
      key: 'target',
      label: t.column.target,
      priority: 'lead',
      render: (target) => (
        <>
          <a href={targetLink(target.id)}>{target.text}</a>
          <small>{targetWords(ctx.lang, targetTexts(ctx.lang), target)}</small>
        </>
      ),
    },
    {
      key: 'objective',
      label: t.column.objective,
      size: 'long',
      render: (target) => (target.objectiveId && objectives.get(target.objectiveId)) ?? t.none,
    },
  ];
  return page({
    title: t.bareTitle,
    current: objectivesLink(),
    crumbs: [{ label: t.title, href: objectivesLink({ 'ke-hoach': planId }) }, { label: t.bareTitle }],
    body: (
      <>
        <PageHead title={t.bareTitle} count={formatNumber(ctx.lang, bare.length)} lead={t.bareLead} />
        {bare.length === 0 ? (
          <EmptyState title={t.bareNone} />
        ) : (
          <Table<TreeTarget>
            caption={t.bareTitle}
            rows={bare}
            rowKey={(target) => target.id}
            columns={linkPolicy.maySome(ctx.actor) ? [...columns, linking] : columns}
          />
        )}
      </>
    ),
  });
}
