import { createHash, timingSafeEqual } from 'node:crypto';
import { findHolder } from '#modules/directory/index.server.ts';
import type { ReadDb } from '#platform/db/db.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { parseLang } from '#platform/i18n/lang.ts';
import { writeCalendar } from '#platform/ics/calendar-file.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { makeCtx, type Services } from '#platform/session/open-ctx.ts';
import { type FeedKind, mostEntries, noteUseEveryMs, refreshMinutes } from './calendar-feed.ts';
import { hashFeedSecret, readFeedSecret } from './feed-secret.server.ts';
import { findSource } from './feed-source.server.ts';
import * as policy from './policy.ts';
import { texts } from './texts.ts';

/** What a calendar program gets: the whole calendar, or that it has it already. */
export interface OpenedFeed {
  readonly tag: string;
  readonly changedAt: Date;
  /** Undefined where the program has it already. */
  readonly content: string | undefined;
}

/** What a program says it has. */
export interface Known {
  readonly tags: readonly string[];
  readonly since: Date | undefined;
}

/**
 * Reads the calendar of a secret link in the place of its holder, with what that person may see now. Undefined, without
 * a word why, where the secret is none, was revoked or renewed, the account is locked, or the officer has left.
 */
export async function openFeed(
  services: Services,
  secretText: string,
  known: Known,
  requestId: string,
): Promise<OpenedFeed | undefined> {
  const secret = readFeedSecret(secretText);
  if (!secret) return undefined;
  const hash = hashFeedSecret(secret);
  const now = services.clock.now();
  const found = await inTenant(services.pool, secret.tenantId, 'read', async (db) => {
    const feed = await findFeed(db, secret.tenantId, hash);
    const holder = feed && (await findHolder(db, secret.tenantId, feed.account_id, now));
    if (!holder || !policy.read(holder.actor, { accountId: feed.account_id }).allowed) return undefined;
    const { tenant, actor } = holder;
    const occasion = { tenant, actor: reading(actor), lang: parseLang(feed.lang), requestId };
    const ctx = makeCtx(services, 'read', occasion, db);
    return { feed, ...(await contentOf(ctx, services.baseUrl, feed, known, now)) };
  });
  if (!found) return undefined;
  const { feed, hash: contentHash, ...opened } = found;
  const isSame = feed.content_hash?.equals(contentHash) ?? false;
  const isNoted = feed.used_at !== null && now.getTime() - feed.used_at.getTime() < noteUseEveryMs;
  if (!isSame || !isNoted) {
    await inTenant(services.pool, secret.tenantId, 'write', (db) =>
      db
        .updateTable('planning.calendar_feed')
        .set({ used_at: now, ...(!isSame && { content_hash: contentHash, content_changed_at: now }) })
        .where('tenant_id', '=', secret.tenantId)
        .where('id', '=', feed.id)
        .where('secret_hash', '=', hash)
        .execute(),
    );
  }
  return opened;
}

async function findFeed(db: ReadDb, tenantId: string, hash: Buffer) {
  const [row] = await feedRows(db, { tenantId, hash });
  return row && timingSafeEqual(row.secret_hash, hash) ? row : undefined;
}

const feedRows = keptQuery((db, { tenantId, hash }: { readonly tenantId: string; readonly hash: Buffer }) =>
  db
    .selectFrom('planning.calendar_feed as f')
    .innerJoin('directory.published_key_standing as k', (join) =>
      join.onRef('k.tenant_id', '=', 'f.tenant_id').onRef('k.account_id', '=', 'f.account_id'),
    )
    .selectAll('f')
    .where('f.tenant_id', '=', tenantId)
    .where('f.secret_hash', '=', hash)
    .where('f.revoked_at', 'is', null)
    .where((where) =>
      where.or([
        where('k.keys_void_before', 'is', null),
        where('k.keys_void_before', '<', where.ref('f.renewed_at')),
      ]),
    ),
);

type FeedRow = NonNullable<Awaited<ReturnType<typeof findFeed>>>;

/** A link reads and does nothing else, whatever its holder may. */
function reading(actor: Actor): Actor {
  const only = (grants: Actor['grants']) => new Map([...grants].filter(([name]) => name.endsWith('.read')));
  const { standsInFor } = actor;
  return {
    ...actor,
    grants: only(actor.grants),
    ...(standsInFor && {
      standsInFor: standsInFor.map((absent) => ({ ...absent, grants: only(absent.grants) })),
    }),
  };
}

/** What the feed says now. The rows alone tell whether a program has it already, so that nothing else is made for it. */
async function contentOf(ctx: Ctx, baseUrl: string, feed: FeedRow, known: Known, now: Date) {
  const where = { lang: ctx.lang, baseUrl, tenantId: ctx.tenant.id, today: ctx.clock.today() };
  const source = await findSource(ctx, {
    kind: feed.kind as FeedKind,
    planId: feed.plan_id,
    filter: feed.filter,
  });
  // A later way of writing the same rows counts as a change: raise the form with it.
  const basis = {
    form: 2,
    where,
    name: feed.name,
    office: ctx.tenant.name,
    at: feed.renewed_at,
    print: source.print,
  };
  const hash = createHash('sha256').update(JSON.stringify(basis)).digest();
  const tag = `W/"${hash.toString('base64url')}"`;
  const isSame = feed.content_hash?.equals(hash) ?? false;
  const changedAt = isSame && feed.content_changed_at ? feed.content_changed_at : now;
  const hasIt =
    known.tags.length > 0
      ? known.tags.includes(tag) || known.tags.includes('*')
      : known.since !== undefined && isSame && seconds(changedAt) <= seconds(known.since);
  if (hasIt) return { hash, tag, changedAt, content: undefined };
  const { entries, hasMore } = await source.entries({ ...where, changedAt });
  const t = texts(ctx.lang);
  const content = writeCalendar({
    name: t.calendarName(feed.name, ctx.tenant.name),
    description: hasMore ? t.cut : t.about(ctx.tenant.name),
    lang: ctx.lang,
    refreshMinutes,
    entries: entries.slice(0, mostEntries),
  });
  return { hash, tag, changedAt, content };
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
