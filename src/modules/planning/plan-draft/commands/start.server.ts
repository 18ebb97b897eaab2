import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { axes } from '../../plan/axis.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';
import { blankHead, type DraftOrigin, type FreshRow } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { type CopyableSource, getCopyable } from '../queries.server.ts';
import { handedDown } from '../handed-down.ts';
import { shiftText, shiftYears } from '../shift-years.ts';
import { inChunks } from './in-chunks.server.ts';
import { texts } from '../texts.ts';

/** What a draft by hand begins with. */
export type Beginning =
  | { readonly origin: 'blank'; readonly year: number }
  | { readonly origin: 'earlier-plan'; readonly year: number; readonly planId: string }
  | {
      readonly origin: 'higher-plan';
      readonly year: number;
      readonly planId: string;
      /** The rows that the commune takes over. */
      readonly rowIds: readonly string[];
    };

/**
 * Begins a draft by hand: blank with the seven axes, from a plan of an earlier year with its days moved on, or with the
 * tasks that the level above hands down. Refuses a plan that nobody can copy, and a choice of no rows.
 */
export function startDraft(
  ctx: Ctx,
  beginning: Beginning,
): Promise<Outcome<Id<'plan-draft'>, 'nothing-chosen'>> {
  return act<Id<'plan-draft'>, 'nothing-chosen'>(ctx, 'planning.plan-draft.edit', async (tx) => {
    must(policy.edit(ctx.actor));
    const source =
      beginning.origin === 'blank' ? undefined : await getCopyable(ctx, beginning.origin, beginning.planId);
    const { head, rows } = firstRows(ctx, beginning, source);
    if (beginning.origin === 'higher-plan' && !rows.some((row) => row.kind === 'task')) {
      return refused('nothing-chosen');
    }
    const id = await insertDraft(ctx, tx, { origin: beginning.origin, words: source?.words ?? null, head });
    await inChunks(
      rows.map((row, ordinal) => ({
        tenant_id: ctx.tenant.id,
        draft_id: id,
        id: newId<'plan-draft-row'>(),
        kind: row.kind,
        ordinal,
        data: JSON.stringify(row.data),
        doubts: JSON.stringify(row.doubts),
      })),
      (part) => tx.db.insertInto('planning.plan_draft_row').values(part).execute(),
    );
    await tx.audit({
      recordKind: 'plan-draft',
      recordId: id,
      before: null,
      after: { origin: beginning.origin, from: source?.words ?? null, rows: rows.length },
    });
    return done(id);
  });
}

function firstRows(
  ctx: Ctx,
  beginning: Beginning,
  source: CopyableSource | undefined,
): { head: PlanHead; rows: FreshRow[] } {
  const t = texts('vi').beginning.paper;
  const blank = blankHead(ctx.tenant, beginning.year, {
    title: t.title(String(beginning.year)),
    issuer: t.issuer,
  });
  if (beginning.origin === 'blank' || !source) {
    const rows = axes.map((axis, index) => ({
      kind: 'section' as const,
      data: { code: romans[index] ?? '', title: t.sections[axis], axis, line: [] },
      doubts: [],
    }));
    return { head: blank, rows };
  }
  if (beginning.origin === 'higher-plan') {
    return { head: blank, rows: handedDown(source, new Set(beginning.rowIds), t.documentType) };
  }
  const from = source.head.year_from ?? beginning.year - 1;
  const shift = { from, to: source.head.year_to ?? from, by: beginning.year - from };
  return {
    head: {
      ...source.head,
      title: source.head.title && shiftText(source.head.title, shift),
      number: null,
      date: null,
      year_from: shift.from + shift.by,
      year_to: shift.to + shift.by,
    },
    rows: source.rows.map((row) => ({
      kind: row.kind,
      data: shiftYears(row.kind, row.data, shift),
      doubts: [],
    })),
  };
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];

async function insertDraft(
  ctx: Ctx,
  tx: Act,
  draft: { origin: DraftOrigin; words: string | null; head: PlanHead },
): Promise<Id<'plan-draft'>> {
  const id = newId<'plan-draft'>();
  await tx.db
    .insertInto('planning.plan_draft')
    .values({
      tenant_id: ctx.tenant.id,
      id,
      origin: draft.origin,
      origin_words: draft.words,
      state: 'draft',
      lines: '[]',
      head: JSON.stringify(draft.head),
      created_by: ctx.actor.accountId,
      created_by_name: ctx.actor.name,
      created_at: tx.now,
    })
    .execute();
  return id;
}
