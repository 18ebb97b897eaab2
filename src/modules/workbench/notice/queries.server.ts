import { type SqlBool, sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type Asker, keptForActor } from '#platform/session/kept-for-actor.server.ts';
import { countedUpTo, type Notice } from './notice.ts';
import * as policy from './policy.ts';
import { noticeSources } from './sources.server.ts';

const onePage = 50;

/** What this person was told and may still read, the latest first; `before` is the last notice of the page before. */
export async function listNotices(
  ctx: Ctx,
  filter: { readonly unread: boolean; readonly before: string | undefined },
): Promise<{ notices: Notice[]; next: Id<'notice'> | undefined }> {
  if (!policy.read(ctx.actor).allowed) return { notices: [], next: undefined };
  const before = parseId<'notice'>(filter.before ?? '');
  let query = told(ctx)
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(onePage + 1);
  if (filter.unread) query = query.where('n.read_at', 'is', null);
  if (before) {
    query = query.where(
      sql<SqlBool>`(n.at, n.id) < (select b.at, b.id from casework.notice b
        where b.tenant_id = ${ctx.tenant.id} and b.id = ${before})`,
    );
  }
  const rows = await query.execute();
  const notices = await withTitles(ctx, rows.slice(0, onePage));
  return { notices, next: rows.length > onePage ? (rows[onePage - 1]?.id as Id<'notice'>) : undefined };
}

/** One notice of this person; `NotFound` where it is another's, or its record may not be read any more. */
export async function getNotice(ctx: Ctx, noticeId: string): Promise<Notice> {
  const id = parseId<'notice'>(noticeId);
  const rows =
    id && policy.read(ctx.actor).allowed ? await told(ctx).where('n.id', '=', id).limit(1).execute() : [];
  const [notice] = await withTitles(ctx, rows);
  if (!notice) throw new NotFound();
  return notice;
}

const unread = keptForActor((asker) =>
  policy.read(asker.actor).allowed
    ? asker.db
        .selectFrom(
          visible(asker)
            .select('n.id')
            .where('n.read_at', 'is', null)
            .limit(sql.lit(countedUpTo))
            .as('unread'),
        )
        .select((eb) => eb.fn.countAll<string>().as('count'))
    : undefined,
);

/** How much this person has not read yet, counted to `countedUpTo`. */
export async function countUnreadNotices(ctx: Ctx): Promise<number> {
  const [row] = await unread(ctx, {});
  return Number(row?.count ?? 0);
}

function visible(ctx: Asker) {
  return ctx.db
    .selectFrom('casework.notice as n')
    .where('n.tenant_id', '=', ctx.tenant.id)
    .where('n.officer_id', '=', ctx.actor.officerId)
    .where((where) =>
      where.or(
        noticeSources.map((one) =>
          where.and([where('n.record_kind', '=', one.recordKind), one.visibleTo(ctx.actor)]),
        ),
      ),
    );
}

function told(ctx: Ctx) {
  return visible(ctx)
    .leftJoin('directory.published_officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'n.tenant_id').onRef('o.id', '=', 'n.instead_of_id'),
    )
    .select([
      'n.id',
      'n.at',
      'n.kind',
      'n.record_kind',
      'n.record_id',
      'n.actor_name',
      'n.note',
      'n.read_at',
      'o.full_name as instead_of',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof told>['execute']>>[number];

/** Names the records, one query for each kind of them. */
async function withTitles(ctx: Ctx, rows: readonly Row[]): Promise<Notice[]> {
  const found = new Map<string, { title: string; href: string }>();
  for (const source of noticeSources) {
    const ids = [
      ...new Set(rows.flatMap((row) => (row.record_kind === source.recordKind ? row.record_id : []))),
    ];
    if (ids.length === 0) continue;
    for (const [id, record] of await source.find(ctx, ids)) found.set(`${source.recordKind} ${id}`, record);
  }
  return rows.flatMap((row) => {
    const record = found.get(`${row.record_kind} ${row.record_id}`);
    const source = noticeSources.find((one) => one.recordKind === row.record_kind);
    if (!record || !source) return [];
    return {
      id: row.id as Id<'notice'>,
      at: new Date(row.at),
      recordKind: row.record_kind,
      recordId: row.record_id,
      ...record,
      kind: row.kind,
      ...source.words(ctx.lang, row.kind),
      actorName: row.actor_name,
      note: row.note,
      insteadOf: row.instead_of,
      isRead: row.read_at !== null,
    };
  });
}
