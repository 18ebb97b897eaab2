import type { Act } from '#platform/db/act.ts';
import { newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, type Refused, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from '../policy.ts';
import { type RowChange, type RowImage, sketch } from '../row-image.ts';
import { draftDeed, type LockedDraft } from './lock-draft.server.ts';

/** The steps that a draft keeps to be undone; the oldest make room. */
const keptSteps = 500;

export type HeldRow = RowImage & { readonly id: string };

/** The rows of the draft in hand, and how they are changed; nothing is written before the work is done. */
export interface RowsInHand {
  readonly locked: LockedDraft;
  /** A row locked for this act; throws `NotFound` when the draft has no such one. */
  hold(rowId: string): Promise<HeldRow>;
  /** The nearest row of the same kind before or after this one. */
  beside(row: HeldRow, side: 'before' | 'after'): Promise<HeldRow | undefined>;
  /** All rows of the draft in order. */
  all(): Promise<HeldRow[]>;
  change(row: HeldRow, to: Partial<Omit<RowImage, 'version' | 'kind' | 'original'>>): void;
  add(row: Omit<RowImage, 'version' | 'original' | 'pair'>): string;
  remove(row: HeldRow): void;
}

/**
 * Changes rows of a draft as one step that can be undone. What had been undone before can no longer be done again.
 */
export function changeRows<Code extends string>(
  ctx: Ctx,
  draftId: string,
  deed: string,
  work: (rows: RowsInHand) => Promise<Refused<Code> | undefined>,
): Promise<Outcome<undefined, Code | 'wrong-state' | 'nothing-changed'>> {
  return draftDeed<undefined, Code | 'nothing-changed'>(
    ctx,
    { name: 'planning.plan-draft.edit', kind: 'edit', decision: policy.edit(ctx.actor) },
    draftId,
    async (tx, locked) => {
      const changes: RowChange[] = [];
      const no = await work(inHand(ctx, tx, locked, changes));
      if (no) return no;
      if (changes.length === 0) return refused('nothing-changed');
      await applyChanges(ctx, tx, locked, changes);
      await recordStep(ctx, tx, locked, deed, changes);
      await tx.audit({
        recordKind: 'plan-draft',
        recordId: locked.id,
        before: Object.fromEntries(changes.map((one) => [one.id, sketch(one.before)])),
        after: { deed, ...Object.fromEntries(changes.map((one) => [one.id, sketch(one.after)])) },
      });
      return done();
    },
  );
}

const columns = ['id', 'kind', 'ordinal', 'data', 'original', 'doubts', 'state', 'pair', 'version'] as const;

function inHand(ctx: Ctx, tx: Act, locked: LockedDraft, changes: RowChange[]): RowsInHand {
  const rows = () =>
    tx.db
      .selectFrom('planning.plan_draft_row')
      .select(columns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', locked.id);
  const toImage = ({ id, ...row }: { id: string }): HeldRow => ({ id, ...(row as unknown as RowImage) });
  return {
    locked,
    async hold(rowId) {
      const id = parseId<'plan-draft-row'>(rowId);
      const row = id && (await rows().where('id', '=', id).forUpdate().executeTakeFirst());
      if (!row) throw new NotFound();
      return toImage(row);
    },
    async beside(row, side) {
      const found = await rows()
        .where('kind', '=', row.kind)
        .where('ordinal', side === 'before' ? '<' : '>', row.ordinal)
        .orderBy('ordinal', side === 'before' ? 'desc' : 'asc')
        .limit(1)
        .forUpdate()
        .executeTakeFirst();
      return found && toImage(found);
    },
    async all() {
      return (await rows().orderBy('ordinal').forUpdate().execute()).map(toImage);
    },
    change({ id, ...before }, to) {
      changes.push({ id, before, after: { ...before, ...to, version: before.version + 1 } });
    },
    add(row) {
      const id = newId<'plan-draft-row'>();
      changes.push({ id, before: null, after: { ...row, original: null, pair: null, version: 1 } });
      return id;
    },
    remove({ id, ...before }) {
      changes.push({ id, before, after: null });
    },
  };
}

/** Writes what the rows become. A row that comes back takes a version that nobody has seen. */
export async function applyChanges(
  ctx: Ctx,
  tx: Act,
  locked: LockedDraft,
  changes: readonly RowChange[],
): Promise<void> {
  const own = { tenant_id: ctx.tenant.id, draft_id: locked.id };
  const gone = changes.filter((one) => one.after === null).map((one) => one.id);
  if (gone.length > 0) {
    await tx.db
      .deleteFrom('planning.plan_draft_row')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', locked.id)
      .where('id', 'in', gone)
      .execute();
  }
  const standing = changes.flatMap(({ id, after }) => (after ? [{ id, after }] : []));
  for (let at = 0; at < standing.length; at += 500) {
    await tx.db
      .insertInto('planning.plan_draft_row')
      .values(
        standing.slice(at, at + 500).map(({ id, after }) => ({
          ...own,
          id,
          kind: after.kind,
          ordinal: after.ordinal,
          data: JSON.stringify(after.data),
          original: after.original && JSON.stringify(after.original),
          doubts: JSON.stringify(after.doubts),
          state: after.state,
          pair: after.pair,
          version: after.version,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'draft_id', 'id']).doUpdateSet((eb) => ({
          ordinal: eb.ref('excluded.ordinal'),
          data: eb.ref('excluded.data'),
          doubts: eb.ref('excluded.doubts'),
          state: eb.ref('excluded.state'),
          pair: eb.ref('excluded.pair'),
          version: eb.ref('excluded.version'),
        })),
      )
      .execute();
  }
}

async function recordStep(
  ctx: Ctx,
  tx: Act,
  locked: LockedDraft,
  deed: string,
  changes: readonly RowChange[],
): Promise<void> {
  const steps = () =>
    tx.db
      .deleteFrom('planning.plan_draft_step')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', locked.id);
  await steps().where('is_undone', '=', true).execute();
  const last = await tx.db
    .selectFrom('planning.plan_draft_step')
    .select('ordinal')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', locked.id)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  const ordinal = (last?.ordinal ?? 0) + 1;
  await tx.db
    .insertInto('planning.plan_draft_step')
    .values({
      tenant_id: ctx.tenant.id,
      draft_id: locked.id,
      ordinal,
      deed,
      changes: JSON.stringify(changes),
      actor_name: ctx.actor.name,
      at: tx.now,
    })
    .execute();
  await steps()
    .where('ordinal', '<=', ordinal - keptSteps)
    .execute();
}
