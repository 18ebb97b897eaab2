import { holdOwnAccount } from '#modules/directory/index.server.ts';
import { listViews } from '#modules/lists/index.server.ts';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { tasksLink } from '../links.ts';
import { listPlans } from '../plan/queries.server.ts';
import { type FeedKind, mostFeeds } from './calendar-feed.ts';
import { hashFeedSecret, hintOf, newFeedSecret, writeFeedSecret } from './feed-secret.server.ts';
import * as policy from './policy.ts';
import { listFeeds } from './queries.server.ts';

export interface NewFeed {
  readonly name: string;
  readonly kind: FeedKind;
  /** Just where it is of a plan. */
  readonly planId: string | null;
  /** The view of the task list whose filter it takes over. */
  readonly viewId: string | null;
}

export type CreateRefusal = 'protect-first' | 'name-taken' | 'too-many' | 'unknown-plan' | 'unknown-view';

/**
 * Makes a link to a calendar of this person; gives its secret, to be shown this once. Refuses a name that another open
 * link of theirs has, more links than anybody can oversee, plans and views that there are not,
 * and an account without a password of its own. Needs a fresh proof.
 */
export function createFeed(ctx: Ctx, given: NewFeed): Promise<Outcome<string, CreateRefusal>> {
  return act<string, CreateRefusal>(ctx, 'planning.calendar-feed.create', async (tx) => {
    must(policy.may(ctx.actor, 'create'));
    must(proven(ctx));
    if (!(await holdOwnAccount(ctx, tx))) return refused('protect-first');
    const open = (await listFeeds(ctx)).filter((feed) => feed.isOpen);
    if (open.some((one) => one.name === given.name)) return refused('name-taken');
    if (open.length >= mostFeeds) return refused('too-many');
    const planId = given.kind === 'plan' ? given.planId : null;
    if (given.kind === 'plan') {
      const plans = await listPlans(ctx);
      if (!plans.some((plan) => plan.id === planId)) return refused('unknown-plan');
    }
    const filter = given.kind === 'reports' ? null : await filterOf(ctx, given.viewId);
    if (filter === undefined) return refused('unknown-view');
    const secret = newFeedSecret(ctx.tenant.id);
    const id = newId<'calendar-feed'>();
    await tx.db
      .insertInto('planning.calendar_feed')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        account_id: ctx.actor.accountId ?? '',
        name: given.name,
        kind: given.kind,
        plan_id: planId,
        filter: filter?.query ?? '',
        filter_name: filter?.name ?? null,
        lang: ctx.lang,
        hint: hintOf(secret),
        secret_hash: hashFeedSecret(secret),
        created_at: tx.now,
        renewed_at: tx.now,
      })
      .execute();
    await tx.audit({
      recordKind: 'calendar-feed',
      recordId: id,
      before: null,
      after: { name: given.name, feedKind: given.kind, planId, hint: hintOf(secret), filter: filter?.query },
    });
    return done(writeFeedSecret(secret));
  });
}

/** Gives a link another secret, to be shown this once; the one before opens nothing. Needs a fresh proof. */
export function renewFeed(ctx: Ctx, feedId: string): Promise<Outcome<string, 'revoked' | 'protect-first'>> {
  return act<string, 'revoked' | 'protect-first'>(ctx, 'planning.calendar-feed.renew', async (tx) => {
    must(policy.may(ctx.actor, 'renew'));
    must(proven(ctx));
    if (!(await holdOwnAccount(ctx, tx))) return refused('protect-first');
    const feed = await lockFeed(ctx, tx, feedId);
    if (feed.revoked_at !== null) return refused('revoked');
    const secret = newFeedSecret(ctx.tenant.id);
    await tx.db
      .updateTable('planning.calendar_feed')
      .set({ secret_hash: hashFeedSecret(secret), hint: hintOf(secret), renewed_at: tx.now, used_at: null })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', feed.id)
      .execute();
    await tx.audit({
      recordKind: 'calendar-feed',
      recordId: feed.id,
      before: { name: feed.name, hint: feed.hint },
      after: { name: feed.name, hint: hintOf(secret) },
    });
    return done(writeFeedSecret(secret));
  });
}

/** Ends a link for good. */
export function revokeFeed(ctx: Ctx, feedId: string): Promise<Outcome<undefined, 'revoked'>> {
  return act<undefined, 'revoked'>(ctx, 'planning.calendar-feed.revoke', async (tx) => {
    must(policy.may(ctx.actor, 'revoke'));
    const feed = await lockFeed(ctx, tx, feedId);
    if (feed.revoked_at !== null) return refused('revoked');
    await tx.db
      .updateTable('planning.calendar_feed')
      .set({ revoked_at: tx.now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', feed.id)
      .execute();
    await tx.audit({
      recordKind: 'calendar-feed',
      recordId: feed.id,
      before: { name: feed.name, hint: feed.hint, revoked: false },
      after: { name: feed.name, hint: feed.hint, revoked: true },
    });
    return done();
  });
}

/** The filter of a view that this person may open; null where none is asked for, undefined where there is none such. */
async function filterOf(ctx: Ctx, viewId: string | null) {
  if (viewId === null) return null;
  return (await listViews(ctx, tasksLink())).find((view) => view.id === viewId);
}

/** Locks a link of this person; `NotFound` for one of somebody else. */
async function lockFeed(ctx: Ctx, tx: Act, feedId: string) {
  const id = parseId<'calendar-feed'>(feedId);
  const feed =
    id &&
    (await tx.db
      .selectFrom('planning.calendar_feed')
      .select(['id', 'name', 'hint', 'revoked_at'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .where('account_id', '=', ctx.actor.accountId)
      .forUpdate()
      .executeTakeFirst());
  if (!feed) throw new NotFound();
  return { ...feed, id: feed.id as Id<'calendar-feed'> };
}
