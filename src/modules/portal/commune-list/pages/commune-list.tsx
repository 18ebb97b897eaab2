import {
  communeListShape,
  countCommunes,
  listAllCommunes,
  listCommunes,
  listProvinceNames,
  type PublicCommune,
} from '#modules/directory/index.server.ts';
import { countWords, ListPages } from '#modules/lists/index.server.ts';
import { communeLink } from '#modules/planning/links.ts';
import { toCsv } from '#platform/http/csv.ts';
import { type DownloadReply, download, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { addressOf, readList, searchWord, writeFilter } from '#platform/list/address.ts';
import { isOpen, type ListState, notingBadCursor, plainValue } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { ActiveFilters } from '#ui/active-filters/active-filters.tsx';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { communesCsvLink, communesLink } from '../../links.ts';
import { type Texts, texts } from '../texts.ts';

type Everybody = Pick<Ctx, 'db' | 'lang' | 'clock'>;

/** All communes on this system, to be found as everything else is: without marks, exact marks first, by province. */
export async function communeListPage(ctx: Everybody, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const today = ctx.clock.today();
  const provinces = await listProvinceNames(ctx.db);
  const shape = communeListShape(provinces);
  const asked = readList(shape, req.query);
  const found = await listCommunes(ctx.db, asked, today);
  const count = await countCommunes(ctx.db, asked, today);
  const state = notingBadCursor(asked, found.hadBadCursor);
  const list = { lang: ctx.lang, path: communesLink, shape, state };
  return page({
    title: t.title,
    current: communesLink,
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          {isMisread(state) && <Notice tone="soon" title={t.dropped} />}
          <div>
            <FilterBar action={communesLink} submitLabel={t.submit}>
              <TextField
                name={searchWord}
                label={t.search}
                hint={t.hint}
                value={state.search}
                maxLength={200}
              />
              {provinces.length > 1 && (
                <SelectField
                  name="tinh"
                  label={t.province}
                  value={plainValue(state, 'tinh', 'is') ?? ''}
                  emptyLabel={t.allProvinces}
                  options={provinces.map((name) => ({ value: name, label: name }))}
                />
              )}
            </FilterBar>
            {!isOpen(state) && <Chosen t={t} list={list} />}
            {found.rows.length === 0 ? (
              <None t={t} isFiltered={!isOpen(state)} />
            ) : (
              <>
                <CommuneTable
                  t={t}
                  caption={`${t.caption}: ${countWords(ctx.lang, count)}`}
                  rows={found.rows}
                />
                <ListPages list={list} page={found} count={count} />
              </>
            )}
          </div>
          {found.rows.length > 0 && (
            <p>
              <LinkButton
                href={addressOf(communesCsvLink, writeFilter(shape, state))}
                icon="download"
                download
              >
                {t.csv}
              </LinkButton>
            </p>
          )}
        </Stack>
      </>
    ),
  });
}

/** The communes of the filter as open data, with the addresses of their pages. */
export async function communeListCsv(ctx: Everybody, req: Req): Promise<DownloadReply> {
  const t = texts(ctx.lang);
  const filter = readList(communeListShape(await listProvinceNames(ctx.db)), req.query);
  const rows = await listAllCommunes(ctx.db, filter, ctx.clock.today());
  const lines = rows.map((row) => [
    row.name,
    row.provinceName,
    row.officialCode,
    `${req.origin}${communeLink(row.slug)}`,
  ]);
  return download('danh-sach-xa.csv', 'text/csv; charset=utf-8', toCsv(t.csvHeader, lines));
}

/** Links from elsewhere bring names along that mean nothing here; only what was meant for the list is spoken of. */
function isMisread(state: ListState): boolean {
  return state.dropped.some(({ reason }) => reason !== 'unknown-field');
}

function Chosen({
  t,
  list: { shape, state },
}: {
  t: Texts;
  list: { shape: ReturnType<typeof communeListShape>; state: ListState };
}) {
  const without = (change: Partial<ListState>) =>
    addressOf(communesLink, writeFilter(shape, { ...state, ...change }));
  const search = { label: `“${state.search}”`, href: without({ search: '' }) };
  return (
    <ActiveFilters
      label={t.filtered}
      removeLabel={t.remove}
      filters={[
        ...(state.search === '' ? [] : [search]),
        ...state.clauses.map((clause, at) => ({
          label: clause.flatMap(({ values }) => values).join(', '),
          href: without({ clauses: state.clauses.filter((_, other) => other !== at) }),
        })),
      ]}
      clear={{ label: t.clear, href: communesLink }}
    />
  );
}

function None({ t, isFiltered }: { t: Texts; isFiltered: boolean }) {
  if (!isFiltered) return <EmptyState title={t.none} />;
  return <EmptyState title={t.noMatch.title}>{t.noMatch.text}</EmptyState>;
}

function CommuneTable({ t, caption, rows }: { t: Texts; caption: string; rows: readonly PublicCommune[] }) {
  return (
    <Table<PublicCommune>
      caption={caption}
      rows={rows}
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
  );
}
