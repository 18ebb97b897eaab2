import { noteOpening } from '#platform/audit/opening.ts';
import { type HeldReply, held, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Progress } from '#ui/progress/progress.tsx';
import { texts as paperTexts } from '../../issued-paper/texts.ts';
import { issuedPapersLink, paperBatchLink } from '../../links.ts';
import { keptDays, type PaperBatch } from '../paper-batch.ts';
import { getBatch, isStillSeen } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** How far a file of papers is; the page asks again until it is there. */
export async function batchPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const one = await getBatch(ctx, req.params.id ?? '');
  const t = texts(ctx.lang);
  const isSeen = await isStillSeen(ctx, one);
  return page({
    title: t.state[one.state],
    current: issuedPapersLink,
    ...(one.state === 'waiting' ? { refreshSeconds: 2 } : {}),
    crumbs: [{ label: paperTexts(ctx.lang).list, href: issuedPapersLink }, { label: t.title }],
    body: (
      <>
        <PageHead title={t.state[one.state]} />
        <Panel id="batch" title={t.title}>
          <Stack>
            <State ctx={ctx} one={one} isSeen={isSeen} />
            <ButtonRow>
              {one.state === 'ready' && isSeen && (
                <LinkButton kind="primary" icon="download" href={paperBatchLink(one.id, true)} download>
                  {t.download}
                </LinkButton>
              )}
              <LinkButton kind="quiet" href={issuedPapersLink}>
                {t.back}
              </LinkButton>
            </ButtonRow>
          </Stack>
        </Panel>
      </>
    ),
  });
}

/** The file of a batch, for the one who asked for it and still sees every paper in it; the taking is noted. */
export async function batchFile(ctx: Ctx, req: Req): Promise<HeldReply> {
  return openBatch(ctx, req.params.id ?? '');
}

/** The same for pages and programs. `NotFound` while it is not ready, and for papers that are seen no longer. */
export async function openBatch(ctx: Ctx, batchId: string): Promise<HeldReply> {
  const one = await getBatch(ctx, batchId);
  if (!one.file || !(await isStillSeen(ctx, one))) throw new NotFound();
  noteOpening(ctx, {
    act: 'casework.paper-batch.see',
    recordKind: 'paper-batch',
    recordId: one.id,
    shown: { papers: one.paperCount, sha256: one.file.sha256 },
  });
  return held({ fileName: 'van-ban.pdf', mediaType: 'application/pdf', ...one.file });
}

function State({ ctx, one, isSeen }: { ctx: Ctx; one: PaperBatch; isSeen: boolean }) {
  const t = texts(ctx.lang);
  if (one.state === 'failed') return <p>{t.failure[one.failure ?? 'not-set']}</p>;
  if (one.state === 'waiting')
    return (
      <>
        <Progress value={0} max={1} label={t.state.waiting} />
        <p>{t.waiting}</p>
      </>
    );
  if (!isSeen)
    return (
      <Notice tone="late" title={t.state.ready}>
        {t.hidden}
      </Notice>
    );
  return (
    <>
      <p>{t.ready(formatNumber(ctx.lang, one.paperCount))}</p>
      <p>{t.kept(formatNumber(ctx.lang, keptDays))}</p>
      <p>
        {t.hash}: <code>{one.file?.sha256.match(/.{1,8}/g)?.join(' ')}</code>
      </p>
    </>
  );
}
