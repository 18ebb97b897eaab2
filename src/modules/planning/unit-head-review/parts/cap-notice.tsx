import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Notice } from '#ui/notice/notice.tsx';
import type { UnitMonth } from '../month-view.server.ts';
import { mostExcellent, type ReviewRules } from '../review-rules.ts';
import { texts } from '../texts.ts';

/** How many are excellent against the cap; a reminder where they are more, which holds up no decision. */
export function CapNotice(props: { lang: Lang; rules: ReviewRules; rows: readonly UnitMonth[] }) {
  const { lang, rules, rows } = props;
  const t = texts(lang);
  const graded = (grade: string) => rows.filter((row) => row.grade === grade).length;
  const [excellent, good] = [graded('excellent'), graded('good')];
  const most = mostExcellent(rules, good);
  const say = (value: number) => formatNumber(lang, value);
  if (excellent <= most)
    return <p class="form-lead">{t.capWithin(say(excellent), say(most), say(rules.capPercent))}</p>;
  return (
    <Notice tone="soon" title={t.capTitle}>
      {t.cap(say(excellent), say(good), say(rules.capPercent), say(most))}
    </Notice>
  );
}
