import { z } from 'zod';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done, refused } from '#platform/db/outcome.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { askFreeze, freezeAgain, takeFreezeBack } from './commands/ask.server.ts';
import { freezeAnew } from './freeze-anew.server.ts';
import { freezeFailures, type FrozenRecord, whatIsFrozen } from './frozen-record.ts';
import type { FreezingPlace } from './frozen-source.ts';
import { freezeBody, frozenWhat } from './input.ts';
import { ownerOf, sourceOf } from './place.server.ts';
import { getFrozen } from './queries.server.ts';
import { texts } from './texts.ts';

const frozen = z
  .object({
    id: z.uuid(),
    ...frozenWhat,
    title: z.string(),
    state: z.enum(['waiting', 'ready', 'failed']),
    failure: z.enum(freezeFailures).nullable(),
    frozenAt: z.iso.datetime().nullable(),
    rowCount: z.int().nullable(),
    conditions: z.array(z.string()).describe('The filter in words, as the list called it then.'),
    evidenceId: z.uuid().nullable().describe('The evidence whose file holds the rows.'),
    askedByName: z.string(),
    askedAt: z.iso.datetime(),
  })
  .meta({ id: 'FrozenList' });

const freezeRefusals = {
  'too-many': 409,
  'too-many-waiting': 409,
  'unknown-part': 422,
  itself: 422,
} as const;

const sentence = (lang: Lang, { code }: { code: keyof ReturnType<typeof texts>['refusal'] }) =>
  texts(lang).refusal[code];

/**
 * Freezing lists and single records as evidence, for programs: they are read by a job, with the rights of the key's owner.
 * @param base of the records of each kind within the API, such as `/tasks/:id`, with the scope that sees them
 */
export function frozenOperations(
  place: FreezingPlace,
  bases: Readonly<Record<string, { readonly path: string; readonly scope: string }>>,
): readonly Operation[] {
  const show = async (ctx: Ctx, id: string) => ({ value: written(await getFrozen(ctx, place.owners, id)) });
  const scopesWith = (scope: string) => [['casework.evidence', scope]];
  const recordScopes = Object.values(bases).map(({ scope }) => scope);
  return [
    ...place.owners.flatMap((owner) => {
      const base = bases[owner.kind];
      if (!base) return [];
      return [
        deedOperation({
          id: `casework.${owner.kind}-evidence.freeze`,
          act: 'casework.evidence.freeze',
          path: `${base.path}/evidence/lists`,
          summary: (lang) => texts(lang).api.freeze,
          scopes: scopesWith(base.scope),
          body: freezeBody,
          reply: frozen,
          status: 202,
          refusals: { ...freezeRefusals, 'unknown-list': 422, 'unknown-kind': 422 },
          sentence,
          example: { body: { list: '/nhiem-vu', query: 'trang-thai=open', title: 'Open tasks, quarter 2' } },
          run: async (ctx, { params, body }) => {
            const { record } = body;
            const isList = record === undefined;
            const source = place.sources.find(({ name }) => name === (isList ? body.list : record.kind));
            if (source?.isList !== isList) return refused(isList ? 'unknown-list' : 'unknown-kind');
            const query = isList ? body.query : record.id;
            const title = body.title ?? (await source.titleOf(ctx, query));
            const asked = { recordId: params.id ?? '', query, title };
            const outcome = await askFreeze(ctx, owner, source, asked);
            if (!outcome.ok) return outcome;
            return done({
              ...(await show(ctx, outcome.value)),
              location: `/frozen-lists/${outcome.value}`,
            });
          },
        }),
      ];
    }),
    recordOperation({
      id: 'casework.frozen-list.get',
      path: '/frozen-lists/:id',
      summary: (lang) => texts(lang).api.get,
      scopes: [['read'], ...recordScopes.map((scope) => ['casework.evidence', scope])],
      reply: frozen,
      run: (ctx, { params }) => show(ctx, params.id ?? ''),
    }),
    deedOperation({
      id: 'casework.frozen-list.try-again',
      act: 'casework.evidence.freeze',
      path: '/frozen-lists/:id/try-again',
      summary: (lang) => texts(lang).api.again,
      scopes: recordScopes.map((scope) => ['casework.evidence', scope]),
      reply: frozen,
      refusals: { 'not-failed': 409 },
      sentence,
      run: async (ctx, { params }) => {
        const one = await getFrozen(ctx, place.owners, params.id ?? '');
        const source = sourceOf(ctx, place, one.source);
        const outcome = await freezeAgain(ctx, ownerOf(place, one), source, one);
        return outcome.ok ? done(await show(ctx, one.id)) : outcome;
      },
    }),
    deedOperation({
      id: 'casework.frozen-list.freeze-anew',
      act: 'casework.evidence.freeze',
      path: '/frozen-lists/:id/anew',
      summary: (lang) => texts(lang).api.anew,
      scopes: recordScopes.map((scope) => ['casework.evidence', scope]),
      reply: frozen,
      status: 202,
      refusals: { ...freezeRefusals },
      sentence,
      run: async (ctx, { params }) => {
        const one = await getFrozen(ctx, place.owners, params.id ?? '');
        const outcome = await freezeAnew(ctx, place, one);
        if (!outcome.ok) return outcome;
        return done({ ...(await show(ctx, outcome.value)), location: `/frozen-lists/${outcome.value}` });
      },
    }),
    deedOperation({
      id: 'casework.frozen-list.take-back',
      act: 'casework.evidence.freeze',
      path: '/frozen-lists/:id/take-back',
      summary: (lang) => texts(lang).api.takeBack,
      scopes: recordScopes.map((scope) => ['casework.evidence', scope]),
      refusals: { 'not-waiting': 409 },
      sentence,
      run: async (ctx, { params }) => {
        const one = await getFrozen(ctx, place.owners, params.id ?? '');
        const outcome = await takeFreezeBack(ctx, ownerOf(place, one), one);
        return outcome.ok ? done({ value: null }) : outcome;
      },
    }),
  ];
}

function written(one: FrozenRecord): z.input<typeof frozen> {
  const { id, source, query, title, state, failure, askedByName } = one;
  return {
    id,
    ...whatIsFrozen(source, query),
    title,
    state,
    failure,
    frozenAt: one.frozen?.at.toISOString() ?? null,
    rowCount: one.frozen?.rowCount ?? null,
    conditions: [...(one.frozen?.conditions ?? [])],
    evidenceId: one.frozen?.evidenceId ?? null,
    askedByName,
    askedAt: one.askedAt.toISOString(),
  };
}
