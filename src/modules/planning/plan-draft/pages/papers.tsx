import type { Id } from '#platform/db/id.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import { renderDocx } from '#platform/docgen/render-docx.ts';
import { renderPdf } from '#platform/docgen/render-pdf.ts';
import { deferred, download, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { PaperView } from '#ui/paper/paper.tsx';
import {
  draftLink,
  draftPaperLink,
  draftsLink,
  type PaperName,
  planLink,
  planPaperLink,
  plansLink,
} from '../../links.ts';
import { differencePaper } from '../../plan/papers/difference-paper.ts';
import { planPaper } from '../../plan/papers/plan-paper.ts';
import { taskListPaper } from '../../plan/papers/task-list-paper.ts';
import { getPlan } from '../../plan/queries.server.ts';
import { getDifference } from '../difference.server.ts';
import { paperParams } from '../input.ts';
import { PaperLinks } from '../parts/paper-links.tsx';
import { readingOf } from '../plan-draft.ts';
import { getDraft, getHead, listRows } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** What a paper is about, and where one came from to take it. */
interface Subject {
  readonly draftId: Id<'plan-draft'>;
  readonly amendsPlanId: Id<'plan'> | null;
  readonly home: string;
  readonly current: string;
  readonly linkTo: (name: PaperName, form?: 'docx' | 'pdf') => string;
}

/** A paper of a draft, as it would be issued now: on a page for printing, as Word, or as PDF. */
export async function draftPaper(ctx: Ctx, req: Req): Promise<Reply> {
  const draft = await getDraft(ctx, req.params.id ?? '');
  return answerPaper(ctx, req, {
    draftId: draft.id,
    amendsPlanId: draft.amendsPlanId,
    home: draftLink(draft.id),
    current: draftsLink,
    linkTo: (name, form) => draftPaperLink(draft.id, name, form),
  });
}

/** A paper of an issued plan. */
export async function issuedPaper(ctx: Ctx, req: Req): Promise<Reply> {
  const plan = await getPlan(ctx, req.params.id ?? '');
  if (!plan.draftId) throw new NotFound();
  return answerPaper(ctx, req, {
    draftId: plan.draftId,
    amendsPlanId: plan.replacesPlanId,
    home: planLink(plan.id),
    current: plansLink,
    linkTo: (name, form) => planPaperLink(plan.id, name, form),
  });
}

async function answerPaper(ctx: Ctx, req: Req, subject: Subject): Promise<Reply> {
  const asked = paperParams.safeParse(req.params.paper ?? '');
  if (!asked.success) throw new NotFound();
  const { name, form } = asked.data;
  const t = texts(ctx.lang).paper;
  const paper = await paperOf(ctx, subject, name);
  switch (form) {
    case 'docx':
      return deferred(async () => download(`${name}.docx`, wordType, await renderDocx(paper)));
    case 'pdf':
      return deferred(async () => {
        const result = await renderPdf(paper);
        if (result.ok) return download(`${name}.pdf`, 'application/pdf', result.pdf);
        ctx.log.warn({ reason: result.reason, detail: result.detail }, 'a paper could not be set');
        return seeOther(subject.linkTo(name), { tone: 'late', text: t[result.reason] });
      });
    case 'page':
      return page({
        title: t.name[name],
        current: subject.current,
        isWide: true,
        crumbs: [
          { label: texts(ctx.lang).plans, href: plansLink },
          { label: t.back, href: subject.home },
          { label: t.name[name] },
        ],
        body: (
          <Stack>
            <PageHead
              title={t.name[name]}
              actions={<PaperLinks lang={ctx.lang} linkTo={(file) => subject.linkTo(name, file)} />}
            />
            <PaperView paper={paper} />
          </Stack>
        ),
      });
  }
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function paperOf(ctx: Ctx, subject: Subject, name: PaperName): Promise<Paper> {
  const head = await getHead(ctx, subject.draftId);
  if (!head) throw new NotFound();
  const today = ctx.clock.today();
  if (name === 'thay-doi') {
    const compared = await getDifference(ctx, { id: subject.draftId, amendsPlanId: subject.amendsPlanId });
    if (!compared) throw new NotFound();
    return differencePaper({ earlier: compared.earlier, later: head }, compared.difference, today);
  }
  const reading = readingOf(head, await listRows(ctx, subject.draftId));
  return name === 'ke-hoach' ? planPaper(reading, today) : taskListPaper(reading, today);
}
