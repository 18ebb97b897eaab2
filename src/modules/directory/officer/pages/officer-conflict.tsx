import { conflictOf, tickWords } from '#platform/conflict/conflict.server.ts';
import type { Facts } from '#platform/conflict/seen.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Conflict, type ConflictField } from '#ui/conflict/conflict.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import { officerAccountLink, officerLink, officersLink } from '../../links.ts';
import { listRoles } from '../../role/queries.server.ts';
import { roleName } from '../../role/role-name.ts';
import { listUnits } from '../../unit/queries.server.ts';
import type { KeptOfficer } from '../officer.ts';
import { texts } from '../texts.ts';

/** What the form of the person shows of an officer. */
export function personFacts(officer: {
  readonly fullName: string;
  readonly positionTitle: string;
  readonly isHead: boolean;
}): Facts {
  return {
    fullName: officer.fullName,
    positionTitle: officer.positionTitle,
    isHead: officer.isHead ? '1' : '',
  };
}

/** Where an officer stands, as the form that moves them would say it. */
export function placeFacts(officer: {
  readonly unitId: string;
  readonly positionTitle: string;
  readonly isHead: boolean;
}): Facts {
  return {
    unitId: officer.unitId,
    movedTitle: officer.positionTitle,
    movedHead: officer.isHead ? '1' : '',
  };
}

interface Versions {
  readonly officer: KeptOfficer;
  readonly now: Facts;
  readonly typed: Facts;
}

/** Somebody corrected the officer since this person opened the page. */
export function personConflict(ctx: Ctx, req: Req, versions: Versions): Promise<PageReply> {
  const t = texts(ctx.lang);
  const show = tickWords(ctx);
  return conflict(ctx, req, versions, officerLink(versions.officer.id), [
    { name: 'fullName', label: t.fullName },
    { name: 'positionTitle', label: t.position },
    { name: 'isHead', label: t.isHead, show },
  ]);
}

/** Somebody moved the officer since this person opened the page. */
export async function placeConflict(ctx: Ctx, req: Req, versions: Versions): Promise<PageReply> {
  const t = texts(ctx.lang);
  const names = new Map((await listUnits(ctx)).map((unit) => [unit.id as string, unit.name]));
  return conflict(ctx, req, versions, officerLink(versions.officer.id, 'chuyen'), [
    { name: 'unitId', label: t.moveTo, show: (id) => names.get(id) ?? id },
    { name: 'movedTitle', label: t.position },
    { name: 'movedHead', label: t.isHead, show: tickWords(ctx) },
  ]);
}

/** Somebody gave the account other roles since this person opened the page. */
export async function rolesConflict(ctx: Ctx, req: Req, versions: Versions): Promise<PageReply> {
  const options = (await listRoles(ctx)).map((role) => ({
    value: role.id as string,
    label: roleName(ctx.lang, role),
  }));
  return conflict(ctx, req, versions, officerAccountLink(versions.officer.id, 'vai-tro'), [
    { name: 'roles', label: accountTexts(ctx.lang).keeping.roles, options },
  ]);
}

async function conflict(
  ctx: Ctx,
  req: Req,
  { officer, now, typed }: Versions,
  action: string,
  fields: readonly ConflictField[],
): Promise<PageReply> {
  const isAccount = fields.some((field) => field.name === 'roles');
  const record = isAccount
    ? { kind: 'account', id: officer.account?.id ?? '', acts: ['directory.account.set-roles'] }
    : { kind: 'officer', id: officer.id, acts: ['directory.officer.edit', 'directory.officer.move'] };
  return page({
    status: 409,
    title: officer.fullName,
    current: officersLink,
    crumbs: [{ label: texts(ctx.lang).title, href: officersLink }, { label: officer.fullName }],
    body: (
      <>
        <PageHead title={officer.fullName} lead={`${officer.positionTitle} · ${officer.unitName}`} />
        <Conflict
          {...(await conflictOf(ctx, req.form, record, { now, typed }))}
          action={action}
          backHref={officerLink(officer.id)}
          fields={fields}
        />
      </>
    ),
  });
}
