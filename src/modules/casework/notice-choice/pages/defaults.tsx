import { type PageReply, page } from '#platform/http/reply.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { officeChoiceLink, ownChoiceLink, unitChoiceLink } from '../../links.ts';
import type { DefaultRow } from '../choice-owner.ts';
import { choiceFields, valuesOf } from '../choice-values.ts';
import * as policy from '../policy.ts';
import { listDefaults } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** What the office and its units say where people say nothing, and whom it reaches. */
export async function choiceDefaultsPage(ctx: Ctx): Promise<PageReply> {
  must(policy.seeDefaults(ctx.actor));
  const t = texts(ctx.lang).defaults;
  const rows = await listDefaults(ctx);
  return page({
    title: t.title,
    current: ownChoiceLink,
    records: [{ kind: 'notice-choice' }],
    crumbs: [{ label: texts(ctx.lang).title.person, href: ownChoiceLink }, { label: t.title }],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        {rows.length === 0 ? (
          <EmptyState icon="bell" title={t.none}>
            {t.lead}
          </EmptyState>
        ) : (
          <Table<DefaultRow>
            caption={t.caption}
            rows={rows}
            rowKey={(row) => row.unitId ?? 'office'}
            columns={columns(ctx)}
          />
        )}
      </>
    ),
  });
}

function columns(ctx: Ctx): Column<DefaultRow>[] {
  const { defaults: t, column, changedBy } = texts(ctx.lang);
  const say = (count: number) => formatNumber(ctx.lang, count);
  return [
    {
      key: 'owner',
      label: column.owner,
      priority: 'lead',
      render: (row) => (
        <a href={row.unitId === null ? officeChoiceLink : unitChoiceLink(row.unitId)}>
          {row.unitId === null ? t.office : row.unitName}
        </a>
      ),
    },
    {
      key: 'says',
      label: column.says,
      size: 'medium',
      render: (row) => {
        const count = countSaid(row);
        return count === 0 ? t.nothing : t.says(say(count));
      },
    },
    {
      key: 'people',
      label: column.people,
      size: 'long',
      render: (row) => t.people(say(row.people), say(row.choosers)),
    },
    {
      key: 'chosen',
      label: column.chosen,
      size: 'long',
      render: (row) => row.chosenAt && changedBy(row.chosenBy, formatInstant(ctx.lang, row.chosenAt)),
    },
  ];
}

/** How many fields a layer says; quiet hours are one. */
function countSaid(row: DefaultRow): number {
  const values = valuesOf(row.own);
  return choiceFields.filter((name) => name !== 'quietTo' && values[name] !== '').length;
}
