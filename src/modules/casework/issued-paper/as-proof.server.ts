import type { PlainList } from '#modules/lists/index.server.ts';
import { type Paper, type PaperBlock, addresseeLines, plainWords } from '#platform/docgen/paper.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { FrozenSingle } from '../frozen-record/frozen-source.ts';
import { recordSource, type Said } from '../frozen-record/record-source.server.ts';
import { issuedPaperLink } from '../links.ts';
import { type IssuedPaper, numberAndSymbol, paperStates } from './issued-paper.ts';
import type { PaperRow } from './listed.server.ts';
import { type PaperSource, sourceOfKind } from './paper-source.server.ts';
import * as policy from './policy.ts';
import { getFrozenPaper, getPaper } from './queries.server.ts';
import { texts } from './texts.ts';

/** Papers that were issued, as proof by themselves, such as the invitation to a meeting with its agenda; drafts prove nothing. */
export function paperProof(list: PlainList<PaperRow>, sources: readonly PaperSource[]): FrozenSingle {
  return recordSource<PaperRow>({
    kind: 'issued-paper',
    name: (lang) => texts(lang).column.paper,
    mayRead: (actor) => policy.readSome(actor).allowed,
    href: issuedPaperLink,
    read: async (ctx, id) => {
      const paper = await getPaper(ctx, id);
      if (!paper.issued) throw new NotFound();
      const content = await getFrozenPaper(ctx, paper.id);
      const number = numberAndSymbol(paper.issued.number, paper.symbol);
      return {
        title: `${number} ${paper.subject}`,
        said: [
          ...factsOf(ctx, paper, number, sourceOfKind(sources, paper.kind)),
          ...linesOf(content).map((text) => ({ label: texts(ctx.lang).preview, text })),
        ],
      };
    },
    list: {
      shape: list.shape,
      next: list.rows.next,
      always: [['tinh-trang.mot-trong', paperStates.filter((state) => state !== 'draft').join(',')]],
    },
    candidate: (_ctx, row) => ({
      id: row.id,
      title: row.number === null ? row.subject : `${numberAndSymbol(row.number, row.symbol)} ${row.subject}`,
      note: row.issuedOn ? formatDate(row.issuedOn) : '',
    }),
  });
}

function factsOf(ctx: Ctx, paper: IssuedPaper, number: string, source: PaperSource): Said[] {
  const t = texts(ctx.lang);
  const { issued, filed, ended } = paper;
  return [
    { label: t.column.kind, text: source.name(ctx.lang) },
    { label: t.column.number, text: number },
    { label: t.column.issuedOn, text: issued ? formatDate(issued.on) : '' },
    { label: t.column.paper, text: paper.subject },
    { label: t.column.state, text: t.state[paper.state] },
    { label: t.fact.reasonEnded, text: ended?.reason ?? '' },
    { label: t.column.signer, text: [paper.signerName, paper.signerPosition].filter(Boolean).join(', ') },
    { label: t.fact.authority, text: t.authority[paper.authority] },
    { label: t.fact.urgency, text: paper.urgency === 'none' ? '' : t.urgency[paper.urgency] },
    { label: t.column.recipients, text: paper.recipients.split('\n').join('; ') },
    { label: t.fact.hash, text: filed ? `PDF ${filed.pdf.sha256}` : '' },
  ];
}

/** What the paper says, a paragraph or a row of a table each. */
function linesOf(paper: Paper): string[] {
  const annexes = paper.annexes.flatMap((annex) => [
    `${annex.label}. ${annex.title}`,
    ...annex.body.flatMap(blockLines),
  ]);
  return [...paper.bases.map(plainWords), ...paper.body.flatMap(blockLines), ...annexes]
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function blockLines(block: PaperBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plainWords(block.words)];
    case 'outline':
      return [`${block.label} ${plainWords(block.words)}`];
    case 'addressees':
      return [[block.label, ...addresseeLines(block)].join(' ')];
    case 'table':
      return block.rows.map((row) => row.cells.map(({ words }) => plainWords(words)).join(' | '));
  }
}
