import {
  type ManyDeeds,
  manyOf,
  type PlainList,
  plainListPage,
  sorting,
} from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import {
  accountsForAllLink,
  newOfficerLink,
  officerImportLink,
  officerLink,
  officersLink,
} from '../../links.ts';
import { listRoles } from '../../role/queries.server.ts';
import type { Role } from '../../role/role.ts';
import { roleName } from '../../role/role-name.ts';
import { listUnits } from '../../unit/queries.server.ts';
import { officerRows } from '../listed.server.ts';
import type { KeptOfficer } from '../officer.ts';
import { accountStates, officerListShape, officeStates } from '../officer-list.ts';
import { noteOfficersSeen } from '../opening.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';
import { officerDeeds, reasonWords } from './change-many.tsx';
import { roleDeeds } from './change-roles.tsx';

const shownFields = ['fullName', 'positionTitle', 'unitName', 'signInName', 'roles'] as const;

const many: ManyDeeds = {
  act: 'directory.officer.change-many',
  deeds: [...officerDeeds, ...roleDeeds],
  reason: reasonWords,
};

/** An officer with the names of their roles. */
type NamedOfficer = KeptOfficer & { readonly roleNames?: string };

/** Everybody who works for the office, with how they sign in. */
export const officerList: PlainList<NamedOfficer> = {
  path: officersLink,
  shape: officerListShape,
  rows: {
    ...officerRows,
    next: async (ctx, filter, after, size) => {
      const roles = await listRoles(ctx);
      const batch = await officerRows.next(ctx, filter, after, size);
      return {
        rows: batch.rows.map((row) => ({ ...row, roleNames: rolesOf(ctx.lang, row, roles) })),
        after: batch.after,
      };
    },
  },
  mayRead: policy.edit,
  title: (ctx) => texts(ctx.lang).title,
  caption: (ctx) => texts(ctx.lang).caption,
  words: async (ctx) => {
    const t = texts(ctx.lang);
    const [units, roles] = [await listUnits(ctx), await listRoles(ctx)];
    return {
      'don-vi': { label: t.fields.unit, options: units.map(({ id, name }) => ({ value: id, label: name })) },
      'trang-thai': {
        label: t.fields.state,
        options: officeStates.map((value) => ({ value, label: t.states[value] })),
      },
      'tai-khoan': {
        label: t.fields.account,
        options: accountStates.map((value) => ({ value, label: t.accountStates[value] })),
      },
      'vai-tro': {
        label: t.fields.role,
        options: roles.map((role) => ({ value: role.id, label: roleName(ctx.lang, role) })),
      },
      ten: { label: t.column.name },
      'chuc-vu': { label: t.position },
      'dung-dau': { label: t.fields.isHead },
      'ten-dang-nhap': { label: t.fields.signInName },
      'hai-buoc': { label: t.fields.hasFactor },
      'ngay-nghi': { label: t.endOn },
    };
  },
  quick: ['don-vi', 'trang-thai', 'tai-khoan'],
  table: async (ctx, list, rows) => {
    const t = texts(ctx.lang);
    noteOfficersSeen(ctx, rows.length, shownFields);
    const roles = await listRoles(ctx);
    return [
      {
        key: 'name',
        label: t.column.name,
        priority: 'lead',
        render: (one) => (
          <>
            <a href={officerLink(one.id)}>{one.fullName}</a>
            <small>{one.positionTitle}</small>
          </>
        ),
        ...sorting(list, 'ten'),
      },
      {
        key: 'unit',
        label: t.column.unit,
        size: 'long',
        render: (one) => one.unitName,
        ...sorting(list, 'don-vi'),
      },
      {
        key: 'account',
        label: t.column.account,
        size: 'long',
        render: (one) => <AccountState lang={ctx.lang} officer={one} />,
        ...sorting(list, 'ten-dang-nhap'),
      },
      {
        key: 'roles',
        label: t.column.roles,
        size: 'medium',
        render: (one) => rolesOf(ctx.lang, one, roles),
      },
    ];
  },
  rowName: (_ctx, row) => `${row.fullName}, ${row.unitName}`,
  none: (ctx) => {
    const t = texts(ctx.lang).none;
    return (
      <EmptyState icon="people" title={t.title}>
        {t.text}
      </EmptyState>
    );
  },
  file: {
    act: 'directory.officer.export',
    fileName: 'can-bo',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      // The columns that the import reads, under the names by which it knows them.
      return [
        fileColumn('ten', t.fullName, (row) => row.fullName),
        fileColumn('chuc-vu', t.position, (row) => row.positionTitle),
        fileColumn('don-vi', t.unit, (row) => row.unitName),
        fileColumn('dung-dau', t.fields.head, (row) => (row.isHead ? t.yes : null)),
        fileColumn('ten-dang-nhap', t.fields.signInName, (row) => row.account?.signInName ?? null),
        fileColumn('vai-tro', t.column.roles, (row) => row.roleNames ?? null),
        fileColumn('tai-khoan', t.fields.account, (row) => t.accountStates[accountStateOf(row)]),
        fileColumn('ngay-nghi', t.endOn, (row) => row.endedOn && { day: row.endedOn }),
      ];
    },
  },
  many,
  trash: 'officer',
};

/** What can be done with many officers at once. */
export const manyOfficers = manyOf(officerList, many);

/** The officers of the filter in the address, with how they sign in. */
export function officerListPage(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  return plainListPage(ctx, req, officerList, {
    lead: t.lead,
    actions: () => (
      <>
        <LinkButton kind="primary" href={newOfficerLink} icon="plus" shortcut="N">
          {t.add}
        </LinkButton>
        <LinkButton href={officerImportLink} icon="upload">
          {t.importList}
        </LinkButton>
        <form method="post" action={accountsForAllLink}>
          <Button icon="key">{accountTexts(ctx.lang).keeping.openAll}</Button>
        </form>
      </>
    ),
  });
}

function accountStateOf({ account }: KeptOfficer) {
  if (!account) return 'chua-co';
  if (account.isLocked) return 'khoa';
  return account.hasStartPassword ? 'mat-khau-dau' : 'dang-dung';
}

const tones = { 'chua-co': 'draft', khoa: 'paused', 'mat-khau-dau': 'soon', 'dang-dung': 'ok' } as const;

function AccountState({ lang, officer }: { lang: Lang; officer: KeptOfficer }) {
  const t = texts(lang);
  if (officer.endedOn !== null) return <Tag tone="paused">{t.leftOn(formatDate(officer.endedOn))}</Tag>;
  const state = accountStateOf(officer);
  return (
    <span>
      {officer.account && `${officer.account.signInName} `}
      <Tag tone={tones[state]}>{t.accountStates[state]}</Tag>
    </span>
  );
}

function rolesOf(lang: Lang, officer: KeptOfficer, roles: readonly Role[]): string {
  return roles
    .filter((role) => officer.account?.roleIds.includes(role.id))
    .map((role) => roleName(lang, role))
    .join(', ');
}
