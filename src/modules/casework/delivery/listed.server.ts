import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import { rowSource } from '#platform/list/row-source.server.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import type { DeliveryKind, DeliveryState } from './delivery.ts';
import { deliveryListShape } from './delivery-list.ts';
import { visibleTo } from './visible-to.server.ts';

/** A letter as one line of the list: never what it says, nor where it went. */
export interface DeliveryRow {
  readonly id: Id<'delivery'>;
  readonly officerName: string;
  readonly channel: Channel;
  readonly kind: DeliveryKind;
  readonly state: DeliveryState;
  readonly queuedAt: Date;
  readonly nextAt: Date;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly attempts: number;
  readonly trouble: string | null;
  readonly noticeCount: number;
}

const ties = [
  { kind: 'instant', sql: sql`d.queued_at` },
  { kind: 'id', sql: sql`d.id` },
] as const;

/** The letters of the office as a list; names of those whom they go to are searched. */
export const deliveryRows = rowSource({
  shape: deliveryListShape,
  alias: 'd',
  searched: ['o'],
  pageSize: 50,
  rows: (ctx) =>
    ctx.db
      .selectFrom('casework.delivery as d')
      .innerJoin(
        (from) =>
          from
            .selectFrom('directory.published_officer as p')
            .select(['p.tenant_id', 'p.id', 'p.full_name', 'p.folded'])
            .select(sql<string>`platform.spell(p.full_name)`.as('spelled'))
            .as('o'),
        (join) => join.onRef('o.tenant_id', '=', 'd.tenant_id').onRef('o.id', '=', 'd.officer_id'),
      )
      .select(['d.id', 'o.full_name', 'd.channel', 'd.kind', 'd.state', 'd.queued_at', 'd.next_at'])
      .select(['d.sent_at', 'd.delivered_at', 'd.attempts', 'd.trouble'])
      .select((select) =>
        select
          .selectFrom('casework.delivery_notice as c')
          .select((count) => count.fn.countAll<string>().as('n'))
          .where('c.tenant_id', '=', ctx.tenant.id)
          .whereRef('c.delivery_id', '=', 'd.id')
          .as('notices'),
      )
      .where('d.tenant_id', '=', ctx.tenant.id)
      .where(visibleTo(ctx.actor)),
  fields: {
    'tinh-trang': { kind: 'choice', column: sql`d.state` },
    kenh: { kind: 'choice', column: sql`d.channel` },
    loai: { kind: 'choice', column: sql`d.kind` },
    'nguoi-nhan': { kind: 'text', column: sql`o.full_name` },
    'ngay-tao': { kind: 'date', moment: sql`d.queued_at` },
    'ngay-gui': { kind: 'date', moment: sql`d.sent_at` },
  },
  orders: {
    'ngay-tao': { ties },
    'nguoi-nhan': { by: { kind: 'text', sql: sql`left(o.full_name, 100) collate "vi-x-icu"` }, ties },
  },
  toRow: (row): DeliveryRow => ({
    id: row.id as Id<'delivery'>,
    officerName: row.full_name ?? '',
    channel: row.channel as Channel,
    kind: row.kind as DeliveryKind,
    state: row.state as DeliveryState,
    queuedAt: row.queued_at,
    nextAt: row.next_at,
    sentAt: row.sent_at,
    deliveredAt: row.delivered_at,
    attempts: row.attempts,
    trouble: row.trouble,
    noticeCount: Number(row.notices ?? 0),
  }),
});
