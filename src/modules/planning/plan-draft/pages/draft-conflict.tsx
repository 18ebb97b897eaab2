import { conflictOf } from '#platform/conflict/conflict.server.ts';
import type { Facts } from '#platform/conflict/seen.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Conflict, type ConflictField } from '#ui/conflict/conflict.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { draftDeedLink, draftLink, draftRowLink, draftsLink, plansLink } from '../../links.ts';
import { headFields } from '../parts/head-fields.tsx';
import { fieldsOf, toFields } from '../parts/row-fields.tsx';
import { type AnyRow, draftName, type PlanDraft } from '../plan-draft.ts';
import { getDraft, listRows } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** Somebody saved the facts of the plan since this person opened them. */
export async function headConflict(ctx: Ctx, req: Req, draftId: string): Promise<PageReply> {
  const t = texts(ctx.lang);
  const found = await getDraft(ctx, draftId);
  const now = found.head ? headFields(found.head) : {};
  return conflict(ctx, req, found, {
    title: t.review.editHead,
    action: draftDeedLink(found.id, 'thong-tin'),
    backHref: draftLink(found.id),
    now,
    carry: { version: String(found.version) },
    fields: Object.keys(now).map((name) => ({ name, label: t.field[name as keyof typeof t.field] })),
  });
}

/** Somebody saved the row since this person opened it. */
export async function rowConflict(ctx: Ctx, req: Req, found: PlanDraft, row: AnyRow): Promise<PageReply> {
  const t = texts(ctx.lang);
  const current = (await listRows(ctx, found.id)).find((one) => one.id === row.id) ?? row;
  const names = fieldsOf[current.kind];
  const to = draftLink(found.id, { loai: current.kind, dong: current.id });
  return conflict(ctx, req, found, {
    title: t.review.title,
    action: draftRowLink(found.id, current.id),
    backHref: `${to}#row-${current.id}`,
    now: toFields(current),
    carry: { version: String(current.version), deed: 'luu' },
    fields: names.map((name) => ({ name, label: t.field[name] })),
  });
}

interface Parts {
  readonly title: string;
  readonly action: string;
  readonly backHref: string;
  readonly now: Facts;
  readonly carry: Facts;
  readonly fields: readonly ConflictField[];
}

async function conflict(ctx: Ctx, req: Req, found: PlanDraft, parts: Parts): Promise<PageReply> {
  const t = texts(ctx.lang);
  const typed = Object.fromEntries(
    parts.fields.map(({ name }) => [name, req.form.all()[name] ?? parts.now[name] ?? '']),
  );
  const record = { kind: 'plan-draft', id: found.id, acts: ['planning.plan-draft.edit'] };
  const both = await conflictOf(ctx, req.form, record, { now: parts.now, typed });
  return page({
    status: 409,
    title: parts.title,
    current: draftsLink,
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: draftsLink },
      { label: draftName(found), href: draftLink(found.id) },
    ],
    body: (
      <>
        <PageHead title={parts.title} lead={draftName(found)} />
        <Conflict
          {...both}
          carry={parts.carry}
          action={parts.action}
          backHref={parts.backHref}
          fields={parts.fields}
        />
      </>
    ),
  });
}
