import { exportChain } from '#platform/audit/export-chain.server.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import * as policy from '#platform/audit/policy.ts';
import { type DownloadReply, download } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { chainPart } from '../input.ts';

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
  noteOpening(ctx, {
    act: 'platform.audit.export',
    recordKind: 'audit',
    recordId: ctx.tenant.id,
    shown: { form: 'jsonl', lines: to - sau, filter: { from, to } },
  });
  const name = `nhat-ky-${ctx.tenant.slug}-${from}-${to}.jsonl`;
  return download(name, 'application/jsonl; charset=utf-8', text);
}
