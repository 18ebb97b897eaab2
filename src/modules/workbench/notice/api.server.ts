import { z } from 'zod';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import { must } from '#platform/session/decision.ts';
import { readAllNotices, readNotice } from './commands.server.ts';
import { noticeApiQuery } from './input.ts';
import type { Notice } from './notice.ts';
import * as policy from './policy.ts';
import { listNotices } from './queries.server.ts';
import { texts } from './texts.ts';

const notice = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    kind: z.string().describe('What happened, such as task-submitted.'),
    text: z.string(),
    recordKind: z.string(),
    recordId: z.uuid(),
    title: z.string(),
    actorName: z.string(),
    note: z.string(),
    insteadOf: z.string().nullable().describe('The absent officer in whose place you are told.'),
    isRead: z.boolean(),
  })
  .meta({ id: 'Notice' });

/** A notice is shown where its record may be read. */
const withRecords = ['workbench.notice', 'planning.task'];

/** What a person was told, for programs of that person: reading it, and saying that it has been read. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'workbench.notice.list',
    scopes: [['read'], withRecords],
    path: '/notices',
    summary: (lang) => texts(lang).api.list,
    query: noticeApiQuery,
    reply: z.object({
      items: z.array(notice),
      next: z.uuid().nullable().describe('What to send as before to go on.'),
    }),
    run: async (ctx, { query }) => {
      must(policy.read(ctx.actor));
      const found = await listNotices(ctx, { unread: query.unread === 'true', before: query.before });
      return { value: { items: found.notices.map(written), next: found.next ?? null } };
    },
  }),
  deedOperation({
    id: 'workbench.notice.read',
    scopes: [withRecords],
    path: '/notices/:id/read',
    summary: (lang) => texts(lang).api.read,
    reply: notice,
    run: async (ctx, { params }): Promise<Outcome<{ value: unknown }, never>> => {
      const outcome = await readNotice(ctx, params.id ?? '');
      return outcome.ok ? done({ value: written({ ...outcome.value, isRead: true }) }) : outcome;
    },
  }),
  deedOperation({
    id: 'workbench.notice.read-all',
    act: 'workbench.notice.read',
    path: '/notices/read-all',
    summary: (lang) => texts(lang).api.readAll,
    reply: z.object({ notices: z.int().min(0) }),
    run: async (ctx): Promise<Outcome<{ value: unknown }, never>> => {
      const outcome = await readAllNotices(ctx);
      return outcome.ok ? done({ value: { notices: outcome.value } }) : outcome;
    },
  }),
];

function written({ tone: _tone, href: _href, at, ...told }: Notice): z.input<typeof notice> {
  return { ...told, at: at.toISOString() };
}
