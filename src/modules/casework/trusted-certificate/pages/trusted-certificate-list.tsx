import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { trustedCertificateLink, trustedCertificatesLink } from '../../links.ts';
import { setReuseLimit } from '../../reuse-limit/commands.server.ts';
import { reuseLimitForm } from '../../reuse-limit/input.ts';
import { ReuseLimitPanel } from '../../reuse-limit/parts/reuse-limit-panel.tsx';
import { findReuseLimit } from '../../reuse-limit/queries.server.ts';
import { texts as limitTexts } from '../../reuse-limit/texts.ts';
import { removeTrusted, restoreTrusted } from '../commands.server.ts';
import * as policy from '../policy.ts';
import { listTrusted } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { fingerprintWords, standingOf, type TrustedCertificate } from '../trusted-certificate.ts';

const tones: Readonly<Record<ReturnType<typeof standingOf>, Tone>> = {
  valid: 'ok',
  expired: 'late',
  'to-come': 'paused',
};

/** Whom the office trusts to vouch for signers, and how often a proof may serve. */
export async function trustedCertificateListPage(ctx: Ctx): Promise<PageReply> {
  return list(ctx);
}

/** Trusts an authority no longer, with the way back. */
export async function removeTrustedAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await removeTrusted(ctx, id);
  return seeOther(
    trustedCertificatesLink(),
    outcome.ok
      ? { tone: 'ok', text: t.removedDone, undo: trustedCertificateLink(id, 'khoi-phuc') }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Trusts an authority again. */
export async function restoreTrustedAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await restoreTrusted(ctx, req.params.id ?? '');
  return seeOther(
    trustedCertificatesLink(),
    outcome.ok ? { tone: 'ok', text: t.restoredDone } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Says from how many records on a proof is worth a second look. */
export async function setReuseLimitAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = limitTexts(ctx.lang);
  const typed = req.form.text('mostRecords');
  const parsed = reuseLimitForm.safeParse({ mostRecords: typed });
  if (!parsed.success) return list(ctx, { typed, problems: [{ fieldId: 'mostRecords', text: t.fault }] });
  await setReuseLimit(ctx, parsed.data.mostRecords);
  return seeOther(trustedCertificatesLink(), { tone: 'ok', text: t.saved });
}

async function list(
  ctx: Ctx,
  returned?: { typed: string; problems: readonly FieldProblem[] },
): Promise<PageReply> {
  must(policy.add(ctx.actor));
  const t = texts(ctx.lang);
  const trusted = await listTrusted(ctx);
  const limit = await findReuseLimit(ctx);
  return page({
    ...(returned ? { status: 422 as const } : {}),
    title: t.title,
    records: [{ kind: 'trusted-certificate' }],
    current: trustedCertificatesLink(),
    trash: 'trusted-certificate',
    body: (
      <>
        <ErrorSummary title={limitTexts(ctx.lang).errorTitle} problems={returned?.problems ?? []} />
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            <LinkButton kind="primary" href={trustedCertificatesLink('them')}>
              {t.add}
            </LinkButton>
          }
        />
        <Stack>
          {trusted.length === 0 ? (
            <EmptyState icon="shield" title={t.none.title}>
              {t.none.text}
            </EmptyState>
          ) : (
            <Table<TrustedCertificate>
              caption={t.caption}
              rows={trusted}
              rowKey={(one) => one.id}
              columns={columns(ctx)}
            />
          )}
          <Notice tone="info" title={t.revocation.title}>
            {t.revocation.text}
          </Notice>
          <ReuseLimitPanel
            lang={ctx.lang}
            value={returned?.typed ?? String(limit)}
            error={returned?.problems[0]?.text}
          />
        </Stack>
      </>
    ),
  });
}

function columns(ctx: Ctx): Column<TrustedCertificate>[] {
  const t = texts(ctx.lang);
  const day = (at: Date) => formatDate(plainDate(at.toISOString().slice(0, 10)));
  return [
    {
      key: 'name',
      label: t.column.name,
      priority: 'lead',
      render: (one) => (
        <>
          {one.name}
          <br />
          <small>{one.issuer === one.name ? t.issuedBySelf : t.issuedBy(one.issuer)}</small>
        </>
      ),
    },
    {
      key: 'standing',
      label: t.column.standing,
      size: 'medium',
      render: (one) => {
        const standing = standingOf(one, ctx.clock.now());
        return <Tag tone={tones[standing]}>{t.standing[standing]}</Tag>;
      },
    },
    {
      key: 'validity',
      label: t.column.validity,
      size: 'medium',
      render: (one) => t.validity(day(one.notBefore), day(one.notAfter)),
    },
    {
      key: 'fingerprint',
      label: t.column.fingerprint,
      size: 'long',
      render: (one) => <code>{fingerprintWords(one.fingerprint)}</code>,
    },
    {
      key: 'added',
      label: t.column.added,
      size: 'medium',
      render: (one) => t.added(one.addedByName, formatInstant(ctx.lang, one.addedAt)),
    },
    {
      key: 'deed',
      label: t.column.deed,
      isLabelHidden: true,
      size: 'medium',
      render: (one) => (
        <form method="post" action={trustedCertificateLink(one.id, 'bo')}>
          <Button size="small" kind="quiet" label={t.removeOf(one.name)}>
            {t.remove}
          </Button>
        </form>
      ),
    },
  ];
}
