import { type SqlBool, sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { keptDays } from '#platform/retention/kept-days.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { trashKinds } from './kinds.server.ts';
import * as policy from './policy.ts';
import { purgedFrom, type TrashEntry } from './trash.ts';

const onePage = 50;

/** What this person may see in the trash, the latest first; `before` is the last entry of the page before. */
export async function listTrash(
  ctx: Ctx,
  filter: { kind: string | undefined; before: string | undefined },
): Promise<{ entries: TrashEntry[]; next: Id<'trash-entry'> | undefined }> {
  must(policy.open(ctx.actor));
  const before = parseId<'trash-entry'>(filter.before);
  let query = visible(ctx, filter.kind)
    .orderBy('e.thrown_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(onePage + 1);
  if (before) {
    query = query.where(
      sql<SqlBool>`(e.thrown_at, e.id) < (select l.thrown_at, l.id from platform.trash_entry l
        where l.tenant_id = ${ctx.tenant.id} and l.id = ${before})`,
    );
  }
  const rows = await query.execute();
  const days = await keptDays(ctx.db, 'trash', ctx.clock.today());
  const entries = rows.slice(0, onePage).map((row) => toEntry(row, days));
  return { entries, next: rows.length > onePage ? entries.at(-1)?.id : undefined };
}

/** One entry that this person may see. */
export async function getEntry(ctx: Ctx, entryId: string): Promise<TrashEntry> {
  const id = parseId<'trash-entry'>(entryId);
  const row = id && (await visible(ctx, undefined).where('e.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toEntry(row, await keptDays(ctx.db, 'trash', ctx.clock.today()));
}

/** The entries whose time is over, some at a time, for the daily job. */
export async function listOverdue(ctx: Ctx, most: number): Promise<TrashEntry[]> {
  const days = await keptDays(ctx.db, 'trash', ctx.clock.today());
  const rows = await entriesOf(ctx)
    .where('e.thrown_at', '<', purgedFrom(ctx.clock.now(), -days))
    .orderBy('e.thrown_at')
    .limit(most)
    .execute();
  return rows.map((row) => toEntry(row, days));
}

/** Every kind is asked for the entries that the person may see of it. */
function visible(ctx: Ctx, kind: string | undefined) {
  const kinds = trashKinds.filter((one) => kind === undefined || one.kind === kind);
  return entriesOf(ctx).where((where) =>
    where.or(kinds.map((one) => where.and([where('e.kind', '=', one.kind), one.visibleTo(ctx.actor)]))),
  );
}

function entriesOf(ctx: Ctx) {
  return ctx.db
    .selectFrom('platform.trash_entry as e')
    .select(['e.id', 'e.kind', 'e.record_id', 'e.title', 'e.reason', 'e.actor_name', 'e.thrown_at'])
    .where('e.tenant_id', '=', ctx.tenant.id)
    .where(
      'e.kind',
      'in',
      trashKinds.map((one) => one.kind),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof entriesOf>['execute']>>[number];

function toEntry(row: Row, days: number): TrashEntry {
  const thrownAt = new Date(row.thrown_at);
  return {
    id: row.id as Id<'trash-entry'>,
    kind: kindOf(row.kind),
    recordId: row.record_id,
    title: row.title,
    reason: row.reason,
    actorName: row.actor_name,
    thrownAt,
    purgedFrom: purgedFrom(thrownAt, days),
  };
}

function kindOf(name: string): TrashKind {
  const kind = trashKinds.find((one) => one.kind === name);
  if (!kind) throw new Error(`nobody owns the kind ${name} of the trash`);
  return kind;
}
