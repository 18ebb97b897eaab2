import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { draftLink, draftsLink, plansLink, startLink } from '../../links.ts';
import { sentenceOf } from '../../reading/refusal-texts.ts';
import { uploadPlan } from '../commands/upload.server.ts';
import { UploadForm } from '../parts/upload-form.tsx';
import { draftName, type DraftState, type PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { countSeenRows, listDrafts } from '../queries.server.ts';
import { texts } from '../texts.ts';

const stateTone: Readonly<Record<DraftState, Tone>> = {
  reading: 'info',
  refused: 'late',
  draft: 'soon',
  checked: 'info',
  issued: 'ok',
  discarded: 'neutral',
};

/** Where a plan comes in: the upload form, and the imports so far. */
export async function draftListPage(ctx: Ctx): Promise<PageReply> {
  return listing(ctx, undefined);
}

/** Takes the file and shows how its reading goes on; a file that cannot be one is refused beside the field. */
export async function uploadAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.upload(ctx.actor));
  const file = req.form.file('file');
  if (!file || (file.size === 0 && file.name === '')) return listing(ctx, texts(ctx.lang).noFile);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const outcome = await uploadPlan(ctx, { fileName: file.name, bytes });
  return outcome.ok ? seeOther(draftLink(outcome.value)) : listing(ctx, sentenceOf(outcome.code, ctx.lang));
}

async function listing(ctx: Ctx, problem: string | undefined): Promise<PageReply> {
  const t = texts(ctx.lang);
  const imports = await listDrafts(ctx);
  const underReview = imports.filter((one) => one.state === 'draft').map((one) => one.id);
  const seen = await countSeenRows(ctx, underReview);
  return page({
    ...(problem ? { status: 422 as const } : {}),
    title: t.list,
    current: draftsLink,
    trash: 'plan-draft',
    crumbs: [{ label: t.plans, href: plansLink }, { label: t.list }],
    body: (
      <Stack>
        <ErrorSummary title={t.errorTitle} problems={problem ? [{ fieldId: 'file', text: problem }] : []} />
        <PageHead
          title={t.list}
          actions={
            policy.edit(ctx.actor).allowed && (
              <LinkButton href={startLink({ cach: 'trong' })} icon="plus" shortcut="N">
                {texts(ctx.lang).beginning.title}
              </LinkButton>
            )
          }
        />
        {policy.upload(ctx.actor).allowed && (
          <Panel id="upload" title={t.uploadTitle}>
            <p>{t.uploadLead}</p>
            <UploadForm ctx={ctx} problem={problem} />
          </Panel>
        )}
        {imports.length === 0 ? (
          <EmptyState title={t.none.title}>{t.none.text}</EmptyState>
        ) : (
          <Table<PlanDraft>
            caption={t.earlier}
            isCaptionShown
            rows={imports}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'file',
                label: t.column.file,
                priority: 'lead',
                render: (row) => <a href={draftLink(row.id)}>{draftName(row)}</a>,
              },
              {
                key: 'state',
                label: t.column.state,
                size: 'medium',
                render: (row) => (
                  <>
                    <Tag tone={stateTone[row.state]}>{t.state[row.state]}</Tag>
                    {seen.has(row.id) && <small>{seenWords(ctx, seen.get(row.id))}</small>}
                  </>
                ),
              },
              { key: 'by', label: t.column.by, size: 'medium', render: (row) => row.createdByName },
              {
                key: 'at',
                label: t.column.at,
                size: 'medium',
                render: (row) => formatInstant(ctx.lang, row.createdAt),
              },
            ]}
          />
        )}
      </Stack>
    ),
  });
}

function seenWords(ctx: Ctx, count: { seen: number; all: number } | undefined): string {
  const number = (n: number) => formatNumber(ctx.lang, n);
  return texts(ctx.lang).review.progress(number(count?.seen ?? 0), number(count?.all ?? 0));
}
