import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { QrCode } from '#ui/qr-code/qr-code.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import { getOwnAccount } from '../../account/queries.server.ts';
import { accountLink, secondFactorDeedLink, secondFactorLink } from '../../links.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  turnOffAuthenticator,
} from '../commands/authenticator.server.ts';
import { renewRecoveryCodes } from '../commands/recovery-codes.server.ts';
import { CodeField } from '../parts/code-field.tsx';
import { RecoveryCodes } from '../parts/recovery-codes.tsx';
import { findFactors, findPendingAuthenticator, isFactorRequired } from '../queries.server.ts';
import { type Factors, hasFactor, type PendingAuthenticator } from '../second-factor.ts';
import { texts } from '../texts.ts';

/** The second factor of the person: off, half set up, or on. */
export async function secondFactorPage(ctx: Ctx): Promise<PageReply> {
  return overview(ctx);
}

/** Makes the secret of a new authenticator app and shows it to be scanned. */
export async function beginAction(ctx: Ctx): Promise<Reply> {
  const begun = await beginAuthenticator(ctx);
  return seeOther(
    secondFactorLink,
    begun.ok ? undefined : { tone: 'late', text: texts(ctx.lang).on.alreadyOn },
  );
}

/** Turns the second factor on by its first code, and shows the recovery codes this once. */
export async function confirmAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang).scan;
  const outcome = await confirmAuthenticator(ctx, req.form.text('code').slice(0, 40));
  if (outcome.ok) return codesPage(ctx, outcome.value);
  return outcome.code === 'wrong-code'
    ? overview(ctx, t.wrongCode)
    : seeOther(secondFactorLink, { tone: 'late', text: t.notBegun });
}

/** Turns the second factor off. */
export async function turnOffAction(ctx: Ctx): Promise<Reply> {
  const t = texts(ctx.lang).on;
  const outcome = await turnOffAuthenticator(ctx);
  if (outcome.ok) return seeOther(accountLink, { tone: 'ok', text: t.turnedOff });
  return seeOther(secondFactorLink, {
    tone: 'late',
    text: outcome.code === 'required' ? t.required : t.notOn,
  });
}

/** Makes new recovery codes and shows them this once. */
export async function renewCodesAction(ctx: Ctx): Promise<Reply> {
  const outcome = await renewRecoveryCodes(ctx);
  if (outcome.ok) return codesPage(ctx, outcome.value);
  return seeOther(secondFactorLink, { tone: 'late', text: texts(ctx.lang).on.notOn });
}

async function overview(ctx: Ctx, trouble?: string): Promise<PageReply> {
  const t = texts(ctx.lang);
  const factors = await findFactors(ctx.db, ctx.tenant.id, ctx.actor.accountId ?? '');
  const { signInName } = await getOwnAccount(ctx);
  const pending = await findPendingAuthenticator(ctx, {
    issuer: t.issuer,
    label: signInName,
  });
  const isRequired = await isFactorRequired(ctx);
  return page({
    ...(trouble ? { status: 422 as const } : {}),
    title: t.title,
    current: accountLink,
    crumbs: [{ label: accountTexts(ctx.lang).title, href: accountLink }, { label: t.title }],
    body: (
      <>
        {trouble && (
          <ErrorSummary title={t.scan.errorTitle} problems={[{ fieldId: 'code', text: trouble }]} />
        )}
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          {isRequired && !hasFactor(factors) && <Notice tone="soon" title={t.mustSetUp} />}
          {factors.authenticatorSince ? (
            <OnPanel
              ctx={ctx}
              factors={factors}
              since={factors.authenticatorSince}
              isRequired={isRequired && factors.passkeys === 0}
            />
          ) : pending ? (
            <ScanPanel ctx={ctx} pending={pending} trouble={trouble} />
          ) : (
            <BeginPanel ctx={ctx} />
          )}
        </Stack>
      </>
    ),
  });
}

function BeginPanel({ ctx }: { ctx: Ctx }) {
  const t = texts(ctx.lang).begin;
  return (
    <Panel id="begin" title={t.title}>
      <Stack>
        <p>{t.text}</p>
        <form method="post" action={secondFactorLink}>
          <Button kind="primary">{t.submit}</Button>
        </form>
      </Stack>
    </Panel>
  );
}

function ScanPanel(props: { ctx: Ctx; pending: PendingAuthenticator; trouble: string | undefined }) {
  const { ctx, pending, trouble } = props;
  const t = texts(ctx.lang).scan;
  return (
    <Panel id="scan" title={t.title}>
      <Stack>
        <p>{t.step}</p>
        <QrCode text={pending.address} label={t.qr} />
        <p>
          {t.secret} <code translate={false}>{pending.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <form method="post" action={secondFactorDeedLink('xac-nhan')} class="form" novalidate>
          <CodeField lang={ctx.lang} error={trouble} isAppOnly />
          <p class="form-actions">
            <Button kind="primary">{t.submit}</Button>
            <Button kind="quiet" formAction={secondFactorLink}>
              {t.restart}
            </Button>
          </p>
        </form>
      </Stack>
    </Panel>
  );
}

function OnPanel(props: { ctx: Ctx; factors: Factors; since: Date; isRequired: boolean }) {
  const { ctx, factors, since, isRequired } = props;
  const t = texts(ctx.lang).on;
  return (
    <Panel id="on" title={t.title}>
      <Stack>
        <Facts
          layout="rows"
          facts={[
            { label: t.since, value: formatInstant(ctx.lang, since) },
            { label: t.codes, value: String(factors.recoveryCodesLeft), note: t.renewHint },
          ]}
        />
        <form method="post" action={secondFactorDeedLink('ma-du-phong')} class="button-row">
          <Button>{t.renew}</Button>
          {!isRequired && (
            <Button kind="danger" formAction={secondFactorDeedLink('tat')}>
              {t.turnOff}
            </Button>
          )}
        </form>
        {isRequired && <p>{t.required}</p>}
      </Stack>
    </Panel>
  );
}

function codesPage(ctx: Ctx, codes: readonly string[]): PageReply {
  const t = texts(ctx.lang);
  return page({
    title: t.codes.title,
    current: accountLink,
    crumbs: [{ label: accountTexts(ctx.lang).title, href: accountLink }, { label: t.codes.title }],
    body: <RecoveryCodes lang={ctx.lang} codes={codes} />,
  });
}
