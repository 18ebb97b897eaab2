import type { FileEntry } from '#platform/ics/calendar-file.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { calendarLink, planLink } from '../links.ts';
import type { Plan, ReportRegime } from '../plan/plan.ts';
import { handInDays } from '../plan/report-regime.ts';
import { texts as planTexts } from '../plan/texts.ts';
import { doneDays } from './calendar-feed.ts';
import { type FeedPlace, shortened, uidOf } from './feed-entries.server.ts';
import { texts } from './texts.ts';

/** The days on which the reports of plans are to be handed in, from a while ago to the end of next year. */
export function reportEntries(
  place: FeedPlace,
  plans: readonly Plan[],
  regimes: readonly ReportRegime[],
  changedAt: Date,
): FileEntry[] {
  const t = texts(place.lang).entry;
  const first = addDays(place.today, -doneDays);
  const year = Number(place.today.slice(0, 4));
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  return regimes.flatMap((regime) => {
    const plan = byId.get(regime.planId);
    if (!plan) return [];
    const days = [year - 1, year, year + 1].flatMap((each) => handInDays(regime, plan, each));
    const period = planTexts(place.lang).period[regime.period];
    return [...new Set(days)]
      .filter((on) => on >= first)
      .map((on) => ({
        uid: uidOf(place, `${regime.id}-${on.replaceAll('-', '')}`),
        when: { kind: 'days' as const, from: on, to: on },
        summary: shortened(t.report(period)),
        description: [
          regime.addressee && t.line(t.addressee, regime.addressee),
          t.line(t.basis, plan.title),
          regime.text,
        ]
          .filter(Boolean)
          .join('\n'),
        url: `${place.baseUrl}${regime.planId ? planLink(regime.planId) : calendarLink()}`,
        categories: [t.reportCategory],
        status: 'CONFIRMED' as const,
        changedAt,
        sequence: 0,
      }));
  });
}
