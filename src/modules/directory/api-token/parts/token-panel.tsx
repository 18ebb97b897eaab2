import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { apiTokensLink } from '../../links.ts';
import { groupName } from '../../role/role-name.ts';
import { type ApiToken, readScope, type TokenState, tokenState } from '../api-token.ts';
import { texts } from '../texts.ts';

const tones = { works: 'ok', expired: 'neutral', revoked: 'paused' } as const satisfies Record<
  TokenState,
  string
>;

/** How many keys the person has, on the page of the own account. */
export function OwnTokensPanel({ ctx, tokens }: { ctx: Ctx; tokens: readonly ApiToken[] }) {
  const t = texts(ctx.lang);
  const working = tokens.filter((token) => tokenState(token, ctx.clock.now()) === 'works').length;
  return (
    <Panel
      id="tokens"
      title={t.title}
      actions={
        <LinkButton size="small" href={apiTokensLink}>
          {t.open}
        </LinkButton>
      }
    >
      <p>{working === 0 ? t.none : t.panelLine(formatNumber(ctx.lang, working))}</p>
    </Panel>
  );
}

/** The keys of an owner; those that work can be revoked. */
export function TokenTable(props: {
  ctx: Ctx;
  tokens: readonly ApiToken[];
  revokeHref: (tokenId: string) => string;
}) {
  const { ctx } = props;
  const t = texts(ctx.lang);
  const now = ctx.clock.now();
  return (
    <Table<ApiToken>
      caption={t.caption}
      rows={props.tokens}
      rowKey={(token) => token.id}
      columns={[
        {
          key: 'name',
          label: t.column.name,
          priority: 'lead',
          render: (token) => (
            <>
              {token.name}
              <small translate={false}>sauro_…{token.hint}…</small>
            </>
          ),
        },
        {
          key: 'scopes',
          label: t.column.scopes,
          size: 'long',
          render: (token) => (
            <>
              {token.scopes.map((scope) => scopeName(ctx, scope)).join(', ')}
              {token.addresses.length > 0 && <small>{t.onlyFrom(token.addresses.join(', '))}</small>}
            </>
          ),
        },
        {
          key: 'expires',
          label: t.column.expires,
          size: 'medium',
          render: (token) => formatInstant(ctx.lang, token.expiresAt),
        },
        {
          key: 'used',
          label: t.column.used,
          size: 'medium',
          render: (token) => (token.usedAt ? formatInstant(ctx.lang, token.usedAt) : t.neverUsed),
        },
        {
          key: 'state',
          label: t.column.state,
          size: 'medium',
          render: (token) => {
            const state = tokenState(token, now);
            return <Tag tone={tones[state]}>{t.state[state]}</Tag>;
          },
        },
        {
          key: 'deed',
          label: t.column.deed,
          isLabelHidden: true,
          size: 'medium',
          render: (token) =>
            tokenState(token, now) === 'works' && (
              <form method="post" action={props.revokeHref(token.id)}>
                <Button size="small" kind="quiet" label={t.revokeOf(token.name)}>
                  {t.revoke}
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}

/** What a scope is called: a group of acts, or reading. */
export function scopeName(ctx: Ctx, scope: string): string {
  return scope === readScope ? texts(ctx.lang).readScope : groupName(ctx.lang, scope);
}
