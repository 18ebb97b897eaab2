import { toCsv } from '#platform/http/csv.ts';
import { type DownloadReply, download, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import {
  accountsForAllLink,
  newOfficerLink,
  officerImportLink,
  officerLink,
  officersCsvLink,
  officersLink,
} from '../../links.ts';
import { listRoles } from '../../role/queries.server.ts';
import type { Role } from '../../role/role.ts';
import { roleName } from '../../role/role-name.ts';
import { listUnits } from '../../unit/queries.server.ts';
import { type OfficerFilter, officerFilter } from '../input.ts';
import { listKeptOfficers } from '../kept.server.ts';
import type { KeptOfficer } from '../officer.ts';
import { noteOfficersExported, noteOfficersSeen } from '../opening.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

const shownFields = ['fullName', 'positionTitle', 'unitName', 'signInName', 'roles'] as const;

/** The officers of the filter in the address, with how they sign in. */
export async function officerListPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const filter = officerFilter.parse(Object.fromEntries(req.query));
  const officers = await listKeptOfficers(ctx, filter);
  noteOfficersSeen(ctx, officers.length, shownFields);
  const roles = await listRoles(ctx);
  return page({
    title: t.title,
    current: officersLink,
    trash: 'officer',
    body: (
      <>
        <PageHead
          title={t.title}
          count={formatNumber(ctx.lang, officers.length)}
          lead={t.lead}
          actions={
            <>
              <LinkButton kind="primary" href={newOfficerLink} icon="plus" shortcut="N">
                {t.add}
              </LinkButton>
              <LinkButton href={officerImportLink} icon="upload">
                {t.importList}
              </LinkButton>
              <LinkButton href={officersCsvLink} icon="download" download>
                {t.csv}
              </LinkButton>
              <form method="post" action={accountsForAllLink}>
                <Button icon="key">{accountTexts(ctx.lang).keeping.openAll}</Button>
              </form>
            </>
          }
        />
        <Filters lang={ctx.lang} filter={filter} units={await listUnits(ctx)} />
        {officers.length === 0 ? (
          <EmptyState icon="people" title={t.none.title}>
            {t.none.text}
          </EmptyState>
        ) : (
          <OfficerTable lang={ctx.lang} officers={officers} roles={roles} />
        )}
      </>
    ),
  });
}

/** Everybody in office as a CSV file, in the columns that the import reads. */
export async function officerListCsv(ctx: Ctx): Promise<DownloadReply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const [officers, roles] = [await listKeptOfficers(ctx, { 'trang-thai': 'con' }), await listRoles(ctx)];
  noteOfficersExported(ctx, officers.length, shownFields);
  const lines = officers.map((one) => [
    one.fullName,
    one.positionTitle,
    one.unitName,
    one.isHead ? t.yes : null,
    one.account?.signInName ?? null,
    rolesOf(ctx.lang, one, roles),
  ]);
  return download(t.csvFile, 'text/csv; charset=utf-8', toCsv(t.csvHeader, lines));
}

function Filters(props: {
  lang: Lang;
  filter: OfficerFilter;
  units: readonly { id: string; name: string }[];
}) {
  const t = texts(props.lang);
  const { filter } = props;
  return (
    <FilterBar action={officersLink} submitLabel={t.filter.submit}>
      <TextField name="tim" label={t.filter.search} value={filter.tim} />
      <SelectField
        name="don-vi"
        label={t.filter.unit}
        value={filter['don-vi'] ?? ''}
        emptyLabel={t.filter.any}
        options={props.units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <SelectField
        name="trang-thai"
        label={t.filter.state}
        value={filter['trang-thai']}
        options={Object.entries(t.states).map(([value, label]) => ({ value, label }))}
      />
    </FilterBar>
  );
}

function OfficerTable(props: { lang: Lang; officers: readonly KeptOfficer[]; roles: readonly Role[] }) {
  const t = texts(props.lang);
  return (
    <Table<KeptOfficer>
      caption={t.caption}
      rows={props.officers}
      rowKey={(one) => one.id}
      columns={[
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
        },
        { key: 'unit', label: t.column.unit, size: 'long', render: (one) => one.unitName },
        {
          key: 'account',
          label: t.column.account,
          size: 'long',
          render: (one) => <AccountState lang={props.lang} officer={one} />,
        },
        {
          key: 'roles',
          label: t.column.roles,
          size: 'medium',
          render: (one) => rolesOf(props.lang, one, props.roles),
        },
      ]}
    />
  );
}

function AccountState({ lang, officer }: { lang: Lang; officer: KeptOfficer }) {
  const t = texts(lang).accountState;
  const { account, endedOn } = officer;
  if (endedOn !== null) return <Tag tone="paused">{t.left(formatDate(endedOn))}</Tag>;
  if (!account) return <Tag tone="draft">{t.none}</Tag>;
  const state = account.isLocked ? 'locked' : account.hasStartPassword ? 'start' : 'open';
  const tone = { locked: 'paused', start: 'soon', open: 'ok' } as const;
  return (
    <>
      {account.signInName} <Tag tone={tone[state]}>{t[state]}</Tag>
    </>
  );
}

function rolesOf(lang: Lang, officer: KeptOfficer, roles: readonly Role[]): string {
  return roles
    .filter((role) => officer.account?.roleIds.includes(role.id))
    .map((role) => roleName(lang, role))
    .join(', ');
}
