import { download, type DownloadReply, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Progress } from '#ui/progress/progress.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Steps } from '#ui/steps/steps.tsx';
import { draftDeedLink, draftPaperLink, draftsLink, planLink, plansLink } from '../../links.ts';
import { sentenceOf } from '../../reading/refusal-texts.ts';
import { draftName, papersOf, type PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { DiscardForm } from '../parts/discard-form.tsx';
import { UploadForm } from '../parts/upload-form.tsx';
import { FrozenRows } from '../parts/frozen-rows.tsx';
import { PaperList } from '../parts/paper-links.tsx';
import { SourcePanel } from '../parts/source-panel.tsx';
import { getDraft, getKeptFile, listRows } from '../queries.server.ts';
import { getReadSource } from '../review.server.ts';
import { texts } from '../texts.ts';
import { reviewPage } from './review.tsx';

/** One import, as far as it has come: being read, refused, under review, stored, or put aside. */
export async function draftPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const found = await getDraft(ctx, req.params.id ?? '');
  if (found.state === 'draft') return reviewPage(ctx, req, found);
  const t = texts(ctx.lang);
  const isFrozen = ['issued', 'checked'].includes(found.state);
  const lines = isFrozen ? (await getReadSource(ctx, found.id)).lines : [];
  const rows = isFrozen ? await listRows(ctx, found.id) : [];
  return page({
    title: draftName(found),
    records: [{ kind: 'plan-draft', id: found.id }],
    current: draftsLink,
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: draftsLink },
      { label: draftName(found) },
    ],
    ...(found.state === 'reading' ? { refreshSeconds: 1 } : {}),
    body: (
      <Stack>
        <PageHead
          title={draftName(found)}
          actions={
            rows.length > 0 && (
              <PaperList
                lang={ctx.lang}
                names={papersOf(found)}
                linkTo={(name) => draftPaperLink(found.id, name)}
              />
            )
          }
        />
        <Standing ctx={ctx} found={found} />
        <FrozenRows lang={ctx.lang} rows={rows} />
        {lines.length > 0 && <SourcePanel lang={ctx.lang} lines={lines} here={[]} />}
      </Stack>
    ),
  });
}

/** The file as it came, or the signed paper where one was added. */
export async function draftFile(ctx: Ctx, req: Req): Promise<DownloadReply> {
  const file = await getKeptFile(ctx, req.params.id ?? '');
  return download(file.fileName, 'application/octet-stream', file.content);
}

function Standing({ ctx, found }: { ctx: Ctx; found: PlanDraft }) {
  const t = texts(ctx.lang);
  switch (found.state) {
    case 'reading':
    case 'draft':
      return <Reading ctx={ctx} found={found} />;
    case 'checked':
      return (
        <Notice
          tone="info"
          title={t.check.checkedTitle}
          actions={
            <>
              {policy.issue(ctx.actor).allowed && (
                <LinkButton kind="primary" href={draftDeedLink(found.id, 'xac-nhan')}>
                  {t.check.issue}
                </LinkButton>
              )}
              {policy.check(ctx.actor).allowed && (
                <DeedForm action={draftDeedLink(found.id, 'mo-soat')} label={t.check.reopen} />
              )}
            </>
          }
        >
          {t.check.checkedText}
        </Notice>
      );
    case 'refused':
      return (
        <>
          <Notice tone="late" title={t.refusedTitle}>
            {sentenceOf(found.refusalCode ?? 'damaged', ctx.lang)}
          </Notice>
          {policy.upload(ctx.actor).allowed && <UploadForm ctx={ctx} />}
          <DiscardForm ctx={ctx} draft={found} />
        </>
      );
    case 'issued':
      return (
        <Notice
          tone="ok"
          title={t.stored.title}
          actions={
            <>
              <LinkButton kind="primary" href={planLink(found.planId ?? '')}>
                {t.stored.open}
              </LinkButton>
              {policy.takeBack(ctx.actor).allowed && (
                <DeedForm action={draftDeedLink(found.id, 'hoan-tac')} label={t.stored.undo} />
              )}
            </>
          }
        >
          {t.stored.text}
        </Notice>
      );
    case 'discarded':
      return (
        <Notice
          tone="neutral"
          title={t.discardedTitle}
          actions={
            policy.restore(ctx.actor).allowed && (
              <DeedForm action={draftDeedLink(found.id, 'khoi-phuc')} label={t.restore} />
            )
          }
        >
          {t.discardedText}
        </Notice>
      );
  }
}

/** How far the reading is: pages, where the reader counts them. */
function Reading({ ctx, found }: { ctx: Ctx; found: PlanDraft }) {
  const t = texts(ctx.lang);
  const number = (n: number) => formatNumber(ctx.lang, n);
  return (
    <>
      <Steps
        label={t.reading.label}
        steps={t.reading.steps.map((label, index) => ({
          label,
          state: index === 0 ? 'done' : index === 1 ? 'current' : 'ahead',
        }))}
      />
      {found.progress && (
        <Progress value={found.progress.done} max={found.progress.total} label={t.reading.label}>
          {t.reading.pages(number(found.progress.done), number(found.progress.total))}
        </Progress>
      )}
      <Notice tone="info" title={t.reading.title}>
        {t.reading.text}
      </Notice>
    </>
  );
}

function DeedForm({ action, label }: { action: string; label: string }) {
  return (
    <form method="post" action={action}>
      <Button>{label}</Button>
    </form>
  );
}
