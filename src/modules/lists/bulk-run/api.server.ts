import { z } from 'zod';
import {
  deedOperation,
  listOperation,
  type Operation,
  recordOperation,
  type ScopeSet,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { done, type Refused, refused } from '#platform/db/outcome.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { readWholeFilter } from '../list-page/whole-filter.ts';
import type { BulkDeed, BulkList } from './bulk-list.server.ts';
import { type BulkRun, canBeUndone, type DeedInput, mostAtOnce, mostRows, rowOutcomes } from './bulk-run.ts';
import { carryOn } from './carry-on.server.ts';
import { beginUndo, startRun } from './commands.server.ts';
import { bulkSelection } from './input.ts';
import { reasonWords } from './parts/foreseen.tsx';
import * as policy from './policy.ts';
import { countOutcomes, getRun, listRunRows } from './queries.server.ts';
import { rowsMeant, rowsOf } from './selected-rows.server.ts';
import { texts } from './texts.ts';

interface AskedDeed {
  readonly deed: string;
  readonly input: DeedInput;
}

/** How programs name the deeds of a list, and how what they send is filled into the form of each. */
export interface BulkWords {
  /** `/task-runs`: where runs of this list stand in the API. */
  readonly path: string;
  /** `planning.task`: what its operations are named after. */
  readonly group: string;
  /** What programs write, read as the name that the deed has in addresses and what its form would send. */
  readonly change: z.ZodType<AskedDeed>;
  readonly example: unknown;
  /** What a key must hold for the deeds, where their group is not enough. */
  readonly scopes?: readonly ScopeSet[];
  /** What programs call a deed. */
  deedName(deed: string): string;
}

const outcomes = z.enum(rowOutcomes);
const run = z
  .object({
    id: z.uuid(),
    deed: z.string(),
    state: z.enum(['running', 'done', 'undoing', 'undone', 'stopped']),
    rowCount: z.int(),
    startedAt: z.iso.datetime(),
    canBeTakenBack: z.boolean().describe('For ten minutes after it was begun.'),
    rows: z.record(outcomes, z.int()).describe('How many rows came to each outcome.'),
  })
  .meta({ id: 'BulkRun' });
const row = z
  .object({
    id: z.uuid(),
    label: z.string(),
    outcome: outcomes,
    reason: z.string().nullable().describe('Why not, by its code.'),
    detail: z.string().nullable(),
  })
  .meta({ id: 'BulkRow' });
const foreseen = z
  .object({
    words: z.array(z.string()).describe('What would change, in words.'),
    willChange: z.int(),
    rows: z.array(row.omit({ outcome: true })),
  })
  .meta({ id: 'BulkPreview' });

const refusals = { 'wrong-input': 422, 'wrong-filter': 422, 'nothing-chosen': 422, 'too-many': 422 } as const;

/** Deeds on many rows of a list for programs: what would become of each, doing it, each row's result, and the way back. */
export function bulkOperations(list: BulkList, words: BulkWords): readonly Operation[] {
  const body = z.strictObject({ change: words.change, rows: bulkSelection });
  const scopes = words.scopes && { scopes: words.scopes };
  const example = { body: { change: words.example, rows: { query: 'trang-thai=open' } } };
  return [
    deedOperation({
      id: `${words.group}.preview-many`,
      act: list.act,
      path: `${words.path}/preview`,
      ...scopes,
      summary: (lang) => texts(lang).api.preview,
      body,
      reply: foreseen,
      refusals,
      sentence,
      example,
      run: async (ctx, { body: { change, rows } }) => {
        const chosen = await choose(ctx, list, change, rows);
        if (!chosen.ok) return chosen;
        const { deed, input, targets } = chosen.value;
        const reasons = await deed.foresee(
          ctx,
          targets.map(({ id }) => id),
          input,
        );
        const shown = targets.map(({ id, label }) => withReason(ctx, list, id, label, reasons.get(id)));
        const willChange = shown.filter((one) => one.reason === null).length;
        return done({ value: { words: [...chosen.value.words], willChange, rows: shown } });
      },
    }),
    deedOperation({
      id: list.act,
      path: words.path,
      ...scopes,
      summary: (lang) => texts(lang).api.start,
      body,
      reply: run,
      status: 202,
      refusals,
      sentence,
      example,
      run: async (ctx, { body: { change, rows } }) => {
        const chosen = await choose(ctx, list, change, rows);
        if (!chosen.ok) return chosen;
        const { deed, input, targets } = chosen.value;
        const order = { list: list.path, act: list.act, deed: deed.name, input, targets };
        const started = await startRun(ctx, order);
        if (!started.ok) return started;
        if (targets.length <= mostAtOnce) {
          await carryOn(ctx, list, await getRun(ctx, started.value), mostAtOnce + 1);
        }
        return done({
          ...(await show(ctx, list, words, started.value)),
          location: `${words.path}/${started.value}`,
        });
      },
    }),
    recordOperation({
      id: `${words.group}.get-run`,
      path: `${words.path}/:id`,
      summary: (lang) => texts(lang).api.get,
      reply: run,
      run: (ctx, { params }) => show(ctx, list, words, params.id),
    }),
    listOperation({
      id: `${words.group}.list-run-rows`,
      path: `${words.path}/:id/rows`,
      summary: (lang) => texts(lang).api.rows,
      query: z.strictObject({ ...pageQuery, outcome: outcomes.optional() }),
      reply: row,
      run: async (ctx, { params, query }) => {
        const { id } = await runOf(ctx, list, params.id);
        const asked = query.outcome ? [query.outcome] : rowOutcomes;
        const found = [];
        for (const outcome of asked) found.push(...(await listRunRows(ctx, id, outcome, mostRows)));
        const rows = found.map(({ recordId, label, outcome, reason }) => ({
          ...withReason(ctx, list, recordId, label, reason ?? undefined),
          outcome,
        }));
        return pageOfAll(rows, query, (one) => one);
      },
    }),
    deedOperation({
      id: `${words.group}.take-back-many`,
      act: list.act,
      path: `${words.path}/:id/take-back`,
      summary: (lang) => texts(lang).api.takeBack,
      reply: run,
      status: 202,
      refusals: { 'too-late': 409 },
      sentence: (lang) => texts(lang).tooLate,
      run: async (ctx, { params }) => {
        const { id } = await runOf(ctx, list, params.id);
        const begun = await beginUndo(ctx, id, list.act);
        if (!begun.ok) return begun;
        if (begun.value.rowCount <= mostAtOnce) await carryOn(ctx, list, begun.value, mostAtOnce + 1);
        return done(await show(ctx, list, words, id));
      },
    }),
  ];
}

type Refusal = keyof typeof refusals;

/** The deed, what was filled in and the rows, each read as the pages read them. */
async function choose(ctx: Ctx, list: BulkList, asked: AskedDeed, rows: z.infer<typeof bulkSelection>) {
  must(policy.start(ctx.actor, list.act));
  const deed = deedOf(list, asked.deed);
  if (!deed.may(ctx)) throw new Forbidden('no-grant');
  const read = await deed.read(ctx, asked.input);
  if (!read.ok) return refused<Refusal>('wrong-input', { text: read.problems[0]?.text ?? '' });
  const filter = readWholeFilter(list.shape, 'query' in rows ? rows.query : '');
  if ('wrong' in filter) return refused<Refusal>('wrong-filter', { text: filter.wrong });
  const ids = 'ids' in rows ? rows.ids : [];
  const found = await rowsOf(ctx, list, { filter, ids, isAll: 'query' in rows }, deed);
  if (found.tooMany !== undefined) return refused<Refusal>('too-many', { rows: found.tooMany });
  const targets = rowsMeant(deed, read.input, found.targets);
  if (targets.length === 0) return refused<Refusal>('nothing-chosen');
  return done({ deed, input: read.input, words: read.words, targets });
}

function deedOf(list: BulkList, name: string): BulkDeed {
  const deed = list.deeds.find((one) => one.name === name);
  if (!deed) throw new Error(`the list ${list.path} knows no deed ${name}`);
  return deed;
}

function sentence(lang: Lang, { code, detail }: Refused<Refusal>): string {
  const t = texts(lang);
  switch (code) {
    case 'wrong-input':
      return String(detail.text);
    case 'wrong-filter':
      return t.api.wrongFilter(String(detail.text));
    case 'nothing-chosen':
      return t.nothing.title;
    case 'too-many':
      return t.tooMany(formatNumber(lang, Number(detail.rows)), formatNumber(lang, mostRows));
  }
}

/** A run of this list; one of another list stands under another path. */
async function runOf(ctx: Ctx, list: BulkList, id = ''): Promise<BulkRun> {
  const found = await getRun(ctx, id);
  if (found.list !== list.path) throw new NotFound();
  return found;
}

async function show(ctx: Ctx, list: BulkList, words: BulkWords, id = '') {
  const found = await runOf(ctx, list, id);
  const counts = await countOutcomes(ctx, found.id);
  const value: z.input<typeof run> = {
    id: found.id,
    deed: words.deedName(found.deed),
    state: found.state,
    rowCount: found.rowCount,
    startedAt: found.startedAt.toISOString(),
    canBeTakenBack: canBeUndone(found, ctx.clock.now()),
    rows: {
      waiting: counts.get('waiting') ?? 0,
      done: counts.get('done') ?? 0,
      refused: counts.get('refused') ?? 0,
      undone: counts.get('undone') ?? 0,
      'not-undone': counts.get('not-undone') ?? 0,
    },
  };
  return { value };
}

function withReason(ctx: Ctx, list: BulkList, id: string, label: string, reason: string | undefined) {
  return { id, label, reason: reason ?? null, detail: reason ? reasonWords(ctx, list, reason) : null };
}
