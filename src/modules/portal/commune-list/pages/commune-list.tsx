import { listCommunes } from '#modules/directory/index.server.ts';
import { communeLink } from '#modules/planning/links.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { compareText } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { communesLink } from '../../links.ts';
import { texts } from '../texts.ts';

/** All communes on this system, to be found without diacritics. */
export async function communeListPage(ctx: Pick<Ctx, 'db' | 'lang' | 'clock'>, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const term = (req.query.get('tim') ?? '').slice(0, 100);
  const communes = (await listCommunes(ctx.db, term)).toSorted((a, b) =>
    compareText(ctx.lang, a.name, b.name),
  );
  return page({
    title: t.title,
    current: communesLink,
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <FilterBar action={communesLink} submitLabel={t.submit}>
          <TextField name="tim" label={t.search} hint={t.hint} value={term} />
        </FilterBar>
        {communes.length === 0 ? (
          <EmptyState title={term ? t.noMatch : t.none} />
        ) : (
          <Table
            caption={t.caption}
            rows={communes}
            rowKey={(commune) => commune.id}
            narrow="table"
            columns={[
              {
                key: 'name',
                label: t.name,
                priority: 'lead',
                render: (commune) => <a href={communeLink(commune.slug)}>{commune.name}</a>,
              },
              { key: 'province', label: t.province, size: 'long', render: (commune) => commune.provinceName },
            ]}
          />
        )}
      </>
    ),
  });
}
