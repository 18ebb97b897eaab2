import type { FileEntry } from '#platform/ics/calendar-file.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { HandInState } from '../report-hand-in/report-hand-in.ts';
import { texts as handInTexts } from '../report-hand-in/texts.ts';
import { periodName } from '../report-period/period-name.ts';
import { texts as periodTexts } from '../report-period/texts.ts';
import { type FeedPlace, shortened, uidOf } from './feed-entries.server.ts';
import type { FeedReport } from './feed-reports.server.ts';
import { texts } from './texts.ts';

/**
 * The entries of a report: the day on which its figures are cut off, and the last day to hand it in; none for a day that
 * nobody has named. It is marked once it was sent on, for who sees one unit alone also once that has handed in.
 */
export function reportEntries(place: FeedPlace, report: FeedReport): FileEntry[] {
  const t = texts(place.lang).entry;
  const name = periodName(place.lang, report);
  const description = described(place, report);
  const entry = (id: string, on: PlainDate, summary: string, category: string): FileEntry => ({
    uid: uidOf(place, id),
    when: { kind: 'days', from: on, to: on },
    summary: shortened(summary),
    description,
    url: `${place.baseUrl}${report.link}`,
    categories: [category],
    status: 'CONFIRMED',
    changedAt: place.changedAt,
    sequence: report.version,
  });
  const { dataTo, dueOn, recordId } = report;
  return [
    ...(dataTo === null ? [] : [entry(`${recordId}-cut-off`, dataTo, t.cutOff(name), t.cutOffCategory)]),
    ...(dueOn === null
      ? []
      : [entry(recordId, dueOn, t.report[standing(place, report)](name), t.reportCategory)]),
  ];
}

const isIn: Readonly<Record<HandInState, boolean>> = {
  expected: false,
  'handed-in': true,
  accepted: true,
  'sent-back': false,
  excused: true,
};

function standing(
  { today }: FeedPlace,
  { state, dueOn, units, isOfOneUnit }: FeedReport,
): 'due' | 'late' | 'done' {
  const isDone = isOfOneUnit && units.length > 0 && units.every((unit) => isIn[unit.state]);
  if (state === 'sent' || isDone) return 'done';
  return state === 'open' && dueOn !== null && dueOn < today ? 'late' : 'due';
}

function described({ lang }: FeedPlace, report: FeedReport): string {
  const t = texts(lang).entry;
  const words = handInTexts(lang).state;
  const asked = report.units.filter(({ state }) => state !== 'excused');
  const open = asked.filter(({ state }) => !isIn[state]);
  const given = asked.filter(({ state }) => isIn[state]);
  const called = ({ name, state }: FeedReport['units'][number]) =>
    state === 'sent-back' ? t.unitStanding(name, words[state]) : name;
  const state = report.state === 'planned' ? t.planned : periodTexts(lang).state[report.state];
  const lines = [
    periodName(lang, report),
    report.dueOn && t.line(t.handInBy, formatDate(report.dueOn)),
    report.dataTo && t.line(t.figures, windowWords(lang, report.dataFrom, report.dataTo)),
    report.addressee && t.line(t.addressee, report.addressee),
    t.line(t.state, state),
    asked.length > 0 &&
      t.line(t.progress, t.ofUnits(formatNumber(lang, given.length), formatNumber(lang, asked.length))),
    open.length > 0 && t.line(t.stillOpen, open.map(called).join('; ')),
    given.length > 0 && t.line(t.given, given.map(called).join('; ')),
    report.basis && t.line(t.basis, report.basis),
    report.ruleText,
  ];
  return lines.filter(Boolean).join('\n');
}

function windowWords(lang: FeedPlace['lang'], from: PlainDate | null, to: PlainDate): string {
  const t = periodTexts(lang);
  return from === null ? t.windowUntil(formatDate(to)) : t.window(formatDate(from), formatDate(to));
}
