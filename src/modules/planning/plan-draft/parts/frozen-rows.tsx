import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { DisclosureList } from '#ui/disclosure-list/disclosure-list.tsx';
import { type AnyRow, rowKinds } from '../plan-draft.ts';
import { texts } from '../texts.ts';
import { toFields } from './row-fields.tsx';
import { noteOf, titleOf } from './row-words.tsx';

/** The rows of a draft that can no longer be changed, folded by kind; skipped rows are left out. */
export function FrozenRows({ lang, rows }: { lang: Lang; rows: readonly AnyRow[] }) {
  const t = texts(lang);
  const labels = t.field as Readonly<Record<string, string>>;
  return (
    <>
      {rowKinds.map((kind) => {
        const ofKind = rows.filter((row) => row.kind === kind && row.state !== 'skipped');
        if (ofKind.length === 0) return null;
        return (
          <details class="fold" key={kind}>
            <summary>
              {t.review.kinds[kind]} ({formatNumber(lang, ofKind.length)})
            </summary>
            <DisclosureList
              label={t.review.kinds[kind]}
              rows={ofKind.map((row) => ({
                id: `row-${row.id}`,
                title: titleOf(t, row),
                note: noteOf(lang, t, row),
                body: (
                  <dl>
                    {Object.entries(toFields(row))
                      .filter(([, value]) => value !== '')
                      .map(([name, value]) => (
                        <div key={name}>
                          <dt>{labels[name] ?? name}</dt>
                          <dd>{value}</dd>
                        </div>
                      ))}
                  </dl>
                ),
              }))}
            />
          </details>
        );
      })}
    </>
  );
}
