import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { feedLink } from '../../links.ts';
import type { CalendarFeed } from '../calendar-feed.ts';
import { texts } from '../texts.ts';

/** The links of a person; those that are open can be given another secret, or ended. */
export function FeedTable({ ctx, feeds }: { ctx: Ctx; feeds: readonly CalendarFeed[] }) {
  const t = texts(ctx.lang);
  return (
    <Table<CalendarFeed>
      caption={t.caption}
      rows={feeds}
      rowKey={(feed) => feed.id}
      columns={[
        {
          key: 'name',
          label: t.column.name,
          priority: 'lead',
          render: (feed) => (
            <>
              {feed.name}
              <small translate={false}>{`…${feed.hint}…`}</small>
            </>
          ),
        },
        {
          key: 'shows',
          label: t.column.shows,
          size: 'long',
          render: (feed) =>
            [showsOf(ctx, feed), feed.filterName && t.filtered(feed.filterName)].filter(Boolean).join(' · '),
        },
        {
          key: 'used',
          label: t.column.used,
          size: 'medium',
          render: (feed) => (feed.usedAt ? formatInstant(ctx.lang, feed.usedAt) : t.neverUsed),
        },
        {
          key: 'state',
          label: t.column.state,
          size: 'medium',
          render: (feed) => <Tag tone={feed.isOpen ? 'ok' : 'paused'}>{feed.isOpen ? t.open : t.closed}</Tag>,
        },
        {
          key: 'deed',
          label: t.column.deed,
          isLabelHidden: true,
          size: 'long',
          render: (feed) =>
            feed.isOpen && (
              <ButtonRow>
                <form method="post" action={feedLink(feed.id, 'doi')}>
                  <Button size="small" kind="quiet" label={t.renewOf(feed.name)}>
                    {t.renew}
                  </Button>
                </form>
                <form method="post" action={feedLink(feed.id, 'thu-hoi')}>
                  <Button size="small" kind="quiet" label={t.revokeOf(feed.name)}>
                    {t.revoke}
                  </Button>
                </form>
              </ButtonRow>
            ),
        },
      ]}
    />
  );
}

function showsOf(ctx: Ctx, { kind, planTitle }: CalendarFeed): string {
  const t = texts(ctx.lang);
  if (kind !== 'plan') return t.kind[kind];
  return planTitle === null ? t.gonePlan : t.ofPlan(planTitle);
}
