import { exportOperation } from '#modules/lists/index.server.ts';
import { auditExport } from './pages/audit-export.tsx';
import { z } from 'zod';
import { type HistoryLine, listHistory } from '#modules/casework/index.server.ts';
import { type Operation, recordOperation } from '#platform/api/operation.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import * as policy from '#platform/audit/policy.ts';
import { must } from '#platform/session/decision.ts';
import { auditQuery } from './input.ts';
import { texts } from './texts.ts';

const line = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    act: z.string(),
    actorKind: z.enum(['person', 'system']),
    actorName: z.string(),
    recordKind: z.string(),
    recordId: z.uuid(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    requestId: z.string(),
    remoteAddress: z.string().nullable(),
    position: z.int().nullable().describe('Place in the chain; null until the line is sealed.'),
    hash: z.string().nullable(),
  })
  .meta({ id: 'AuditLine' });

/** The audit for programs: who did what, newest first, fifty lines at a time. */
export const operations: readonly Operation[] = [
  exportOperation(auditExport, { path: '/audit-exports', summary: (lang) => texts(lang).api.export }, (ctx) =>
    must(policy.read(ctx.actor)),
  ),
  recordOperation({
    id: 'platform.audit.list',
    path: '/audit-lines',
    summary: (lang) => texts(lang).api.list,
    query: auditQuery,
    reply: z.object({
      items: z.array(line),
      next: z.string().nullable().describe('What to send as before to go on.'),
    }),
    run: async (ctx, { query }) => {
      must(policy.read(ctx.actor));
      const { lines, older } = await listHistory(ctx, query);
      noteOpening(ctx, {
        act: 'platform.audit.see',
        recordKind: 'audit',
        recordId: ctx.tenant.id,
        shown: { lines: lines.length, filter: { ...query } },
      });
      return { value: { items: lines.map(written), next: older ?? null } };
    },
  }),
];

function written({ atText: _atText, at, ...found }: HistoryLine): z.input<typeof line> {
  return { ...found, at: at.toISOString() };
}
