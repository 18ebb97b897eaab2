import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { DateField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { progressExportLink, progressLink, progressPrintLink } from '../../links.ts';
import { type AskedDay, askedDay, groupingNames, progressQuery } from '../input.ts';
import { groupNames } from '../names.server.ts';
import { FiguresTable } from '../parts/figures-table.tsx';
import * as policy from '../policy.ts';
import { type Grouping, groupings } from '../progress.ts';
import { countProgress } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** How the work stood at the end of a day, by unit, field or leader. */
export async function progressPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const asked = askedDay(req.query, ctx.clock.today());
  const { theo } = progressQuery.parse(Object.fromEntries(req.query));
  const by = groupingNames[theo];
  const groups = await countProgress(ctx, asked.day, by);
  const names = await groupNames(
    ctx,
    by,
    groups.map((group) => group.key),
  );
  const order = [...names.keys()];
  const sorted = groups.toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key));
  return page({
    title: t.title,
    current: progressLink(),
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead(formatDate(asked.day))}
          actions={
            groups.length > 0 && (
              <>
                <LinkButton href={progressPrintLink({ ngay: asked.day })} icon="print">
                  {t.printPage}
                </LinkButton>
                {policy.exported(ctx.actor).allowed && (
                  <form method="post" action={progressExportLink}>
                    <input type="hidden" name="ngay" value={asked.day} />
                    <input type="hidden" name="theo" value={theo} />
                    <Button icon="download">{t.toExcel}</Button>
                  </form>
                )}
              </>
            )
          }
        />
        <DayFilter ctx={ctx} asked={asked} theo={theo} />
        <Tabs
          label={t.by.label}
          tabs={groupings.map((one) => ({
            label: t.by[one],
            href: progressLink({ theo: nameOf(one), ngay: asked.day }),
            isCurrent: one === by,
          }))}
        />
        {groups.length === 0 ? (
          <EmptyState icon="chart" title={t.empty.title}>
            {t.empty.text}
          </EmptyState>
        ) : (
          <Stack>
            <FiguresTable
              lang={ctx.lang}
              day={asked.day}
              by={by}
              groups={sorted}
              nameOf={(key) => names.get(key) ?? t.none[by]}
            />
            <details class="fold">
              <summary>{t.howCountedTitle}</summary>
              <p>{t.howCounted}</p>
            </details>
          </Stack>
        )}
      </>
    ),
  });
}

/** What stands in an address for a way of putting tasks together. */
export function nameOf(by: Grouping): keyof typeof groupingNames {
  return by === 'unit' ? 'don-vi' : by === 'axis' ? 'linh-vuc' : 'lanh-dao';
}

function DayFilter({ ctx, asked, theo }: { ctx: Ctx; asked: AskedDay; theo: string }) {
  const t = texts(ctx.lang);
  const error = asked.trouble && (asked.trouble === 'wrong' ? t.dayWrong : t.dayAhead);
  return (
    <FilterBar action={progressLink()} submitLabel={t.show} keep={{ theo }}>
      <DateField
        name="ngay"
        label={t.day}
        hint={t.dayHint}
        value={asked.trouble ? asked.typed : formatDate(asked.day)}
        error={error}
      />
    </FilterBar>
  );
}
