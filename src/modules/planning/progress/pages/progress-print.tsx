import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { PaperView } from '#ui/paper/paper.tsx';
import { progressLink } from '../../links.ts';
import { askedDay } from '../input.ts';
import { groupNames } from '../names.server.ts';
import { type NamedGroups, progressPaper } from '../papers/progress-paper.ts';
import * as policy from '../policy.ts';
import { groupings } from '../progress.ts';
import { countProgress } from '../queries.server.ts';
import { paperWords, texts } from '../texts.ts';

/** The figures of a day by unit, field and leader as one paper to print, number and sign. */
export async function progressPrintPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const { day } = askedDay(req.query, ctx.clock.today());
  const tables: NamedGroups[] = [];
  for (const by of groupings) {
    const groups = await countProgress(ctx, day, by);
    // Papers are Vietnamese, whatever the person's language.
    const names = await groupNames(
      { ...ctx, lang: 'vi' },
      by,
      groups.map((group) => group.key),
    );
    const figuresOf = new Map(groups.map((group) => [group.key, group]));
    const named = [...names].flatMap(([key, name]) => {
      const figures = figuresOf.get(key);
      return figures ? [{ name, figures }] : [];
    });
    tables.push({ by, groups: named });
  }
  const paper = progressPaper(ctx.tenant, day, tables, ctx.clock.today());
  return page({
    title: paperWords.title(formatDate(day)),
    current: progressLink(),
    isWide: true,
    crumbs: [{ label: t.title, href: progressLink({ ngay: day }) }, { label: t.printPage }],
    body: (
      <Stack>
        <PageHead title={t.printPage} lead={t.print} />
        <PaperView paper={paper} />
      </Stack>
    ),
  });
}
