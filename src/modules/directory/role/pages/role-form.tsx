import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type Facts, isAsSeen, seenField, seenText } from '#platform/conflict/seen.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Scope } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { newRoleLink, roleLink, rolesLink } from '../../links.ts';
import { createRole, editRole, endRole, restoreRole } from '../commands.server.ts';
import { roleNameForm } from '../input.ts';
import { knownActs } from '../known-acts.ts';
import * as policy from '../policy.ts';
import { getRole, holdRole, listRoles } from '../queries.server.ts';
import { actName, roleName } from '../role-name.ts';
import { grantField, longestRoleName, readGrants, type Role, scopesOf } from '../role.ts';
import { texts } from '../texts.ts';

/** The form for a role of the tenant's own. */
export async function newRolePage(ctx: Ctx): Promise<PageReply> {
  must(policy.create(ctx.actor));
  return form(ctx, undefined);
}

/** Makes a role. */
export async function createRoleAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.create(ctx.actor));
  const t = texts(ctx.lang);
  const sent = req.form.all();
  const named = roleNameForm.safeParse(sent);
  const grants = readGrants(sent, knownActs(await listRoles(ctx)));
  if (!named.success) return form(ctx, undefined, sent, { fieldId: 'name', text: t.fault.name });
  if (!grants) return form(ctx, undefined, sent, { fieldId: '', text: t.fault.other });
  const outcome = await createRole(ctx, { ...named.data, grants });
  if (outcome.ok) return seeOther(rolesLink, { tone: 'ok', text: t.created });
  return form(ctx, undefined, sent, { fieldId: 'name', text: t.refusal[outcome.code] });
}

/** One role with its grants. */
export async function rolePage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.edit(ctx.actor));
  return form(ctx, await getRole(ctx, req.params.id ?? ''));
}

/** Stores what a role may do. */
export async function editRoleAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const role = await holdRole(ctx, req.params.id ?? '');
  const sent = req.form.all();
  const named = roleNameForm.safeParse(sent);
  const grants = readGrants(sent, knownActs(await listRoles(ctx)));
  if (role.name !== null && !named.success)
    return form(ctx, role, sent, { fieldId: 'name', text: t.fault.name });
  if (!grants) return form(ctx, role, sent, { fieldId: '', text: t.fault.other });
  const acts = knownActs(await listRoles(ctx));
  if (!isAsSeen(req.form, factsOf(role, acts))) return conflict(ctx, req, role, acts);
  const outcome = await editRole(ctx, role.id, { name: named.data?.name, grants });
  if (outcome.ok) return seeOther(rolesLink, { tone: 'ok', text: t.edited });
  const fieldId = outcome.code === 'name-taken' ? 'name' : '';
  return form(ctx, role, sent, { fieldId, text: t.refusal[outcome.code] });
}

/** What the form of a role shows of it. */
function factsOf(role: Role, acts: readonly string[]): Facts {
  const grants = acts.map((act): [string, string] => [grantField(act), role.grants.get(act) ?? '']);
  return { ...(role.name !== null && { name: role.name }), ...Object.fromEntries(grants) };
}

/** Somebody saved the role since this person opened it: both versions. */
async function conflict(ctx: Ctx, req: Req, role: Role, acts: readonly string[]): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = { kind: 'role', id: role.id, acts: ['directory.role.edit'] };
  const now = factsOf(role, acts);
  const typed = Object.fromEntries(Object.keys(now).map((name) => [name, req.form.text(name)]));
  const show = (scope: string) => t.scope[scope as Scope] ?? t.scope.none;
  return page({
    status: 409,
    title: roleName(ctx.lang, role),
    current: rolesLink,
    crumbs: [{ label: t.title, href: rolesLink }, { label: roleName(ctx.lang, role) }],
    body: (
      <>
        <PageHead title={roleName(ctx.lang, role)} />
        <Conflict
          {...(await conflictOf(ctx, req.form, record, { now, typed }))}
          action={roleLink(role.id)}
          backHref={roleLink(role.id)}
          fields={[
            ...(role.name === null ? [] : [{ name: 'name', label: t.name }]),
            ...acts.map((act) => ({ name: grantField(act), label: actName(ctx.lang, act), show })),
          ]}
        />
      </>
    ),
  });
}

/** Puts a role aside. */
export async function endRoleAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await endRole(ctx, req.params.id ?? '');
  return seeOther(
    rolesLink,
    outcome.ok
      ? { tone: 'ok', text: t.endedDone, undo: roleLink(req.params.id ?? '', 'khoi-phuc') }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Takes a role up again. */
export async function restoreRoleAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await restoreRole(ctx, req.params.id ?? '');
  return seeOther(
    rolesLink,
    outcome.ok ? { tone: 'ok', text: t.restored } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

async function form(
  ctx: Ctx,
  role: Role | undefined,
  sent?: Readonly<Record<string, string>>,
  problem?: FieldProblem,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const title = role ? roleName(ctx.lang, role) : t.newTitle;
  const problems = problem ? [problem] : [];
  const scopeOf = (act: string) => (sent ? (sent[grantField(act)] ?? '') : (role?.grants.get(act) ?? ''));
  return page({
    ...(problem ? { status: 422 as const } : {}),
    title,
    ...(role ? { records: [{ kind: 'role', id: role.id }] } : {}),
    current: rolesLink,
    keepsForms: true,
    crumbs: [{ label: t.title, href: rolesLink }, { label: title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={title} />
        <Stack>
          <KeptForm action={role ? roleLink(role.id) : newRoleLink} class="form">
            {role && (
              <HiddenField
                name={seenField}
                value={sent?.[seenField] ?? seenText(factsOf(role, knownActs(await listRoles(ctx))))}
              />
            )}
            {role?.name !== null && (
              <TextField
                name="name"
                label={t.name}
                hint={t.nameHint}
                value={sent?.name ?? role?.name ?? ''}
                maxLength={longestRoleName}
                error={problem?.fieldId === 'name' ? problem.text : undefined}
                required
              />
            )}
            <p class="form-lead">{t.grantsLead}</p>
            {knownActs(await listRoles(ctx)).map((act) => (
              <SelectField
                key={act}
                name={grantField(act)}
                label={actName(ctx.lang, act)}
                value={scopeOf(act)}
                emptyLabel={t.scope.none}
                options={scopesOf(act).map((scope: Scope) => ({ value: scope, label: t.scope[scope] }))}
              />
            ))}
            <p class="form-actions">
              <Button kind="primary">{t.save}</Button>
              <LinkButton kind="quiet" href={rolesLink}>
                {t.back}
              </LinkButton>
            </p>
          </KeptForm>
          {role && role.name !== null && <Ending ctx={ctx} role={role} />}
        </Stack>
      </>
    ),
  });
}

function Ending({ ctx, role }: { ctx: Ctx; role: Role }) {
  const t = texts(ctx.lang);
  return (
    <Panel id="end" title={role.isEnded ? t.restore : t.end}>
      <p class="form-lead">{t.endText}</p>
      <form method="post" action={roleLink(role.id, role.isEnded ? 'khoi-phuc' : 'ket-thuc')}>
        <Button kind={role.isEnded ? 'secondary' : 'danger'}>{role.isEnded ? t.restore : t.end}</Button>
      </form>
    </Panel>
  );
}
