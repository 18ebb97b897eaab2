import type { VNode } from 'preact';
import { type PlacedList, type PlainList, sorting } from '#modules/lists/index.server.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { Column } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { makeLinkLink, signInRulesLink, takeFactorAwayLink } from '../../links.ts';
import * as linkPolicy from '../../password-link/policy.ts';
import { texts as linkTexts } from '../../password-link/texts.ts';
import { listRoles } from '../../role/queries.server.ts';
import { roleName } from '../../role/role-name.ts';
import { listUnits } from '../../unit/queries.server.ts';
import { accountListShape } from '../account-list.ts';
import { type AccountInCare, accountRows } from '../listed.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** A form of its own: the buttons of the rows stand inside the form of the list. */
export const rowForm = 'row-deed';

/** The accounts that may sign in, with what helps each of them. */
export const accountList: PlainList<AccountInCare> = {
  path: signInRulesLink,
  shape: accountListShape,
  rows: accountRows,
  mayRead: policy.requireOfRoles,
  title: (ctx) => texts(ctx.lang).rules.title,
  caption: (ctx) => texts(ctx.lang).rules.caption,
  crumbs: () => [],
  words: async (ctx) => {
    const t = texts(ctx.lang).rules;
    const [units, roles] = [await listUnits(ctx), await listRoles(ctx)];
    return {
      'don-vi': { label: t.unit, options: units.map(({ id, name }) => ({ value: id, label: name })) },
      'vai-tro': {
        label: t.role,
        options: roles.map((role) => ({ value: role.id, label: roleName(ctx.lang, role) })),
      },
      'hai-buoc': { label: t.hasFactorField },
      'phai-hai-buoc': { label: t.owesFactor },
      'mat-khau-dau': { label: t.hasStartPassword },
      ten: { label: t.name },
      'ten-dang-nhap': { label: t.signInName },
    };
  },
  quick: ['don-vi', 'vai-tro'],
  table: (ctx, list, rows) => {
    noteOpening(ctx, {
      act: 'directory.account.see',
      recordKind: 'account-list',
      recordId: ctx.tenant.id,
      shown: { accounts: rows.length, fields: ['fullName', 'unitName', 'signInName'] },
    });
    return Promise.resolve(columns(ctx, list));
  },
  rowName: (_ctx, row) => `${row.fullName}, ${row.signInName}`,
  none: (ctx) => <EmptyState icon="people" title={texts(ctx.lang).rules.none} />,
  file: {
    act: 'directory.account.export',
    fileName: 'tai-khoan',
    columns: (ctx) => {
      const t = texts(ctx.lang).rules;
      return [
        fileColumn('ten', t.name, (row) => row.fullName),
        fileColumn('don-vi', t.unit, (row) => row.unitName),
        fileColumn('ten-dang-nhap', t.signInName, (row) => row.signInName),
        fileColumn('hai-buoc', t.factor, (row) => factorWords(ctx, row)),
        fileColumn('phai-hai-buoc', t.owesFactor, (row) => (row.owesFactor ? t.yes : null)),
        fileColumn('mat-khau-dau', t.hasStartPassword, (row) => (row.hasStartPassword ? t.yes : null)),
      ];
    },
  },
};

function columns(ctx: Ctx, list: PlacedList): Column<AccountInCare>[] {
  const t = texts(ctx.lang).rules;
  return [
    {
      key: 'name',
      label: t.name,
      priority: 'lead',
      render: (account) => (
        <>
          {account.fullName}
          <small>{account.unitName}</small>
        </>
      ),
      ...sorting(list, 'ten'),
    },
    {
      key: 'signIn',
      label: t.signInName,
      size: 'long',
      render: (account) => (
        <span>
          {account.signInName} {account.hasStartPassword && <Tag tone="soon">{t.hasStartPassword}</Tag>}
        </span>
      ),
      ...sorting(list, 'ten-dang-nhap'),
    },
    {
      key: 'factor',
      label: t.factor,
      size: 'medium',
      render: (account) => (
        <Tag tone={account.hasFactor ? 'ok' : account.owesFactor ? 'late' : 'neutral'}>
          {factorWords(ctx, account)}
        </Tag>
      ),
    },
    {
      key: 'help',
      isForScreen: true,
      label: t.help,
      size: 'long',
      priority: 'aside',
      render: (account) => helpFor(ctx, account),
    },
  ];
}

function factorWords(ctx: Ctx, account: AccountInCare): string {
  const t = texts(ctx.lang).rules;
  if (account.hasFactor) return t.hasFactor;
  return account.owesFactor ? t.owes : t.lacksFactor;
}

/** How to help with an account; nothing to offer where it is the own one. */
function helpFor(ctx: Ctx, account: AccountInCare): VNode | null {
  const t = texts(ctx.lang).rules;
  const link = linkTexts(ctx.lang).made;
  const mayMakeLink = linkPolicy.make(ctx.actor, account.id).allowed;
  const mayTakeAway = account.hasFactor && policy.takeAway(ctx.actor, account.id).allowed;
  if (!mayMakeLink && !mayTakeAway) return null;
  const about = { size: 'small', form: rowForm } as const;
  return (
    <span class="button-row">
      {mayMakeLink && (
        <Button {...about} formAction={makeLinkLink(account.id)} label={link.makeFor(account.fullName)}>
          {link.make}
        </Button>
      )}
      {mayTakeAway && (
        <Button {...about} formAction={takeFactorAwayLink(account.id)} label={t.takeAwayOf(account.fullName)}>
          {t.takeAway}
        </Button>
      )}
    </span>
  );
}
