import type { CountedDay } from '#modules/calendar/index.server.ts';
import { formatDate, formatNumber, formatWeekday } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Table } from '#ui/table/table.tsx';
import type { CountedSpan, ToldCount } from '../counted-days.server.ts';
import { texts } from '../texts.ts';

interface Line {
  readonly key: string;
  readonly when: string;
  readonly what: string;
  readonly counted: string;
}

/** The count day by day: what each day is, whether it counts, and the running number; far days month by month. */
export function CountTable({ lang, told }: { lang: Lang; told: ToldCount }) {
  const t = texts(lang).count;
  const lines = [
    ...told.days.map((day, at) => lineOf(lang, day, at === 0)),
    ...told.spans.map((one) => spanLine(lang, one)),
  ];
  return (
    <Table<Line>
      caption={t.caption}
      rows={lines}
      rowKey={(line) => line.key}
      markupKey={(line) => `${t.caption} ${JSON.stringify(line)}`}
      narrow="table"
      columns={[
        { key: 'when', label: t.day, priority: 'lead', render: (line) => line.when },
        { key: 'what', label: t.kind, size: 'long', render: (line) => line.what },
        { key: 'counted', label: t.number, size: 'short', align: 'end', render: (line) => line.counted },
      ]}
    />
  );
}

function lineOf(lang: Lang, day: ToldCount['days'][number], isFirst: boolean): Line {
  const t = texts(lang).count;
  const what = [kindWords(lang, day), day.isAddedLater && t.addedLater, isFirst && t.first].filter(Boolean);
  return {
    key: day.date,
    when: `${formatWeekday(lang, day.date)} ${formatDate(day.date)}`,
    what: what.join(' · '),
    counted: day.number === undefined ? t.notCounted : formatNumber(lang, day.number),
  };
}

function spanLine(lang: Lang, { from, to, workingDays, number }: CountedSpan): Line {
  const t = texts(lang).count;
  return {
    key: from,
    when: t.span(formatDate(from), formatDate(to)),
    what: t.workingDays(formatNumber(lang, workingDays)),
    counted: formatNumber(lang, number),
  };
}

/** What a day is, with the name of the holiday or of the swap where there is one. */
export function kindWords(lang: Lang, { kind, rule }: CountedDay): string {
  const t = texts(lang).count;
  const name = rule && (lang === 'vi' ? rule.name : rule.nameEn);
  if (name === undefined) return kind === 'weekend' ? t.weekend : t.working;
  if (kind === 'off') return rule?.addedAt ? t.ownOff(name) : t.off(name);
  return kind === 'make-up' ? t.makeUp(name) : t.workingFor(name);
}
