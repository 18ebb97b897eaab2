import { type PlainList, plainListPage, rowForm, sorting } from '#modules/lists/index.server.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { channelsLink, deliveriesLink, sendAgainLink } from '../../links.ts';
import { channels } from '../../notice-choice/notice-choice.ts';
import { sendAgain } from '../commands.server.ts';
import { deliveryKinds, type DeliveryState, deliveryStates } from '../delivery.ts';
import { deliveryListShape } from '../delivery-list.ts';
import { type DeliveryRow, deliveryRows } from '../listed.server.ts';
import * as policy from '../policy.ts';
import { listChannels } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { troubleWords } from '../troubles.ts';

const tones: Readonly<Record<DeliveryState, Tone>> = {
  waiting: 'soon',
  sending: 'soon',
  sent: 'ok',
  delivered: 'ok',
  failed: 'late',
  uncertain: 'late',
  dropped: 'neutral',
};

/** What went out to whom, with what did not arrive. */
export const deliveryList: PlainList<DeliveryRow> = {
  path: deliveriesLink(),
  shape: deliveryListShape,
  rows: deliveryRows,
  mayRead: policy.read,
  title: (ctx) => texts(ctx.lang).list.title,
  caption: (ctx) => texts(ctx.lang).list.caption,
  crumbs: (ctx) => [{ label: texts(ctx.lang).channels.title, href: channelsLink }],
  words: (ctx) => {
    const t = texts(ctx.lang);
    return Promise.resolve({
      'tinh-trang': {
        label: t.list.column.state,
        options: deliveryStates.map((value) => ({ value, label: t.list.state[value] })),
      },
      kenh: {
        label: t.list.column.channel,
        options: channels.map((value) => ({ value, label: t.channel[value] })),
      },
      loai: {
        label: t.list.column.what,
        options: deliveryKinds.map((value) => ({ value, label: t.list.kind[value] })),
      },
      'nguoi-nhan': { label: t.list.column.who },
      'ngay-tao': { label: t.list.column.queued },
      'ngay-gui': { label: t.list.column.sent },
    });
  },
  quick: ['tinh-trang', 'kenh'],
  table: (ctx, placed, rows) => {
    const t = texts(ctx.lang);
    noteOpening(ctx, {
      act: 'casework.delivery.see',
      recordKind: 'delivery-list',
      recordId: ctx.tenant.id,
      shown: { deliveries: rows.length, fields: ['fullName'] },
    });
    return Promise.resolve([
      {
        key: 'who',
        label: t.list.column.who,
        priority: 'lead',
        render: (one) => (
          <>
            {one.officerName}
            <small>
              {t.list.kind[one.kind]}
              {one.noticeCount > 1 && `, ${t.list.carried(formatNumber(ctx.lang, one.noticeCount))}`}
            </small>
          </>
        ),
        ...sorting(placed, 'nguoi-nhan'),
      },
      {
        key: 'channel',
        label: t.list.column.channel,
        size: 'short',
        render: (one) => t.channel[one.channel],
      },
      {
        key: 'state',
        label: t.list.column.state,
        size: 'long',
        render: (one) => (
          <>
            <Tag tone={tones[one.state]}>{t.list.state[one.state]}</Tag>
            <small>
              {one.state === 'waiting'
                ? t.list.nextAt(formatInstant(ctx.lang, one.nextAt))
                : troubleWords(t, one.trouble)}
            </small>
          </>
        ),
      },
      {
        key: 'queued',
        label: t.list.column.queued,
        size: 'medium',
        render: (one) => formatInstant(ctx.lang, one.queuedAt),
        ...sorting(placed, 'ngay-tao'),
      },
      {
        key: 'sent',
        label: t.list.column.sent,
        size: 'medium',
        render: (one) => (one.sentAt === null ? '' : formatInstant(ctx.lang, one.sentAt)),
      },
      {
        key: 'deed',
        isForScreen: true,
        label: t.list.column.deed,
        isLabelHidden: true,
        size: 'medium',
        render: (one) =>
          policy.sendAgain(ctx.actor).allowed &&
          (one.state === 'failed' || one.state === 'uncertain') && (
            <Button
              size="small"
              kind="quiet"
              form={rowForm}
              formAction={sendAgainLink(one.id)}
              label={t.list.againOf(one.officerName, formatInstant(ctx.lang, one.queuedAt))}
            >
              {t.list.again}
            </Button>
          ),
      },
    ]);
  },
  rowName: (ctx, row) => `${row.officerName}, ${formatInstant(ctx.lang, row.queuedAt)}`,
  none: (ctx) => {
    const t = texts(ctx.lang).list.none;
    return (
      <EmptyState icon="bell" title={t.title}>
        {t.text}
      </EmptyState>
    );
  },
  file: {
    act: 'casework.delivery.export',
    fileName: 'thu-da-gui',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      const c = t.list.column;
      const time = (at: Date | null) => at && formatInstant(ctx.lang, at);
      return [
        fileColumn('nguoi-nhan', c.who, (row) => row.officerName),
        fileColumn('loai', c.what, (row) => t.list.kind[row.kind]),
        fileColumn('so-thong-bao', c.notices, (row) => row.noticeCount),
        fileColumn('kenh', c.channel, (row) => t.channel[row.channel]),
        fileColumn('tinh-trang', c.state, (row) => t.list.state[row.state]),
        fileColumn('luc-tao', c.queued, (row) => time(row.queuedAt)),
        fileColumn('luc-gui', c.sent, (row) => time(row.sentAt)),
        fileColumn('luc-den', c.delivered, (row) => time(row.deliveredAt)),
        fileColumn('so-lan', c.attempts, (row) => row.attempts),
        fileColumn('vuong-mac', c.trouble, (row) => troubleWords(t, row.trouble) || null),
      ];
    },
  },
  hasRowDeeds: true,
};

/** The letters of the filter in the address; what may have gone out stands above them. */
export async function deliveryListPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const uncertain = (await listChannels(ctx)).reduce((sum, one) => sum + one.uncertain, 0);
  return plainListPage(ctx, req, deliveryList, {
    lead: t.list.lead,
    reply: { records: [{ kind: 'delivery' }] },
    actions: () => <LinkButton href={channelsLink}>{t.channels.title}</LinkButton>,
    below: ctx.tenant.isDemo && (
      <Notice tone="info" title={t.list.demoTitle}>
        {t.list.demo}
      </Notice>
    ),
    problems: uncertain > 0 && (
      <Notice tone="soon" title={t.list.uncertainTitle}>
        {t.list.uncertainNote(formatNumber(ctx.lang, uncertain))}
      </Notice>
    ),
  });
}

/** Sends one letter again. */
export async function sendAgainAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang).list;
  const outcome = await sendAgain(ctx, req.params.id ?? '');
  return seeOther(
    deliveriesLink(),
    outcome.ok ? { tone: 'ok', text: t.againDone } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}
