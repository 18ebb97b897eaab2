import { type PlacedList, type PlainList, plainListPage, sorting } from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { newRoleLink, roleLink, rolesLink } from '../../links.ts';
import { knownActs } from '../known-acts.ts';
import { roleRows } from '../listed.server.ts';
import * as policy from '../policy.ts';
import { listRoles } from '../queries.server.ts';
import type { Role } from '../role.ts';
import { roleListShape, roleOrigins, roleStates } from '../role-list.ts';
import { actName, roleName } from '../role-name.ts';
import { texts } from '../texts.ts';

/** The roles of the tenant. */
export const roleList: PlainList<Role> = {
  path: rolesLink,
  shape: roleListShape,
  rows: roleRows,
  mayRead: policy.edit,
  title: (ctx) => texts(ctx.lang).title,
  caption: (ctx) => texts(ctx.lang).title,
  words: (ctx) => {
    const t = texts(ctx.lang);
    const acts = roleListShape.fields.quyen?.choices ?? [];
    return Promise.resolve({
      'trang-thai': {
        label: t.list.state,
        options: roleStates.map((value) => ({ value, label: t.list.states[value] })),
      },
      loai: {
        label: t.list.origin,
        options: roleOrigins.map((value) => ({ value, label: t.list.origins[value] })),
      },
      quyen: {
        label: t.list.grants,
        options: acts.map((value) => ({ value, label: actName(ctx.lang, value) })),
      },
      ten: { label: t.name },
      'so-nguoi': { label: t.list.holders },
    });
  },
  quick: ['quyen', 'trang-thai'],
  table: (ctx, list) => Promise.resolve(columns(ctx, list)),
  rowName: (ctx, row) => roleName(ctx.lang, row),
  none: (ctx) => <EmptyState title={texts(ctx.lang).list.none} />,
  file: {
    act: 'directory.role.export',
    fileName: 'vai-tro',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      return [
        fileColumn('ten', t.name, (row) => roleName(ctx.lang, row)),
        fileColumn('loai', t.list.origin, (row) => t.list.origins[row.name === null ? 'co-san' : 'rieng']),
        fileColumn(
          'trang-thai',
          t.list.state,
          (row) => t.list.states[row.isEnded ? 'da-ngung' : 'dang-dung'],
        ),
        fileColumn('so-nguoi', t.list.holders, (row) => row.holderCount),
        fileColumn('quyen', t.grants, (row) =>
          [...row.grants].map(([act, scope]) => `${actName(ctx.lang, act)} (${t.scope[scope]})`).join('; '),
        ),
      ];
    },
  },
  trash: 'role',
};

/** The roles of the filter in the address, and what each may do, act by act. */
export async function roleListPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const standing = (await listRoles(ctx)).filter((role) => !role.isEnded);
  return plainListPage(ctx, req, roleList, {
    lead: t.lead,
    actions: () => (
      <LinkButton kind="primary" href={newRoleLink} icon="plus" shortcut="N">
        {t.add}
      </LinkButton>
    ),
    below: <GrantTable ctx={ctx} roles={standing} />,
  });
}

function columns(ctx: Ctx, list: PlacedList): Column<Role>[] {
  const t = texts(ctx.lang);
  return [
    {
      key: 'name',
      label: t.name,
      priority: 'lead',
      render: (role) => <a href={roleLink(role.id)}>{roleName(ctx.lang, role)}</a>,
      ...sorting(list, 'ten'),
    },
    {
      key: 'holders',
      label: t.list.holders,
      size: 'short',
      align: 'end',
      render: (role) => formatNumber(ctx.lang, role.holderCount),
      ...sorting(list, 'so-nguoi'),
    },
    {
      key: 'state',
      label: t.own,
      isLabelHidden: true,
      size: 'long',
      render: (role) =>
        role.isEnded ? (
          <Tag tone="paused">{t.ended}</Tag>
        ) : (
          role.name !== null && <Tag tone="neutral">{t.own}</Tag>
        ),
    },
  ];
}

function GrantTable({ ctx, roles }: { ctx: Ctx; roles: readonly Role[] }) {
  const t = texts(ctx.lang);
  return (
    <Table<string>
      caption={t.caption}
      isCaptionShown
      rows={knownActs(roles)}
      rowKey={(act) => act}
      columns={[
        { key: 'act', label: t.act, priority: 'lead', render: (act) => actName(ctx.lang, act) },
        ...(['all', 'unit', 'own'] as const).map((scope) => ({
          key: scope,
          label: t.scope[scope],
          size: 'long' as const,
          render: (act: string) =>
            roles
              .filter((role) => role.grants.get(act) === scope)
              .map((role) => roleName(ctx.lang, role))
              .join(', '),
        })),
      ]}
    />
  );
}
