import type { HistoryLine } from '#modules/casework/index.server.ts';
import { ListPrint } from '#modules/lists/index.server.ts';
import * as policy from '#platform/audit/policy.ts';
import { page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import { addressOf, writeFilter } from '#platform/list/address.ts';
import { askedList } from '#platform/list/asked-list.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Table } from '#ui/table/table.tsx';
import { auditLink, auditPrintLink } from '../../links.ts';
import { auditListShape, auditListWords } from '../parts/audit-list-words.tsx';
import { nextLines } from '../list-lines.server.ts';
import { wordsOf } from '../parts/audit-words.tsx';
import { lineNamesIn } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { noteAuditSeen } from './audit-log.tsx';

const mostPrinted = 1_000;

/** The lines of the filter on one page, for printing. */
export async function auditPrintPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const asked = askedList(auditListShape, auditPrintLink, req.query);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const { state } = asked;
  const found = await nextLines(ctx, state, undefined, mostPrinted + 1);
  const lines = found.rows.slice(0, mostPrinted);
  const names = await lineNamesIn(ctx, lines);
  const words = wordsOf(ctx.lang);
  noteAuditSeen(ctx, lines.length, state);
  return page({
    title: t.title,
    current: auditLink(),
    crumbs: [
      { label: t.title, href: addressOf(auditLink(), writeFilter(auditListShape, state)) },
      { label: t.title },
    ],
    body: (
      <ListPrint
        list={{ lang: ctx.lang, shape: auditListShape, words: await auditListWords(ctx) }}
        filter={state}
        title={t.title}
        now={ctx.clock.now()}
        cutAt={found.rows.length > mostPrinted ? mostPrinted : undefined}
      >
        <Table<HistoryLine>
          caption={t.caption}
          rows={lines}
          rowKey={(line) => line.id}
          columns={[
            {
              key: 'act',
              label: t.file.act,
              priority: 'lead',
              render: (line) => words.acts[line.act] ?? line.act,
            },
            {
              key: 'record',
              label: t.file.record,
              size: 'long',
              render: (line) => (
                <>
                  {words.kinds[line.recordKind] ?? line.recordKind}
                  {names.has(line.recordId) && <small>{names.get(line.recordId)}</small>}
                </>
              ),
            },
            { key: 'person', label: t.file.person, size: 'long', render: (line) => line.actorName },
            {
              key: 'at',
              label: t.file.at,
              size: 'medium',
              render: (line) => formatInstant(ctx.lang, line.at),
            },
            { key: 'place', label: t.file.place, size: 'medium', render: (line) => line.remoteAddress },
          ]}
        />
      </ListPrint>
    ),
  });
}
