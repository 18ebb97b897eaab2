import { recordSource, type Said } from '#modules/casework/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { reportHandInLink } from '../report-period/links.ts';
import { windowWords } from '../report-period/parts/period-words.tsx';
import { periodName } from '../report-period/period-name.ts';
import { handInListShape } from './hand-in-list.ts';
import { handInRows } from './listed.server.ts';
import * as policy from './policy.ts';
import { getHandIn } from './queries.server.ts';
import type { HandIn } from './report-hand-in.ts';
import { texts } from './texts.ts';

/** Reports of units as proof by themselves: what was asked of whom until when, and what was handed in. */
export const handInProof = recordSource<HandIn>({
  kind: 'report-hand-in',
  name: (lang) => texts(lang).noun,
  mayRead: (actor) => policy.readSome(actor).allowed,
  href: (id) => reportHandInLink(id),
  read: async (ctx, id) => {
    const handIn = await getHandIn(ctx, id);
    return { title: titleOf(ctx, handIn), said: factsOf(ctx, handIn) };
  },
  list: { shape: handInListShape, next: handInRows.next },
  candidate: (ctx, handIn) => ({
    id: handIn.id,
    title: titleOf(ctx, handIn),
    note: texts(ctx.lang).state[handIn.state],
  }),
});

function titleOf(ctx: Ctx, { period, unitName }: HandIn): string {
  return `${periodName(ctx.lang, period)}: ${unitName}`;
}

function factsOf(ctx: Ctx, handIn: HandIn): Said[] {
  const t = texts(ctx.lang);
  const { period } = handIn;
  const day = (value: PlainDate | null) => (value === null ? '' : formatDate(value));
  return [
    { label: t.field.period, text: periodName(ctx.lang, period) },
    { label: t.field.unit, text: handIn.unitName },
    { label: t.field.state, text: t.state[handIn.state] },
    { label: t.field.due, text: day(period.dueOn) },
    { label: t.field.window, text: windowWords(ctx.lang, period) },
    { label: t.field.addressee, text: period.addressee ?? '' },
    { label: t.field.firstHandedIn, text: day(handIn.firstHandedInOn) },
    { label: t.field.handedIn, text: day(handIn.handedInOn) },
    { label: t.field.by, text: handIn.handedInByName ?? '' },
    { label: t.field.text, text: handIn.text ?? '' },
    { label: t.field.reason, text: handIn.reason ?? '' },
    { label: t.field.sentBack, text: formatNumber(ctx.lang, handIn.sentBackTimes) },
  ];
}
