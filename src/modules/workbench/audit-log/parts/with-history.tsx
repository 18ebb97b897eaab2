import { listRecordLines, RecordHistory } from '#modules/casework/index.server.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import * as policy from '#platform/audit/policy.ts';
import type { PageReply, ShownRecord } from '#platform/http/reply.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Stack } from '#ui/layout/layout.tsx';
import { auditLink } from '../../links.ts';
import { lineNamesIn } from '../queries.server.ts';
import { wordsOf } from './audit-words.tsx';

/**
 * Ends a page with the history of the records that it names, for who may read the audit; other people's pages, and
 * pages without a record, stay as they are. The look at the history is itself noted.
 */
export async function withHistory(ctx: Ctx, reply: PageReply): Promise<PageReply> {
  const { records = [] } = reply;
  const [main] = records;
  if (!main || !policy.read(ctx.actor).allowed) return reply;
  const lines = await listRecordLines(ctx, records);
  const names = await lineNamesIn(ctx, lines);
  noteOpening(ctx, {
    act: 'platform.audit.see',
    recordKind: 'audit',
    recordId: ctx.tenant.id,
    shown: { lines: lines.length, filter: filterOf(main) },
  });
  const words = wordsOf(ctx.lang);
  // A page of many keys would have as many links alike.
  const isOneOfItsKind = ({ kind }: ShownRecord) => records.filter((one) => one.kind === kind).length === 1;
  const allLinks = records.filter(isOneOfItsKind).map((record) => ({
    label: words.kinds[record.kind] ?? record.kind,
    href: auditLink(filterOf(record)),
  }));
  return {
    ...reply,
    body: (
      <Stack>
        <div>{reply.body}</div>
        <RecordHistory ctx={ctx} lines={lines} names={names} words={words} allLinks={allLinks} />
      </Stack>
    ),
  };
}

function filterOf({ kind, id }: ShownRecord): Record<string, string> {
  return { loai: kind, ...(id && { 'ban-ghi': id }) };
}
