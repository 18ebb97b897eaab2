import { plainListPage } from '#modules/lists/index.server.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup } from '#ui/field/choice-field.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import { signInRulesLink } from '../../links.ts';
import { requireFactorOf, takeFactorAway } from '../commands/rules.server.ts';
import { roleCodes } from '../input.ts';
import * as policy from '../policy.ts';
import { type FactorRole, listFactorRoles } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { accountList, rowForm } from './account-list.tsx';

/** The accounts of those who may need help, and which roles need a second factor. */
export function signInRulesPage(ctx: Ctx, req: Req): Promise<Reply> {
  return form(ctx, req);
}

/** Saves which roles need a second factor. */
export async function requireFactorAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang).rules;
  const given = roleCodes.safeParse(req.form.texts('roles'));
  const outcome = given.success ? await requireFactorOf(ctx, given.data) : undefined;
  return outcome?.ok
    ? seeOther(signInRulesLink, { tone: 'ok', text: t.saved })
    : form(ctx, req, t.unknownRole);
}

/** Takes the second factor away from somebody who has lost it. */
export async function takeFactorAwayAction(ctx: Ctx, req: Req): Promise<Reply> {
  await takeFactorAway(ctx, req.params.id ?? '');
  return seeOther(signInRulesLink, { tone: 'ok', text: texts(ctx.lang).rules.takenAway });
}

async function form(ctx: Ctx, req: Req, trouble?: string): Promise<Reply> {
  must(policy.requireOfRoles(ctx.actor));
  const t = texts(ctx.lang).rules;
  const roles = await listFactorRoles(ctx);
  return plainListPage(ctx, req, accountList, {
    ...(trouble ? { status: 422 as const } : {}),
    lead: t.lead,
    reply: { records: [{ kind: 'tenant', id: ctx.tenant.id }] },
    problems: trouble && (
      <ErrorSummary title={t.errorTitle} problems={[{ fieldId: 'roles', text: trouble }]} />
    ),
    actions: () => (
      <LinkButton href="#rules" icon="key">
        {t.roles}
      </LinkButton>
    ),
    below: (
      <>
        <form id={rowForm} method="post" />
        <Panel id="rules" title={t.roles}>
          <RulesForm ctx={ctx} roles={roles} />
        </Panel>
      </>
    ),
  });
}

function RulesForm({ ctx, roles }: { ctx: Ctx; roles: readonly FactorRole[] }) {
  const t = texts(ctx.lang).rules;
  const roleNames: Readonly<Record<string, string>> = accountTexts(ctx.lang).roles;
  return (
    <form method="post" action={signInRulesLink} class="form">
      <CheckboxGroup
        name="roles"
        label={t.rolesLabel}
        hint={t.rolesHint}
        values={roles.filter((role) => role.requiresFactor).map((role) => role.code)}
        options={roles.map(({ code }) => ({ value: code, label: roleNames[code] ?? code }))}
      />
      <p class="form-actions">
        <Button kind="primary">{t.submit}</Button>
      </p>
    </form>
  );
}
