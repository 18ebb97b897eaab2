import { exportHistory } from '#modules/casework/index.server.ts';
import { exportChain } from '#platform/audit/export-chain.server.ts';
import { mostExported } from '#platform/audit/export-file.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import * as policy from '#platform/audit/policy.ts';
import { toCsv } from '#platform/http/csv.ts';
import { type DownloadReply, download } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { readFilter } from '../parts/asked-filter.tsx';
import { chainPart } from '../input.ts';
import { texts } from '../texts.ts';
import { wordsOf } from '../parts/audit-words.tsx';

/** The lines of the filter as a CSV file, for people; none where the filter cannot be read. Saving it is noted. */
export async function auditCsvFile(ctx: Ctx, req: Req): Promise<DownloadReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang).csv;
  const words = wordsOf(ctx.lang);
  const { filter } = readFilter(ctx.lang, req.query);
  const lines = filter ? await exportHistory(ctx, { ...filter, truoc: undefined }, mostExported) : [];
  noteSaving(ctx, 'csv', lines.length, filter);
  const rows = lines.map((line) => [
    line.position,
    formatInstant(ctx.lang, line.at),
    line.actorName,
    words.acts[line.act] ?? line.act,
    line.act,
    words.kinds[line.recordKind] ?? line.recordKind,
    line.recordId,
    line.before && JSON.stringify(line.before),
    line.after && JSON.stringify(line.after),
    line.remoteAddress,
    line.requestId,
    line.hash,
  ]);
  return download(t.fileName, 'text/csv; charset=utf-8', toCsv(t.header, rows));
}

/**
 * A part of the sealed chain as JSON Lines, which `./sauro verify-audit` checks without any database. Always whole lines
 * in their order, whatever the filter: a selection could not prove that nothing is missing. Saving it is noted.
 */
export async function auditChainFile(ctx: Ctx, req: Req): Promise<DownloadReply> {
  must(policy.read(ctx.actor));
  const { sau } = chainPart.parse(Object.fromEntries(req.query));
  const chain = await exportChain(ctx.db, ctx.tenant, sau, ctx.clock.now());
  if (!chain) throw new NotFound();
  const { from, to, text } = chain;
  noteSaving(ctx, 'jsonl', to - sau, { from, to });
  const name = `nhat-ky-${ctx.tenant.slug}-${from}-${to}.jsonl`;
  return download(name, 'application/jsonl; charset=utf-8', text);
}

function noteSaving(ctx: Ctx, form: 'csv' | 'jsonl', lines: number, filter: object | undefined): void {
  noteOpening(ctx, {
    act: 'platform.audit.export',
    recordKind: 'audit',
    recordId: ctx.tenant.id,
    shown: { form, lines, filter: filter ?? {} },
  });
}
