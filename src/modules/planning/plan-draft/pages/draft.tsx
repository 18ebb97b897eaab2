import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Steps } from '#ui/steps/steps.tsx';
import { draftDeedLink, draftLink, draftsLink, planLink, plansLink } from '../../links.ts';
import { sentenceOf } from '../../reading/refusal-texts.ts';
import { discardDraft, restoreDraft } from '../commands/set-aside.server.ts';
import { takeBackPlan } from '../commands/take-back.server.ts';
import { draftName, type PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { UploadForm } from '../parts/upload-form.tsx';
import { SourcePanel } from '../parts/source-panel.tsx';
import { getDraft, getSourceLines } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { reviewPage } from './review.tsx';

/** One import, as far as it has come: being read, refused, under review, stored, or put aside. */
export async function draftPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const found = await getDraft(ctx, req.params.id ?? '');
  if (found.state === 'draft') return reviewPage(ctx, req, found);
  const t = texts(ctx.lang);
  const lines = found.state === 'issued' ? await getSourceLines(ctx, found.id) : [];
  return page({
    title: draftName(found),
    current: draftsLink,
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: draftsLink },
      { label: draftName(found) },
    ],
    ...(found.state === 'reading' ? { refreshSeconds: 1 } : {}),
    body: (
      <Stack>
        <PageHead title={draftName(found)} />
        <Standing ctx={ctx} found={found} />
        {lines.length > 0 && <SourcePanel t={t} lines={lines} here={[]} />}
      </Stack>
    ),
  });
}

/** Takes the whole import back, or says why it no longer can be. */
export async function takeBackAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await takeBackPlan(ctx, id);
  if (outcome.ok) return seeOther(draftLink(id), { tone: 'ok', text: t.stored.undone });
  const text =
    outcome.code === 'worked-on'
      ? t.refusal['worked-on'](
          formatNumber(ctx.lang, Number(outcome.detail.count)),
          String(outcome.detail.first),
        )
      : t.refusal['wrong-state'];
  return seeOther(draftLink(id), { tone: 'late', text });
}

/** Puts an import aside. */
export async function discardAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await discardDraft(ctx, req.params.id ?? '');
  return outcome.ok
    ? seeOther(draftsLink, { tone: 'ok', text: t.discarded })
    : seeOther(draftLink(req.params.id ?? ''), { tone: 'late', text: t.refusal['wrong-state'] });
}

/** Takes an import up again. */
export async function restoreAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await restoreDraft(ctx, id);
  return seeOther(
    draftLink(id),
    outcome.ok ? { tone: 'ok', text: t.restored } : { tone: 'late', text: t.refusal['wrong-state'] },
  );
}

function Standing({ ctx, found }: { ctx: Ctx; found: PlanDraft }) {
  const t = texts(ctx.lang);
  const mayEdit = policy.edit(ctx.actor).allowed;
  switch (found.state) {
    case 'reading':
    case 'draft':
    case 'checked':
      return (
        <>
          <Steps
            label={t.reading.label}
            steps={t.reading.steps.map((label, index) => ({
              label,
              state: index === 0 ? 'done' : index === 1 ? 'current' : 'ahead',
            }))}
          />
          <Notice tone="info" title={t.reading.title}>
            {t.reading.text}
          </Notice>
        </>
      );
    case 'refused':
      return (
        <>
          <Notice tone="late" title={t.refusedTitle}>
            {sentenceOf(found.refusalCode ?? 'damaged', ctx.lang)}
          </Notice>
          {policy.upload(ctx.actor).allowed && <UploadForm ctx={ctx} />}
          {mayEdit && <DeedForm action={draftDeedLink(found.id, 'bo')} label={t.discard} />}
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
          actions={mayEdit && <DeedForm action={draftDeedLink(found.id, 'khoi-phuc')} label={t.restore} />}
        >
          {t.discardedText}
        </Notice>
      );
  }
}

function DeedForm({ action, label }: { action: string; label: string }) {
  return (
    <form method="post" action={action}>
      <Button>{label}</Button>
    </form>
  );
}
