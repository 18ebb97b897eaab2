import { type PageReply, page } from '#platform/http/reply.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { newRoleLink, roleLink, rolesLink } from '../../links.ts';
import * as policy from '../policy.ts';
import { listRoles } from '../queries.server.ts';
import { actName, roleName } from '../role-name.ts';
import { knownActs } from '../known-acts.ts';
import type { Role } from '../role.ts';
import { texts } from '../texts.ts';

/** The roles of the tenant, and what each may do, act by act. */
export async function roleListPage(ctx: Ctx): Promise<PageReply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const roles = await listRoles(ctx);
  const standing = roles.filter((role) => !role.isEnded);
  return page({
    title: t.title,
    current: rolesLink,
    trash: 'role',
    body: (
      <>
        <PageHead
          title={t.title}
          count={formatNumber(ctx.lang, standing.length)}
          lead={t.lead}
          actions={
            <LinkButton kind="primary" href={newRoleLink} icon="plus" shortcut="N">
              {t.add}
            </LinkButton>
          }
        />
        <Table<Role>
          caption={t.title}
          rows={roles}
          rowKey={(role) => role.id}
          narrow="table"
          columns={[
            {
              key: 'name',
              label: t.name,
              priority: 'lead',
              render: (role) => (
                <>
                  <a href={roleLink(role.id)}>{roleName(ctx.lang, role)}</a>
                  <small>{t.holders(formatNumber(ctx.lang, role.holderCount))}</small>
                </>
              ),
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
          ]}
        />
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
                standing
                  .filter((role) => role.grants.get(act) === scope)
                  .map((role) => roleName(ctx.lang, role))
                  .join(', '),
            })),
          ]}
        />
      </>
    ),
  });
}
