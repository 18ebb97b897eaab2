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
import { paperParams } from '../input.ts';
import {
  type PaperSubject,
  paperOf,
  subjectOfDraft,
  subjectOfPlan,
  wordType,
} from '../paper-subject.server.ts';
import { PaperLinks } from '../parts/paper-links.tsx';
import { texts } from '../texts.ts';

/** What a paper is about, and where one came from to take it. */
interface Subject extends PaperSubject {
  readonly home: string;
  readonly current: string;
  readonly linkTo: (name: PaperName, form?: 'docx' | 'pdf') => string;
}

/** A paper of a draft, as it would be issued now: on a page for printing, as Word, or as PDF. */
export async function draftPaper(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  return answerPaper(ctx, req, {
    ...(await subjectOfDraft(ctx, id)),
    home: draftLink(id),
    current: draftsLink,
    linkTo: (name, form) => draftPaperLink(id, name, form),
  });
}

/** A paper of an issued plan. */
export async function issuedPaper(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  return answerPaper(ctx, req, {
    ...(await subjectOfPlan(ctx, id)),
    home: planLink(id),
    current: plansLink,
    linkTo: (name, form) => planPaperLink(id, name, form),
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
