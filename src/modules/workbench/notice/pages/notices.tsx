import { digestLink, ownChoiceLink } from '#modules/casework/links.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import { keptDays } from '#platform/retention/kept-days.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { noticesLink, openNoticeLink, readAllNoticesLink } from '../../links.ts';
import { readAllNotices, readNotice } from '../commands.server.ts';
import { noticeQuery } from '../input.ts';
import type { Notice } from '../notice.ts';
import * as policy from '../policy.ts';
import { countUnreadNotices, listNotices } from '../queries.server.ts';
import { type Texts, texts } from '../texts.ts';

/** What the person was told, the latest first: what is unread, or all of it. */
export async function noticesPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const query = noticeQuery.parse(Object.fromEntries(req.query));
  const isUnread = query.xem === 'chua-doc';
  const { notices, next } = await listNotices(ctx, { unread: isUnread, before: query.truoc });
  const unread = await countUnreadNotices(ctx);
  const days = await keptDays(ctx.db, 'notice', ctx.clock.today());
  return page({
    title: t.title,
    current: noticesLink(),
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.kept(formatNumber(ctx.lang, days))}
          actions={
            <>
              <LinkButton href={digestLink()}>{t.mornings}</LinkButton>
              <LinkButton href={ownChoiceLink}>{t.choose}</LinkButton>
              {unread > 0 && (
                <form method="post" action={readAllNoticesLink}>
                  <Button>{t.readAll}</Button>
                </form>
              )}
            </>
          }
        />
        <Tabs
          label={t.views.label}
          tabs={[
            { label: t.views.unread, count: unread, href: noticesLink(), isCurrent: isUnread },
            { label: t.views.all, href: noticesLink({ xem: 'tat-ca' }), isCurrent: !isUnread },
          ]}
        />
        {notices.length === 0 ? (
          <None t={t} isUnread={isUnread} />
        ) : (
          <Table<Notice>
            caption={t.caption}
            rows={notices}
            rowKey={(notice) => notice.id}
            columns={columns(ctx, t)}
          />
        )}
        {(next || query.truoc) && (
          <Pagination
            label={t.pages}
            summary={t.shown(formatNumber(ctx.lang, notices.length))}
            {...(query.truoc && { previous: { label: t.newest, href: noticesLink({ xem: query.xem }) } })}
            {...(next && { next: { label: t.older, href: noticesLink({ xem: query.xem, truoc: next }) } })}
          />
        )}
      </>
    ),
  });
}

/** Marks a notice as read and goes to its record. */
export async function openNoticeAction(ctx: Ctx, req: Req): Promise<Reply> {
  const outcome = await readNotice(ctx, req.params.id ?? '');
  return seeOther(outcome.ok ? outcome.value.href : noticesLink());
}

/** Marks everything as read. */
export async function readAllNoticesAction(ctx: Ctx): Promise<Reply> {
  const outcome = await readAllNotices(ctx);
  const count = formatNumber(ctx.lang, outcome.ok ? outcome.value : 0);
  return seeOther(noticesLink(), { tone: 'ok', text: texts(ctx.lang).readAllDone(count) });
}

function None({ t, isUnread }: { t: Texts; isUnread: boolean }) {
  const words = isUnread ? t.none.unread : t.none.all;
  return (
    <EmptyState
      icon="bell"
      title={words.title}
      action={isUnread ? <a href={noticesLink({ xem: 'tat-ca' })}>{t.none.toAll}</a> : undefined}
    >
      {words.text}
    </EmptyState>
  );
}

function columns(ctx: Ctx, t: Texts): Column<Notice>[] {
  return [
    {
      key: 'what',
      label: t.column.what,
      priority: 'lead',
      render: (notice) => (
        <>
          {notice.isRead ? <a href={notice.href}>{notice.title}</a> : notice.title}
          {notice.note && <small>{notice.note}</small>}
        </>
      ),
    },
    {
      key: 'kind',
      label: t.column.kind,
      size: 'medium',
      render: (notice) => (
        <>
          <Tag tone={notice.tone}>{notice.text}</Tag>
          {notice.insteadOf && <small>{t.insteadOf(notice.insteadOf)}</small>}
        </>
      ),
    },
    { key: 'who', label: t.column.who, size: 'medium', render: (notice) => notice.actorName },
    {
      key: 'when',
      label: t.column.when,
      size: 'medium',
      render: (notice) => formatInstant(ctx.lang, notice.at),
    },
    {
      key: 'deed',
      label: t.column.deed,
      isLabelHidden: true,
      size: 'short',
      render: (notice) =>
        !notice.isRead && (
          <form method="post" action={openNoticeLink(notice.id)}>
            <Button size="small" label={t.openOf(notice.title)}>
              {t.open}
            </Button>
          </form>
        ),
    },
  ];
}
