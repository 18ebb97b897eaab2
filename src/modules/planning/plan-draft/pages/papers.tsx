import type { Paper } from '#platform/docgen/paper.ts';
import { renderDocx } from '#platform/docgen/render-docx.ts';
import { renderPdf } from '#platform/docgen/render-pdf.ts';
import type { Id } from '#platform/db/id.ts';
import { download, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { draftLink, planLink } from '../../links.ts';
import { planPaper } from '../../plan/papers/plan-paper.ts';
import { getPlan } from '../../plan/queries.server.ts';
import { readingOf } from '../plan-draft.ts';
import { getDraft, getHead, listRows } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The plan of a draft as a Word file, as it would be issued now. */
export async function draftWord(ctx: Ctx, req: Req): Promise<Reply> {
  const draft = await getDraft(ctx, req.params.id ?? '');
  return wordOf(await planPaperOf(ctx, draft.id), 'du-thao-ke-hoach');
}

/** The plan of a draft as PDF. */
export async function draftPdf(ctx: Ctx, req: Req): Promise<Reply> {
  const draft = await getDraft(ctx, req.params.id ?? '');
  return pdfOf(ctx, await planPaperOf(ctx, draft.id), 'du-thao-ke-hoach', draftLink(draft.id));
}

/** An issued plan as a Word file. */
export async function planWord(ctx: Ctx, req: Req): Promise<Reply> {
  const plan = await getPlan(ctx, req.params.id ?? '');
  return wordOf(await planPaperOf(ctx, plan.draftId), 'ke-hoach');
}

/** An issued plan as PDF. */
export async function planPdf(ctx: Ctx, req: Req): Promise<Reply> {
  const plan = await getPlan(ctx, req.params.id ?? '');
  return pdfOf(ctx, await planPaperOf(ctx, plan.draftId), 'ke-hoach', planLink(plan.id));
}

async function planPaperOf(ctx: Ctx, draftId: Id<'plan-draft'> | null): Promise<Paper> {
  const head = draftId && (await getHead(ctx, draftId));
  if (!draftId || !head) throw new NotFound();
  return planPaper(readingOf(head, await listRows(ctx, draftId)), ctx.clock.today());
}

/** A paper as a Word file under a name of ours. */
async function wordOf(paper: Paper, name: string): Promise<Reply> {
  return download(
    `${name}.docx`,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    await renderDocx(paper),
  );
}

/** A paper as PDF; where it cannot be set, back to where one came from with what to do instead. */
async function pdfOf(ctx: Ctx, paper: Paper, name: string, back: string): Promise<Reply> {
  const result = await renderPdf(paper);
  if (result.ok) return download(`${name}.pdf`, 'application/pdf', result.pdf);
  return seeOther(back, { tone: 'late', text: texts(ctx.lang).paper[result.reason] });
}
