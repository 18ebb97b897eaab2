import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { HitList } from '#ui/hit-list/hit-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import {
  bareTargetsLink,
  draftsLink,
  linkedTasksLink,
  linkProposalsLink,
  newObjectiveLink,
  objectivesExportLink,
  objectivesLink,
  objectivesPrintLink,
  plansLink,
} from '../../links.ts';
import * as linkPolicy from '../../task-target/policy.ts';
import { treeFilter } from '../input.ts';
import type { TreeFilter } from '../linked-tasks.server.ts';
import { filterQuery } from '../parts/link-figures.tsx';
import { ObjectivePanel } from '../parts/objective-branch.tsx';
import { type FilterChoices, filterChoices, filterWords, TreeFilterBar } from '../parts/tree-filter.tsx';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';
import { readTree, type Tree } from '../tree.server.ts';

/** With more targets than these the objectives are folded at first. */
const mostOpen = 60;

/** Objectives, the targets that measure them, and the tasks that are for those, with figures that open their tasks. */
export async function objectiveTreePage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const filter = treeFilter(req.query);
  const tree = await readTree(ctx, filter);
  const choices = await filterChoices(ctx);
  const targets = tree.branches.reduce((sum, branch) => sum + branch.targets.length, 0);
  const mayAdd = policy.may(ctx.actor, 'add', { isInForce: true }).allowed;
  const hasPlan = choices.plans.some((plan) => plan.state === 'issued');
  return page({
    title: t.title,
    current: objectivesLink(),
    trash: 'objective',
    crumbs: [{ label: t.column.plan, href: plansLink }, { label: t.title }],
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead(formatDate(ctx.clock.today()))}
          actions={
            <>
              {mayAdd && hasPlan && (
                <LinkButton href={newObjectiveLink(filter.planId)} shortcut="N">
                  {t.add}
                </LinkButton>
              )}
              {tree.branches.length > 0 && <Taking ctx={ctx} filter={filter} />}
            </>
          }
        />
        <TreeFilterBar ctx={ctx} filter={filter} choices={choices} />
        {tree.branches.length === 0 ? (
          <NoObjectives ctx={ctx} isFiltered={hasPlan} />
        ) : (
          <Stack>
            <Gaps ctx={ctx} filter={filter} tree={tree} plans={choices.plans} />
            {tree.branches.map((branch) => (
              <ObjectivePanel
                key={branch.objective?.id ?? 'khong'}
                lang={ctx.lang}
                filter={filter}
                branch={branch}
                mayLink={linkPolicy.maySome(ctx.actor)}
                isOpen={targets <= mostOpen}
              />
            ))}
          </Stack>
        )}
      </>
    ),
  });
}

/** The same with everything open, for printing. */
export async function objectivePrintPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const filter = treeFilter(req.query);
  const tree = await readTree(ctx, filter);
  const choices = await filterChoices(ctx);
  return page({
    title: t.title,
    current: objectivesLink(),
    crumbs: [{ label: t.title, href: objectivesLink(filterQuery(filter)) }, { label: t.print }],
    body: (
      <div class="wide-sheet">
        <PageHead
          title={t.title}
          lead={filterWords(ctx, filter, choices).join('; ')}
          line={t.printHint}
          printNote={[formatInstant(ctx.lang, ctx.clock.now())]}
        />
        <Stack>
          {tree.branches.map((branch) => (
            <ObjectivePanel
              key={branch.objective?.id ?? 'khong'}
              lang={ctx.lang}
              filter={filter}
              branch={branch}
              mayLink={false}
              isOpen
              isPrinted
            />
          ))}
        </Stack>
      </div>
    ),
  });
}

/** The ways in which the tree goes along: on paper and as a file. */
function Taking({ ctx, filter }: { ctx: Ctx; filter: TreeFilter }) {
  const t = texts(ctx.lang);
  return (
    <>
      <LinkButton href={objectivesPrintLink(filterQuery(filter))}>{t.print}</LinkButton>
      {policy.exported(ctx.actor).allowed && (
        <form method="post" action={objectivesExportLink}>
          {Object.entries(filterQuery(filter)).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <Button icon="download">{t.toExcel}</Button>
        </form>
      )}
    </>
  );
}

/** What hangs on nothing, each list in one press. */
function Gaps({
  ctx,
  filter,
  tree,
  plans,
}: {
  ctx: Ctx;
  filter: TreeFilter;
  tree: Tree;
  plans: FilterChoices['plans'];
}) {
  const t = texts(ctx.lang);
  const n = (value: number) => formatNumber(ctx.lang, value);
  if (tree.bareTargets === 0 && tree.looseTasks === 0) {
    return (
      <Panel id="gaps" title={t.gaps}>
        <p>{t.noGaps}</p>
      </Panel>
    );
  }
  const shown = plans.filter((plan) => (filter.planId ? plan.id === filter.planId : plan.state === 'issued'));
  const hits = [
    ...(tree.bareTargets > 0
      ? [{ title: t.bareTargets(n(tree.bareTargets)), href: bareTargetsLink({ 'ke-hoach': filter.planId }) }]
      : []),
    ...(tree.looseTasks > 0
      ? [{ title: t.looseTasks(n(tree.looseTasks)), href: linkedTasksLink(filterQuery(filter)) }]
      : []),
    ...(linkPolicy.maySome(ctx.actor)
      ? shown
          .filter((plan) => plan.state === 'issued')
          .map((plan) => ({
            title: shown.length > 1 ? t.proposalsOf(plan.title) : t.proposals,
            href: linkProposalsLink(plan.id),
          }))
      : []),
  ];
  return (
    <Panel id="gaps" title={t.gaps} isFlush>
      <HitList hits={hits} />
    </Panel>
  );
}

function NoObjectives({ ctx, isFiltered }: { ctx: Ctx; isFiltered: boolean }) {
  const t = texts(ctx.lang);
  if (isFiltered) return <EmptyState title={t.noMatch.title}>{t.noMatch.text}</EmptyState>;
  const mayDraft = ctx.actor.grants.has('planning.plan-draft.upload');
  return (
    <EmptyState
      title={t.empty.title}
      action={mayDraft ? <LinkButton href={draftsLink}>{t.empty.action}</LinkButton> : undefined}
    >
      {t.empty.text}
    </EmptyState>
  );
}
