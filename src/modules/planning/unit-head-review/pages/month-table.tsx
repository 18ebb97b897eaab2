import { renderDocx } from '#platform/docgen/render-docx.ts';
import { deferred, download, page, type Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { PaperView } from '#ui/paper/paper.tsx';
import { reviewsLink, reviewTableLink } from '../../links.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import { wordType } from '../../plan-draft/paper-subject.server.ts';
import { readMonth } from '../month-view.server.ts';
import { monthPaper } from '../papers/month-paper.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';
import { askedMonth } from '../asked-month.ts';

/** The table of a month as a paper, for printing. */
export async function monthTablePage(ctx: Ctx, req: Req): Promise<Reply> {
  const { paper, month } = await paperOf(ctx, req);
  const t = texts(ctx.lang);
  return page({
    title: t.toTable,
    current: reviewsLink(),
    isWide: true,
    crumbs: [{ label: t.title, href: reviewsLink({ thang: month.key }) }, { label: t.toTable }],
    body: (
      <Stack>
        <PageHead
          title={t.toTable}
          actions={
            <LinkButton href={reviewTableLink(month.key, 'docx')} icon="download" download>
              {t.toWord}
            </LinkButton>
          }
        />
        <PaperView paper={paper} />
      </Stack>
    ),
  });
}

/** The same as a Word file; the audit says that it was taken along. */
export async function monthTableFile(ctx: Ctx, req: Req): Promise<Reply> {
  const { paper, month, count } = await paperOf(ctx, req);
  noteOpening(ctx, {
    act: 'planning.unit-head-review.export',
    recordKind: 'tenant',
    recordId: ctx.tenant.id,
    shown: { month: month.key, rows: count, format: 'docx' },
  });
  const fileName = `danh-gia-thang-${month.key}.docx`;
  return deferred(async () => download(fileName, wordType, await renderDocx(paper)));
}

async function paperOf(ctx: Ctx, req: Req) {
  must(policy.exported(ctx.actor));
  const { month } = askedMonth(req.query, ctx.clock.today());
  const view = await readMonth(ctx, month);
  return {
    month,
    count: view.rows.length,
    paper: monthPaper(view, ctx.tenant.name, ctx.clock.today()),
  };
}
