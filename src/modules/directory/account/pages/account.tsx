import { isAsSeen } from '#platform/conflict/seen.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { officerLink, officersLink, signInLink } from '../../links.ts';
import { accountForm, rolesForm } from '../../officer/input.ts';
import { getKeptOfficer } from '../../officer/kept.server.ts';
import { officerForms } from '../../officer/pages/officer.tsx';
import { rolesConflict } from '../../officer/pages/officer-conflict.tsx';
import { roleFacts } from '../../officer/role-facts.ts';
import { lockRights } from '../last-administrator.server.ts';
import { lockAccount, resetPassword, setAccountRoles, unlockAccount } from '../administer.server.ts';
import { type AccountSlip, openAccount, openAccountsForAll } from '../open-account.server.ts';
import * as policy from '../policy.ts';
import { type Texts, texts } from '../texts.ts';

/** Opens the account of an officer and shows its start password this once. */
export async function openAccountAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.create(ctx.actor));
  const t = texts(ctx.lang).keeping;
  const id = req.params.id ?? '';
  const account = {
    signInName: req.form.text('signInName').slice(0, 64),
    roleIds: req.form.texts('roles'),
  };
  const again = (fieldId: string, text: string) => officerForms(ctx, id, { account }, [{ fieldId, text }]);
  const name = accountForm.safeParse(account);
  const roles = rolesForm.safeParse(account.roleIds);
  if (!name.success) return again('signInName', t.fault.signInName);
  if (!roles.success) return again('roles', t.fault.roles);
  const outcome = await openAccount(ctx, id, { ...name.data, roleIds: roles.data });
  if (outcome.ok) return sheet(ctx, [outcome.value]);
  return again(outcome.code === 'unknown-role' ? 'roles' : 'signInName', t.refusal[outcome.code]);
}

/** Opens accounts for all who have none and shows the start passwords this once, to be printed. */
export async function openAllAction(ctx: Ctx): Promise<Reply> {
  must(policy.create(ctx.actor));
  const slips = await openAccountsForAll(ctx);
  if (slips.length === 0) return seeOther(officersLink, { tone: 'info', text: texts(ctx.lang).keeping.none });
  return sheet(ctx, slips);
}

/** Gives a new start password and shows it this once. */
export async function resetPasswordAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  const outcome = await resetPassword(ctx, id);
  const { fullName, unitName } = await getKeptOfficer(ctx, id);
  if (!outcome.ok) return seeOther(officerLink(id));
  return sheet(ctx, [{ ...outcome.value, fullName, unitName }]);
}

/** Keeps a person out. */
export async function lockAccountAction(ctx: Ctx, req: Req): Promise<Reply> {
  return back(ctx, req, await lockAccount(ctx, req.params.id ?? ''), (t) => t.locked);
}

/** Lets a person in again. */
export async function unlockAccountAction(ctx: Ctx, req: Req): Promise<Reply> {
  return back(ctx, req, await unlockAccount(ctx, req.params.id ?? ''), (t) => t.unlocked);
}

/** Stores which roles an account holds. */
export async function setRolesAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.setRoles(ctx.actor));
  const t = texts(ctx.lang).keeping;
  const id = req.params.id ?? '';
  const roles = rolesForm.safeParse(req.form.texts('roles'));
  if (!roles.success) return officerForms(ctx, id, {}, [{ fieldId: 'roles', text: t.fault.roles }]);
  await lockRights(ctx, ctx);
  const officer = await getKeptOfficer(ctx, id);
  const now = roleFacts(officer.account?.roleIds ?? []);
  if (!isAsSeen(req.form, now)) {
    return rolesConflict(ctx, req, { officer, now, typed: roleFacts(roles.data) });
  }
  return back(ctx, req, await setAccountRoles(ctx, id, roles.data), (words) => words.rolesSet);
}

function back(
  ctx: Ctx,
  req: Req,
  outcome: Outcome<undefined, keyof Texts['keeping']['refusal']>,
  said: (t: Texts['keeping']) => string,
): Reply {
  const t = texts(ctx.lang).keeping;
  return seeOther(
    officerLink(req.params.id ?? ''),
    outcome.ok ? { tone: 'ok', text: said(t) } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** What is printed and handed over. The passwords stand on this answer and nowhere else. */
function sheet(ctx: Ctx, slips: readonly AccountSlip[]): PageReply {
  const t = texts(ctx.lang).keeping;
  return page({
    title: t.sheetTitle,
    current: officersLink,
    body: (
      <>
        <PageHead title={t.sheetTitle} lead={`${t.address}: ${signInLink()}`} />
        <Stack>
          <Notice tone="soon" title={t.sheetLead} />
          <Table<AccountSlip>
            caption={t.sheetCaption}
            rows={slips}
            rowKey={(slip) => slip.signInName}
            columns={[
              { key: 'person', label: t.person, priority: 'lead', render: (slip) => slip.fullName },
              { key: 'unit', label: t.unitColumn, size: 'long', render: (slip) => slip.unitName },
              { key: 'name', label: t.signInName, size: 'medium', render: (slip) => slip.signInName },
              {
                key: 'password',
                label: t.password,
                size: 'long',
                render: (slip) => <code>{slip.password}</code>,
              },
            ]}
          />
          <p class="form-actions">
            <LinkButton href={officersLink}>{t.toList}</LinkButton>
          </p>
        </Stack>
      </>
    ),
  });
}
