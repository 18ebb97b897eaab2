import { findUnitsByName } from '#modules/directory/index.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { draftDeedLink, draftLink, draftsLink, planLink, plansLink } from '../../links.ts';
import { issueDraft } from '../commands/issue.server.ts';
import { draftName, type RowKind } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { getDraft, listRows, listTwins } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** What storing will make, before it is made: counts, new and known units, what is left open. */
export async function issuePage(ctx: Ctx, req: Req): Promise<Reply> {
  return summary(ctx, req.params.id ?? '', undefined);
}

/** Stores everything at once, and opens the plan. */
export async function issueAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await issueDraft(ctx, id);
  if (outcome.ok) return seeOther(planLink(outcome.value), { tone: 'ok', text: t.stored.flash });
  if (outcome.code === 'wrong-state')
    return seeOther(draftLink(id), { tone: 'late', text: t.refusal['wrong-state'] });
  return summary(ctx, id, t.refusal[outcome.code]);
}

async function summary(ctx: Ctx, draftId: string, problem: string | undefined): Promise<PageReply | Reply> {
  const t = texts(ctx.lang);
  const found = await getDraft(ctx, draftId);
  must(policy.issue(ctx.actor));
  if (found.state !== 'draft') return seeOther(draftLink(found.id));
  const all = await listRows(ctx, found.id);
  const rows = all.filter((row) => row.state !== 'skipped');
  const names = [
    ...new Set(
      rows.flatMap((row) => (row.kind === 'task' ? [...row.data.lead, ...row.data.coordinators] : [])),
    ),
  ];
  const known = await findUnitsByName(ctx, names);
  const twins = found.head ? await listTwins(ctx, found.head) : [];
  const count = (kind: RowKind) => rows.filter((row) => row.kind === kind).length;
  const lines = [
    { label: t.confirm.tasks, count: count('task') },
    { label: t.confirm.targets, count: count('target') },
    { label: t.confirm.reports, count: count('report') },
    { label: t.confirm.citations, count: count('citation') },
    { label: t.confirm.skipped, count: all.length - rows.length },
    {
      label: t.confirm.open,
      count: rows.filter((row) => row.doubts.length > 0 && row.state === 'unseen').length,
    },
  ];
  const fresh = names.filter((name) => !known.has(name));
  return page({
    ...(problem ? { status: 422 as const } : {}),
    title: t.confirm.title,
    current: draftsLink,
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: draftsLink },
      { label: draftName(found), href: draftLink(found.id) },
      { label: t.confirm.title },
    ],
    body: (
      <Stack>
        <ErrorSummary title={t.errorTitle} problems={problem ? [{ fieldId: '', text: problem }] : []} />
        <PageHead title={t.confirm.title} lead={draftName(found)} />
        <p>{t.confirm.lead}</p>
        {twins[0] && (
          <Notice tone="soon" title={t.confirm.twinTitle}>
            {t.confirm.twin(twins[0].title)}
          </Notice>
        )}
        <Table
          caption={t.confirm.willMake}
          isCaptionShown
          narrow="table"
          rows={lines}
          rowKey={(row) => row.label}
          columns={[
            { key: 'what', label: t.confirm.what, priority: 'lead', render: (row) => row.label },
            {
              key: 'count',
              label: t.confirm.count,
              align: 'end',
              render: (row) => formatNumber(ctx.lang, row.count),
            },
          ]}
        />
        <Panel id="new-units" title={t.confirm.newUnits} count={fresh.length}>
          {fresh.length === 0 ? <p>{t.confirm.noneNew}</p> : <Names names={fresh} />}
        </Panel>
        {known.size > 0 && (
          <Panel id="known-units" title={t.confirm.knownUnits} count={known.size}>
            <Names names={[...known.values()].map((unit) => unit.name)} />
          </Panel>
        )}
        <form method="post" action={draftDeedLink(found.id, 'xac-nhan')}>
          <p class="form-actions">
            <Button kind="primary">{t.confirm.submit}</Button>
            <LinkButton href={draftLink(found.id)}>{t.confirm.back}</LinkButton>
          </p>
        </form>
      </Stack>
    ),
  });
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul>
      {[...new Set(names)].map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
