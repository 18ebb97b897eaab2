import type { VNode } from 'preact';
import { noteOpening } from '#platform/audit/opening.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup } from '#ui/field/choice-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import { makeLinkLink, signInRulesLink, takeFactorAwayLink } from '../../links.ts';
import * as linkPolicy from '../../password-link/policy.ts';
import { texts as linkTexts } from '../../password-link/texts.ts';
import { requireFactorOf, takeFactorAway } from '../commands/rules.server.ts';
import { roleCodes } from '../input.ts';
import * as policy from '../policy.ts';
import { type AccountInCare, listAccountsInCare, listFactorRoles } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** Which roles need a second factor, and the accounts of those who may need help. */
export async function signInRulesPage(ctx: Ctx): Promise<PageReply> {
  return form(ctx);
}

/** Saves which roles need a second factor. */
export async function requireFactorAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang).rules;
  const given = roleCodes.safeParse(req.form.texts('roles'));
  const outcome = given.success ? await requireFactorOf(ctx, given.data) : undefined;
  return outcome?.ok ? seeOther(signInRulesLink, { tone: 'ok', text: t.saved }) : form(ctx, t.unknownRole);
}

/** Takes the second factor away from somebody who has lost it. */
export async function takeFactorAwayAction(ctx: Ctx, req: Req): Promise<Reply> {
  await takeFactorAway(ctx, req.params.id ?? '');
  return seeOther(signInRulesLink, { tone: 'ok', text: texts(ctx.lang).rules.takenAway });
}

async function form(ctx: Ctx, trouble?: string): Promise<PageReply> {
  must(policy.requireOfRoles(ctx.actor));
  const t = texts(ctx.lang).rules;
  const roles = await listFactorRoles(ctx);
  const accounts = await listAccountsInCare(ctx);
  noteOpening(ctx, {
    act: 'directory.account.see',
    recordKind: 'account-list',
    recordId: ctx.tenant.id,
    shown: { accounts: accounts.length, fields: ['fullName', 'signInName'] },
  });
  const roleNames: Readonly<Record<string, string>> = accountTexts(ctx.lang).roles;
  return page({
    ...(trouble ? { status: 422 as const } : {}),
    title: t.title,
    records: [{ kind: 'tenant', id: ctx.tenant.id }],
    current: signInRulesLink,
    body: (
      <>
        {trouble && <ErrorSummary title={t.title} problems={[{ fieldId: 'roles', text: trouble }]} />}
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          <form method="post" action={signInRulesLink} class="form">
            <CheckboxGroup
              name="roles"
              label={t.roles}
              hint={t.rolesHint}
              values={roles.filter((role) => role.requiresFactor).map((role) => role.code)}
              options={roles.map(({ code }) => ({ value: code, label: roleNames[code] ?? code }))}
            />
            <p class="form-actions">
              <Button kind="primary">{t.submit}</Button>
            </p>
          </form>
          <Panel id="people" title={t.people} count={accounts.length} isFlush>
            <AccountTable ctx={ctx} accounts={accounts} />
          </Panel>
        </Stack>
      </>
    ),
  });
}

function AccountTable({ ctx, accounts }: { ctx: Ctx; accounts: readonly AccountInCare[] }) {
  const t = texts(ctx.lang).rules;
  return (
    <Table
      caption={t.caption}
      frame="none"
      rows={accounts}
      rowKey={(account) => account.id}
      columns={[
        { key: 'name', label: t.name, priority: 'lead', render: (account) => account.fullName },
        { key: 'signIn', label: t.signInName, size: 'medium', render: (account) => account.signInName },
        {
          key: 'factor',
          label: t.factor,
          size: 'medium',
          render: ({ hasFactor }) => (
            <Tag tone={hasFactor ? 'ok' : 'neutral'}>{hasFactor ? t.hasFactor : t.lacksFactor}</Tag>
          ),
        },
        {
          key: 'help',
          label: t.help,
          size: 'long',
          priority: 'aside',
          render: (account) => helpFor(ctx, account),
        },
      ]}
    />
  );
}

/** How to help with an account; nothing to offer where it is the own one. */
function helpFor(ctx: Ctx, account: AccountInCare): VNode | null {
  const t = texts(ctx.lang).rules;
  const link = linkTexts(ctx.lang).made;
  const mayMakeLink = linkPolicy.make(ctx.actor, account.id).allowed;
  const mayTakeAway = account.hasFactor && policy.takeAway(ctx.actor, account.id).allowed;
  if (!mayMakeLink && !mayTakeAway) return null;
  return (
    <form method="post" class="button-row">
      {mayMakeLink && (
        <Button size="small" formAction={makeLinkLink(account.id)} label={link.makeFor(account.fullName)}>
          {link.make}
        </Button>
      )}
      {mayTakeAway && (
        <Button
          size="small"
          formAction={takeFactorAwayLink(account.id)}
          label={t.takeAwayOf(account.fullName)}
        >
          {t.takeAway}
        </Button>
      )}
    </form>
  );
}
