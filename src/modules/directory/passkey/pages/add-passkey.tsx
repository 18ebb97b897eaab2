import type { Id } from '#platform/db/id.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { KeptFields, KeptFormFound } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import { getOwnAccount } from '../../account/queries.server.ts';
import { accountLink, challengeLink, passkeysLink } from '../../links.ts';
import { RecoveryCodes } from '../../second-factor/parts/recovery-codes.tsx';
import { texts as factorTexts } from '../../second-factor/texts.ts';
import { deviceOf } from '../../session/device.ts';
import { addPasskey } from '../commands/add.server.ts';
import { removePasskey } from '../commands/remove.server.ts';
import { madeAnswer, passkeyName } from '../input.ts';
import { longestPasskeyName } from '../passkey.ts';
import { PasskeyForm, passkeyScript } from '../parts/passkey-form.tsx';
import { listPasskeys } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { makingOptions } from '../web-authn.server.ts';

/** Asks for a name, then the device for a passkey; asks for a proof first. */
export async function addPasskeyPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(proven(ctx));
  const { browser = '', system = '' } = deviceOf(req.userAgent);
  return form(ctx, req, [browser, system].filter(Boolean).join(', '));
}

/** Keeps the passkey; where it is the first second factor, shows the recovery codes this once. */
export async function addPasskeyAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(proven(ctx));
  const t = texts(ctx.lang);
  const name = passkeyName.safeParse(req.form.text('name'));
  if (!name.success) return form(ctx, req, req.form.text('name').slice(0, 200), t.wrongName);
  const answer = madeAnswer.safeParse(req.form.text('credential'));
  const outcome = answer.success
    ? await addPasskey(ctx, { origin: req.origin }, { answer: answer.data, name: name.data })
    : undefined;
  if (!outcome?.ok) return form(ctx, req, name.data, t.notAdded);
  if (outcome.value.length === 0) return seeOther(accountLink, { tone: 'ok', text: t.added });
  return page({
    title: factorTexts(ctx.lang).codes.title,
    current: accountLink,
    isDone: true,
    body: <RecoveryCodes lang={ctx.lang} codes={outcome.value} />,
  });
}

/** Removes a passkey of the person. */
export async function removePasskeyAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await removePasskey(ctx, req.params.id ?? '');
  return seeOther(
    accountLink,
    outcome.ok ? { tone: 'ok', text: t.removed } : { tone: 'late', text: t.required },
  );
}

async function form(ctx: Ctx, req: Req, name: string, problem?: string): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { signInName } = await getOwnAccount(ctx);
  const known = await listPasskeys(ctx);
  const owner = { tenantId: ctx.tenant.id, accountId: ctx.actor.accountId as Id<'account'> };
  const names = { product: t.product, signInName, fullName: ctx.actor.name };
  const options = await makingOptions(
    { origin: req.origin },
    owner,
    names,
    known.map((passkey) => passkey.id),
  );
  return page({
    ...(problem ? { status: 422 as const } : {}),
    title: t.add,
    current: accountLink,
    crumbs: [{ label: accountTexts(ctx.lang).title, href: accountLink }, { label: t.add }],
    keepsForms: true,
    scripts: [passkeyScript],
    body: (
      <>
        {problem && <ErrorSummary title={t.errorTitle} problems={[{ fieldId: 'name', text: problem }]} />}
        <PageHead title={t.add} lead={t.lead} />
        <noscript>
          <p>{t.noScript}</p>
        </noscript>
        <KeptFormFound action={passkeysLink} />
        <PasskeyForm
          action={passkeysLink}
          kind="make"
          options={options}
          challengeHref={challengeLink}
          label={t.add}
          trouble={t.notAdded}
          isPrimary
        >
          <KeptFields action={passkeysLink}>
            <TextField
              name="name"
              label={t.nameLabel}
              hint={t.nameHint}
              value={name}
              maxLength={longestPasskeyName}
              width="medium"
              required
            />
          </KeptFields>
        </PasskeyForm>
      </>
    ),
  });
}
