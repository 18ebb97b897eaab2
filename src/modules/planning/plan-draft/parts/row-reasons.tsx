import type { Lang } from '#platform/i18n/lang.ts';
import { Tag } from '#ui/tag/tag.tsx';
import type { Repair } from '../../reading/plan-reading.ts';
import type { AnyRow } from '../plan-draft.ts';
import { confidenceOf } from '../row-confidence.ts';
import { texts } from '../texts.ts';

const toneOf = { clear: 'ok', look: 'soon', decide: 'late' } as const;

/** How sure the reader is of a row, why not, and what it mended. */
export function RowReasons({ lang, row, repairs }: { lang: Lang; row: AnyRow; repairs: readonly Repair[] }) {
  const t = texts(lang);
  const r = texts(lang).reviewing;
  const confidence = confidenceOf(row);
  if (confidence === 'clear' && repairs.length === 0) return null;
  return (
    <div class="form-lead">
      <Tag tone={toneOf[confidence]}>{r.confidence[confidence]}</Tag>
      <ul>
        {row.doubts.map((doubt, index) => (
          <li key={index}>
            <b>{t.doubt[doubt.code]}</b>
            {doubt.detail && ` «${doubt.detail.slice(0, 160)}»`}: {r.why[doubt.code] ?? ''}
          </li>
        ))}
        {repairs.map((repair, index) => (
          <li key={`r${index}`}>
            <b>{r.repaired}</b>: {r.repair[repair.kind] ?? repair.kind}
            {repair.damage && repair.repair && ` («${repair.damage}» → «${repair.repair}»)`}
          </li>
        ))}
      </ul>
    </div>
  );
}
