import { draftPaper, type IssuedPaper, type PaperHead } from '#modules/casework/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Asked, ChasingKind } from './chasing-paper.ts';
import { askedBody } from './input.ts';
import { paperSources } from './paper-sources.server.ts';

/** How a test paper is framed. */
export const testHead: PaperHead = {
  symbol: 'UBND',
  authority: 'tm',
  signerName: 'Nguyễn Văn An',
  signerPosition: 'Chủ tịch',
  recipients: 'Như trên\nLưu: VT',
  urgency: 'none',
};

/** The source of papers of a kind. */
export function testSource(kind: ChasingKind) {
  const source = paperSources.find((one) => one.kind === kind);
  if (!source) throw new Error(`no source ${kind}`);
  return source;
}

/** Drafts a paper about these tasks or units. */
export async function draftTestPaper(
  ctx: Ctx,
  kind: ChasingKind,
  asked: Partial<Asked> = {},
): Promise<IssuedPaper['id']> {
  const made = await draftPaper(ctx, testSource(kind), {
    head: testHead,
    asked: askedBody.parse(asked),
  });
  if (!made.ok) throw new Error(`the paper was refused: ${made.code}`);
  return made.value;
}
