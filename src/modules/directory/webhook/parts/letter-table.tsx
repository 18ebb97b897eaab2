import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { redeliverLink } from '../../links.ts';
import { actName } from '../../role/role-name.ts';
import { texts } from '../texts.ts';
import { type Delivery, type DeliveryState, testEvent, type WebhookState } from '../webhook.ts';

export const stateTones = {
  active: 'ok',
  paused: 'paused',
  ended: 'neutral',
} as const satisfies Record<WebhookState, string>;

const letterTones = {
  waiting: 'soon',
  delivered: 'ok',
  dead: 'late',
} as const satisfies Record<DeliveryState, string>;

/** Letters to a receiver, each with how its last attempt ended; those given up can be sent again. */
export function LetterTable(props: { ctx: Ctx; webhookId: string; letters: readonly Delivery[] }) {
  const { ctx } = props;
  const t = texts(ctx.lang);
  return (
    <Table<Delivery>
      caption={t.letters}
      isCaptionShown
      rows={props.letters}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'event',
          label: t.column.event,
          priority: 'lead',
          render: (one) => (
            <>
              {eventName(ctx, one.event)}
              <small translate={false}>{one.id}</small>
            </>
          ),
        },
        {
          key: 'at',
          label: t.column.at,
          size: 'medium',
          render: (one) => formatInstant(ctx.lang, one.enqueuedAt),
        },
        {
          key: 'state',
          label: t.column.state,
          size: 'medium',
          render: (one) => <Tag tone={letterTones[one.state]}>{t.letterState[one.state]}</Tag>,
        },
        { key: 'result', label: t.column.result, size: 'long', render: (one) => resultOf(ctx, one) },
        {
          key: 'deed',
          label: t.column.deed,
          isLabelHidden: true,
          size: 'medium',
          render: (one) =>
            one.state === 'dead' && (
              <form method="post" action={redeliverLink(props.webhookId, one.id)}>
                <Button
                  size="small"
                  kind="quiet"
                  label={t.redeliverOf(eventName(ctx, one.event), formatInstant(ctx.lang, one.enqueuedAt))}
                >
                  {t.redeliver}
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}

/** What an event is called; a trial is no act of the office. */
function eventName(ctx: Ctx, event: string): string {
  return event === testEvent ? texts(ctx.lang).test : actName(ctx.lang, event);
}

function resultOf(ctx: Ctx, one: Delivery): string {
  if (one.attempts === 0) return '';
  const t = texts(ctx.lang);
  return [
    one.lastStatus === null
      ? (t.trouble[one.lastTrouble ?? ''] ?? one.lastTrouble)
      : t.status(String(one.lastStatus)),
    t.attempts(formatNumber(ctx.lang, one.attempts)),
    one.state === 'waiting' && t.nextAt(formatInstant(ctx.lang, one.nextAt)),
  ]
    .filter(Boolean)
    .join('; ');
}
