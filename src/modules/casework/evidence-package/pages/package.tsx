import { noteOpening } from '#platform/audit/opening.ts';
import { held, type PageReply, page, type Reply } from '#platform/http/reply.ts';
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
import { type EvidencePackage, keptDays } from '../evidence-package.ts';
import { packageLink } from '../links.ts';
import type { PackageOwner } from '../package-owner.server.ts';
import { getPackage, isStillSeen } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** How far a package is; the page asks again until it is there. */
export async function packagePage(ctx: Ctx, req: Req, owners: readonly PackageOwner[]): Promise<PageReply> {
  const one = await getPackage(ctx, req.params.id ?? '');
  const { owner } = ownerOf(owners, one);
  const t = texts(ctx.lang);
  const isSeen = await isStillSeen(ctx, owner, one);
  const back = one.recordId
    ? `${owner.path}/${one.recordId}`
    : `${owner.path}${one.query && `?${one.query}`}`;
  return page({
    title: t.state[one.state],
    current: owner.path,
    ...(one.state === 'waiting' ? { refreshSeconds: 2 } : {}),
    body: (
      <>
        <PageHead title={t.state[one.state]} lead={t.lead(one.title)} />
        <Panel id="package" title={t.title}>
          <Stack>
            <State ctx={ctx} one={one} isSeen={isSeen} />
            <ButtonRow>
              {one.state === 'ready' && isSeen && (
                <LinkButton kind="primary" icon="download" href={packageLink(one.id, true)} download>
                  {t.download}
                </LinkButton>
              )}
              <LinkButton kind="quiet" href={back}>
                {t.back}
              </LinkButton>
            </ButtonRow>
          </Stack>
        </Panel>
      </>
    ),
  });
}

/** The file of a package, for the one who asked for it and still sees every record in it; the taking is noted. */
export async function packageFile(ctx: Ctx, req: Req, owners: readonly PackageOwner[]): Promise<Reply> {
  return openPackage(ctx, req.params.id ?? '', owners);
}

/** The same for pages and programs. `NotFound` while it is not ready, and for records that are seen no longer. */
export async function openPackage(ctx: Ctx, packageId: string, owners: readonly PackageOwner[]) {
  const one = await getPackage(ctx, packageId);
  const { owner } = ownerOf(owners, one);
  if (!one.file || !(await isStillSeen(ctx, owner, one))) throw new NotFound();
  noteOpening(ctx, {
    act: 'casework.evidence-package.see',
    recordKind: 'evidence-package',
    recordId: one.id,
    shown: { records: one.recordCount, files: one.fileCount, sha256: one.file.sha256 },
  });
  return held({ fileName: 'minh-chung.zip', mediaType: 'application/zip', ...one.file });
}

function ownerOf(owners: readonly PackageOwner[], one: EvidencePackage): PackageOwner {
  const found = owners.find(({ owner }) => owner.kind === one.recordKind);
  if (!found) throw new NotFound();
  return found;
}

function State({ ctx, one, isSeen }: { ctx: Ctx; one: EvidencePackage; isSeen: boolean }) {
  const t = texts(ctx.lang);
  const number = (count: number) => formatNumber(ctx.lang, count);
  if (one.state === 'failed') return <p>{t.failure[one.failure ?? 'no-right']}</p>;
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
      <p>
        {t.ready(number(one.recordCount), number(one.fileCount))}{' '}
        {one.leftOutCount > 0 && t.leftOut(number(one.leftOutCount))}
      </p>
      <p>{t.kept(number(keptDays))}</p>
      <p>
        {t.hash}: <code>{one.file?.sha256.match(/.{1,8}/g)?.join(' ')}</code>
      </p>
    </>
  );
}
