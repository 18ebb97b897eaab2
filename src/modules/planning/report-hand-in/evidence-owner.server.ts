import { type SqlBool, sql } from 'kysely';
import type { EvidenceOwner } from '#modules/casework/index.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import { fold } from '#platform/search/folding.ts';
import { reportHandInLink, reportPeriodLink } from '../report-period/links.ts';
import { reportCalendarLink, reportHandInsLink } from '../links.ts';
import { periodName } from '../report-period/period-name.ts';
import { texts as periodTexts } from '../report-period/texts.ts';
import * as policy from './policy.ts';
import { getHandIn, handIns, toHandIn } from './queries.server.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** Looked through for those to which the person may bring a file, and shown at most. */
const [looked, shown] = [200, 20];

/** Reports of units have files: who sees the report sees them, and the unit's people bring them. */
export const reportEvidence: EvidenceOwner = {
  kind: 'report-hand-in',
  path: reportHandInsLink(),
  find: async (ctx, handInId) => {
    const handIn = await getHandIn(ctx, handInId);
    const name = periodName(ctx.lang, handIn.period);
    return {
      id: handIn.id,
      title: `${name}: ${handIn.unitName}`,
      years: { from: handIn.period.year, to: handIn.period.year },
      crumbs: [
        { label: periodTexts(ctx.lang).calendar.title, href: reportCalendarLink() },
        { label: name, href: reportPeriodLink(handIn.period.id) },
        { label: handIn.unitName, href: reportHandInLink(handIn.id) },
      ],
      may: (act) => policy.prove(ctx.actor, act, handIn),
    };
  },
  titles: async (ctx, recordIds) => {
    if (recordIds.length === 0) return new Map();
    const rows = await handIns(ctx)
      .where(sql`h.id`, '=', sql`any(${[...recordIds]}::uuid[])`)
      .execute();
    return new Map(
      rows.map(toHandIn).map((one) => [one.id, `${periodName(ctx.lang, one.period)}: ${one.unitName}`]),
    );
  },
  candidates: async (ctx, search) => {
    const words = readSearch(search);
    const rows = await handIns(ctx)
      .where('p.state', '=', 'open')
      .where('h.state', 'in', ['expected', 'handed-in', 'sent-back'])
      .orderBy(sql`p.due_on nulls last`)
      .orderBy('h.id')
      .limit(looked)
      .execute();
    return rows
      .map(toHandIn)
      .filter((one) => policy.prove(ctx.actor, 'casework.evidence.attach', one).allowed)
      .map((one) => ({
        id: one.id as string,
        title: `${periodName(ctx.lang, one.period)}: ${one.unitName}`,
        note: texts(ctx.lang).state[one.state],
      }))
      .filter(({ title }) => !words || fold(title).includes(fold(search)))
      .slice(0, shown);
  },
  visibleTo: (actor) =>
    sql<SqlBool>`exists (select from planning.report_hand_in h where h.tenant_id = a.tenant_id
      and h.id = a.record_id and ${visibleTo(actor)})`,
};
