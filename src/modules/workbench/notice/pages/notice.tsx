import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button } from '#ui/button/button.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { noticesLink, openNoticeLink } from '../../links.ts';
import * as policy from '../policy.ts';
import { getNotice } from '../queries.server.ts';
import { texts } from '../texts.ts';

/**
 * One notice, where the link of a letter leads. Looking at it marks nothing: mail servers follow links too, and what
 * proves that somebody opened it is a press of a button.
 */
export async function noticePage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const notice = await getNotice(ctx, req.params.id ?? '');
  return page({
    title: notice.title,
    current: noticesLink(),
    crumbs: [{ label: t.title, href: noticesLink() }, { label: notice.text }],
    body: (
      <>
        <PageHead title={notice.title} line={<Tag tone={notice.tone}>{notice.text}</Tag>} />
        <Stack>
          <form method="post" action={openNoticeLink(notice.id)}>
            <Button kind="primary">{t.openRecord}</Button>
          </form>
          <Facts
            layout="rows"
            facts={[
              ...(notice.note ? [{ label: t.said, value: notice.note }] : []),
              { label: t.column.who, value: notice.actorName },
              { label: t.column.when, value: formatInstant(ctx.lang, notice.at) },
              ...(notice.insteadOf ? [{ label: t.column.kind, value: t.insteadOf(notice.insteadOf) }] : []),
            ]}
          />
        </Stack>
      </>
    ),
  });
}
