import type { ComponentChildren } from 'preact';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { noteOf, titleOf } from '../../plan-draft/parts/row-words.tsx';
import type { AnyRow } from '../../plan-draft/plan-draft.ts';
import { texts as draftTexts } from '../../plan-draft/texts.ts';
import type { ChangedRow, PlanDifference } from '../plan-difference.ts';
import { texts } from '../texts.ts';

/** What a later version adds, changes and leaves out, as three tables; `pairing` draws what may be said of a row. */
export function DifferenceView(props: {
  lang: Lang;
  difference: PlanDifference;
  pairing?: (row: AnyRow, isPaired: boolean) => ComponentChildren;
}) {
  const { lang, difference, pairing } = props;
  const t = texts(lang);
  const d = draftTexts(lang);
  const number = (n: number) => formatNumber(lang, n);
  const labels = d.field as Readonly<Record<string, string>>;
  return (
    <>
      <Panel id="changed" title={t.changed} count={number(difference.changed.length)} isFlush>
        {difference.changed.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <Table<ChangedRow>
            caption={t.changed}
            frame="none"
            rows={difference.changed}
            rowKey={(row) => row.after.id}
            columns={[
              { key: 'kind', label: t.kind, size: 'short', render: (row) => d.review.kinds[row.after.kind] },
              { key: 'row', label: t.row, priority: 'lead', render: (row) => titleOf(d, row.after) },
              {
                key: 'fields',
                label: `${t.before} → ${t.after}`,
                render: (row) => (
                  <dl class="before-after">
                    {row.fields.map((field) => (
                      <div key={field.field}>
                        <dt>{labels[field.field] ?? field.field}</dt>
                        <dd>
                          <del>{field.before || t.empty}</del> <ins>{field.after || t.empty}</ins>
                        </dd>
                      </div>
                    ))}
                  </dl>
                ),
              },
              ...pairingColumn(t.act, pairing && ((row: ChangedRow) => pairing(row.after, true))),
            ]}
          />
        )}
      </Panel>
      <RowsPanel {...props} id="added" title={t.added} rows={difference.added} />
      <RowsPanel lang={lang} id="removed" title={t.removed} rows={difference.removed} />
    </>
  );
}

/** How much a later version adds, changes, leaves out and keeps, in one line. */
export function countsOf(lang: Lang, difference: PlanDifference): string {
  const number = (rows: readonly unknown[]) => formatNumber(lang, rows.length);
  const { added, changed, removed, same } = difference;
  return texts(lang).counts(number(added), number(changed), number(removed), number(same));
}

function RowsPanel(props: {
  lang: Lang;
  id: string;
  title: string;
  rows: readonly AnyRow[];
  pairing?: (row: AnyRow, isPaired: boolean) => ComponentChildren;
}) {
  const { lang, rows, pairing } = props;
  const t = texts(lang);
  const d = draftTexts(lang);
  return (
    <Panel id={props.id} title={props.title} count={formatNumber(lang, rows.length)} isFlush>
      {rows.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table<AnyRow>
          caption={props.title}
          frame="none"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'kind', label: t.kind, size: 'short', render: (row) => d.review.kinds[row.kind] },
            {
              key: 'row',
              label: t.row,
              priority: 'lead',
              render: (row) => (
                <>
                  {titleOf(d, row)}
                  <small>{noteOf(lang, d, row)}</small>
                </>
              ),
            },
            ...pairingColumn(t.act, pairing && ((row: AnyRow) => pairing(row, false))),
          ]}
        />
      )}
    </Panel>
  );
}

function pairingColumn<Row>(label: string, render: ((row: Row) => ComponentChildren) | undefined) {
  return render ? [{ key: 'pairing', label, render }] : [];
}
