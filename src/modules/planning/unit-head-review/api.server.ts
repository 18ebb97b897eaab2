import { z } from 'zod';
import { type Operation, recordOperation } from '#platform/api/operation.ts';
import { must } from '#platform/session/decision.ts';
import { workFigures } from './counted-work.ts';
import { monthQuery } from './input.ts';
import { readMonth } from './month-view.server.ts';
import * as policy from './policy.ts';
import type { ReviewEvent, ReviewRecord } from './queries.server.ts';
import type { ReviewFacts } from './review-facts.ts';
import { monthOf, parseMonth } from './review-month.ts';
import { judgedParts, toldParts } from './review-rules.ts';
import { readReview } from './review-view.server.ts';
import { texts } from './texts.ts';
import { eventKindOf, grades, reviewStates } from './unit-head-review.ts';

const object = <Name extends string>(names: readonly Name[], value: z.ZodType) =>
  z.object(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, z.ZodType>);

const facts = z
  .object({
    day: z.iso.date().describe('The day whose end the figures tell.'),
    counts: object(workFigures, z.int().min(0)),
    percents: object(toldParts, z.number().nullable()),
    rulesVersion: z.int().describe('The settings of the office; 0 where it has none of its own.'),
  })
  .meta({ id: 'UnitHeadReviewFacts' });

const points = z.number().nullable();
const grade = z.enum(grades).nullable();

const unitMonth = z
  .object({
    unitId: z.uuid(),
    unitName: z.string(),
    reviewId: z.uuid().nullable(),
    officerName: z.string().nullable(),
    state: z.enum(reviewStates).nullable().describe('Null while the month has not been opened.'),
    facts: facts.nullable(),
    total: points,
    grade,
  })
  .meta({ id: 'UnitHeadMonth' });

const judgement = z.object({
  kind: z.enum(Object.values(eventKindOf)),
  at: z.iso.datetime(),
  actorName: z.string(),
  text: z.string(),
  common: points,
  judged: z.partialRecord(z.enum(judgedParts), z.number().nullable()),
  results: points,
  total: points,
  grade,
});

const review = z
  .object({
    id: z.uuid(),
    month: z.string(),
    unitId: z.uuid(),
    unitName: z.string(),
    officerId: z.uuid(),
    officerName: z.string(),
    state: z.enum(reviewStates),
    total: points,
    grade,
    facts: facts.nullable().describe('As the decision keeps them, else as the tasks say now.'),
    now: facts.nullable().describe('As the tasks say now, where a decision keeps others.'),
    judgements: z.array(judgement),
  })
  .meta({ id: 'UnitHeadReview' });

/** Evaluations for programs; judging people is left to people. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'planning.unit-head-review.list',
    scopes: [['planning.unit-head-review']],
    path: '/unit-head-reviews',
    summary: (lang) => texts(lang).api.list,
    query: monthQuery,
    reply: z.object({ month: z.string(), isProvisional: z.boolean(), items: z.array(unitMonth) }),
    example: { query: { month: '2026-05' } },
    run: async (ctx, { query }) => {
      must(policy.readSome(ctx.actor));
      const month = parseMonth(query.month) ?? monthOf(ctx.clock.today());
      const view = await readMonth(ctx, month);
      const items = view.rows.map((row) => ({
        unitId: row.unit.id,
        unitName: row.unit.name,
        reviewId: row.review?.id ?? null,
        officerName: row.review?.officerName ?? row.unit.heads.at(-1)?.fullName ?? null,
        state: row.review?.state ?? null,
        facts: shownFacts(row.facts),
        total: row.total,
        grade: row.grade,
      }));
      return { value: { month: month.key, isProvisional: !view.isOver, items } };
    },
  }),
  recordOperation({
    id: 'planning.unit-head-review.get',
    scopes: [['planning.unit-head-review']],
    path: '/unit-head-reviews/:id',
    summary: (lang) => texts(lang).api.get,
    reply: review,
    run: async (ctx, { params }) => {
      const view = await readReview(ctx, params.id ?? '');
      return {
        value: {
          ...shownReview(view.review),
          facts: shownFacts(view.facts),
          now: shownFacts(view.now),
        },
      };
    },
  }),
];

function shownFacts(given: ReviewFacts | undefined) {
  if (!given) return null;
  const { day, counts, percents, rules } = given;
  return { day, counts, percents, rulesVersion: rules.version };
}

function shownReview({ events, version: _version, month, positionTitle: _title, ...rest }: ReviewRecord) {
  return { ...rest, month: month.key, judgements: events.map(shownEvent) };
}

function shownEvent({ id: _id, facts: _facts, ...rest }: ReviewEvent) {
  return rest;
}
