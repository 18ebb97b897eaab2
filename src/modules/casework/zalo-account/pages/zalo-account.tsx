import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { templateParameter } from '#platform/zalo/zalo-sender.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { PasswordField, TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { channelsLink, zaloAccountLink, zaloEventsLink } from '../../links.ts';
import { removeZaloAccount, setZaloAccount } from '../commands.server.ts';
import { zaloForm } from '../input.ts';
import * as policy from '../policy.ts';
import { findShownAccount } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { secretFields, zaloFields } from '../zalo-account.ts';

type Typed = Readonly<Partial<Record<(typeof zaloFields)[number], string>>>;

/** By which Zalo account the office writes; asks for a proof first, and never shows a secret. */
export function zaloAccountPage(ctx: Ctx): Promise<PageReply> {
  return form(ctx);
}

/** Keeps the account. */
export async function setZaloAccountAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.set(ctx.actor));
  const t = texts(ctx.lang);
  const typed = Object.fromEntries(zaloFields.map((name) => [name, req.form.text(name).trim()]));
  const parsed = zaloForm.safeParse(typed);
  if (!parsed.success) return form(ctx, typed, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const version = /^\d{1,9}$/.test(req.form.text('version')) ? Number(req.form.text('version')) : 0;
  const outcome = await setZaloAccount(ctx, parsed.data, version);
  if (outcome.ok) return seeOther(channelsLink, { tone: 'ok', text: t.saved });
  return form(ctx, typed, [
    { fieldId: outcome.code === 'secret-missing' ? 'appSecret' : 'appId', text: t.refusal[outcome.code] },
  ]);
}

/** Takes the account away. */
export async function removeZaloAccountAction(ctx: Ctx): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await removeZaloAccount(ctx);
  return seeOther(
    channelsLink,
    outcome.ok ? { tone: 'ok', text: t.removed } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

async function form(ctx: Ctx, typed: Typed = {}, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.set(ctx.actor));
  must(proven(ctx));
  const t = texts(ctx.lang);
  const account = await findShownAccount(ctx);
  const about = (name: (typeof zaloFields)[number]) => ({
    name,
    label: t[name],
    error: problems.find((one) => one.fieldId === name)?.text,
  });
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    records: [{ kind: 'zalo-account', id: ctx.tenant.id }],
    current: channelsLink,
    keepsForms: true,
    crumbs: [{ label: t.back, href: channelsLink }, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          <KeptForm action={zaloAccountLink()} class="form">
            <input type="hidden" name="version" value={account?.version ?? 0} />
            <TextField
              {...about('appId')}
              hint={t.appIdHint}
              value={typed.appId ?? account?.appId}
              required
              width="medium"
            />
            {secretFields.map((name) => (
              <PasswordField
                key={name}
                {...about(name)}
                hint={[
                  name === 'oaSecret' && t.oaSecretHint,
                  name === 'refreshToken' && t.refreshTokenHint,
                  account && t.kept,
                ]
                  .filter(Boolean)
                  .join(' ')}
                autocomplete="new-password"
              />
            ))}
            <TextField
              {...about('templateId')}
              hint={t.templateIdHint(templateParameter)}
              value={typed.templateId ?? account?.templateId ?? ''}
              width="medium"
            />
            <ButtonRow>
              <Button kind="primary">{t.save}</Button>
            </ButtonRow>
          </KeptForm>
          <Panel id="webhook" title={t.webhook}>
            <Stack>
              <Facts
                layout="rows"
                facts={[{ label: t.webhook, value: t.webhookAddress(zaloEventsLink(ctx.tenant.slug)) }]}
              />
              <p>{t.webhookHint}</p>
            </Stack>
          </Panel>
          {account && (
            <Panel id="remove" title={t.remove}>
              <form method="post" action={zaloAccountLink('bo')}>
                <Stack>
                  <p>{t.removeText}</p>
                  <ButtonRow>
                    <Button kind="danger">{t.remove}</Button>
                  </ButtonRow>
                </Stack>
              </form>
            </Panel>
          )}
        </Stack>
      </>
    ),
  });
}
