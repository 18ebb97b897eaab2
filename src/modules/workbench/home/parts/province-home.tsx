import { communeLink } from '#modules/planning/links.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { TenantRef } from '#platform/session/ctx.ts';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Table } from '#ui/table/table.tsx';
import { texts } from '../texts.ts';

/** The communes of a province, each with its public page: what a commune has published, never its drafts. */
export function ProvinceHome({ lang, communes }: { lang: Lang; communes: readonly TenantRef[] }) {
  const t = texts(lang).province;
  if (communes.length === 0) return <EmptyState title={t.none} />;
  return (
    <>
      <p>{t.lead}</p>
      <Table<TenantRef>
        caption={t.lead}
        rows={communes}
        rowKey={(commune) => commune.id}
        narrow="table"
        columns={[
          { key: 'name', label: t.commune, priority: 'lead', render: (commune) => commune.name },
          {
            key: 'page',
            label: t.page,
            size: 'medium',
            render: (commune) => (
              <a href={communeLink(commune.slug)} aria-label={`${t.page}: ${commune.name}`}>
                {t.page}
              </a>
            ),
          },
        ]}
      />
    </>
  );
}
