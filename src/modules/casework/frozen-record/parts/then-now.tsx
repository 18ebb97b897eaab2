import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { ListCount } from '#platform/list/count.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { evidenceFileLink, evidenceLink } from '../../evidence/links.ts';
import { texts as evidenceTexts } from '../../evidence/texts.ts';
import { type FrozenFacts, type FrozenRecord, mostShownColumns } from '../frozen-record.ts';
import { texts } from '../texts.ts';
import { rowWords } from './row-words.tsx';

/** Rows of a frozen list then and of the live one now, each with the way to see them. */
export function ThenNowPanel(props: {
  ctx: Ctx;
  one: FrozenRecord & { readonly frozen: FrozenFacts };
  /** Undefined where this person may not see the list, or it is gone. */
  now: ListCount | undefined;
  live: string | undefined;
  isKnown: boolean;
  /** The proof whose file holds the rows, and the address of its record. */
  proof: { readonly link: string; readonly attachmentId: string };
}) {
  const { ctx, one, now, live, isKnown, proof } = props;
  const t = texts(ctx.lang);
  const { frozen } = one;
  const number = (count: number) => formatNumber(ctx.lang, count);
  const rows = [
    {
      key: 'then',
      label: t.thenNow.frozen(formatInstant(ctx.lang, frozen.at)),
      rows: number(frozen.rowCount),
      see: (
        <LinkButton
          size="small"
          icon="download"
          href={evidenceFileLink(proof.link, proof.attachmentId, frozen.version)}
          download
        >
          {t.thenNow.file}
        </LinkButton>
      ),
    },
    {
      key: 'now',
      label: t.thenNow.now,
      rows: now ? rowWords(ctx.lang, now) : '',
      see: live ? (
        <LinkButton size="small" href={live}>
          {t.thenNow.live}
        </LinkButton>
      ) : isKnown ? (
        t.thenNow.hidden
      ) : (
        t.thenNow.gone
      ),
    },
  ];
  return (
    <Panel
      id="then-now"
      title={t.thenNow.title}
      note={now && `${differenceWords(ctx.lang, frozen.rowCount, now)} ${t.thenNow.ownEyes}`}
    >
      <Table
        caption={t.thenNow.caption}
        frame="none"
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'when', label: t.thenNow.when, priority: 'lead', render: (row) => row.label },
          { key: 'rows', label: t.thenNow.rows, align: 'end', size: 'short', render: (row) => row.rows },
          { key: 'see', label: t.thenNow.see, isLabelHidden: true, size: 'long', render: (row) => row.see },
        ]}
      />
      <Facts
        layout="rows"
        facts={[
          { label: t.confirm.filter, value: frozen.conditions.join('; ') || t.confirm.noFilter },
          { label: t.facts.query, value: <code>{`${one.source}${one.query && `?${one.query}`}`}</code> },
          { label: t.facts.by, value: one.askedByName },
        ]}
      />
      <p>
        <a href={evidenceLink(proof.link, proof.attachmentId)}>{evidenceTexts(ctx.lang).more}</a>
      </p>
    </Panel>
  );
}

function differenceWords(lang: Lang, then: number, now: ListCount): string {
  const t = texts(lang).thenNow.difference;
  const more = now.rows - then;
  if (more === 0 && !now.isMore) return t.same;
  // Beyond what is counted out, nobody knows by how many.
  if (now.isMore) return '';
  return more > 0 ? t.more(formatNumber(lang, more)) : t.fewer(formatNumber(lang, -more));
}

/** The first rows as they stood, as texts: of each the first columns in which something stands. */
export function FrozenRowsPanel({ ctx, frozen }: { ctx: Ctx; frozen: FrozenFacts }) {
  const t = texts(ctx.lang).rows;
  const { heads, rows } = frozen.shown;
  const columns = heads
    .map((label, index) => ({ label, index }))
    .filter(({ index }) => rows.some((cells) => cells[index]))
    .slice(0, mostShownColumns);
  // The second column names a row where the first is a code.
  const lead = columns.at(1) ?? columns.at(0);
  const isCut = frozen.rowCount > rows.length || heads.length > columns.length;
  return (
    <Panel
      id="rows"
      title={t.title}
      count={formatNumber(ctx.lang, frozen.rowCount)}
      note={rows.length > 0 && isCut ? t.first : undefined}
      isFlush={rows.length > 0}
    >
      {rows.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.caption}
          frame="none"
          rows={rows.map((cells, index) => ({ key: String(index), cells }))}
          rowKey={(row) => row.key}
          columns={columns.map((column) => ({
            key: String(column.index),
            label: column.label,
            priority: column === lead ? ('lead' as const) : undefined,
            render: (row: { cells: readonly string[] }) => row.cells[column.index] ?? '',
          }))}
        />
      )}
    </Panel>
  );
}
