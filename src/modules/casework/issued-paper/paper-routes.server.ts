import { type PlainList, plainListRoutes } from '#modules/lists/index.server.ts';
import { get, type Handler, post, type Route } from '#platform/http/route.ts';
import { evidenceRoutes } from '../evidence/evidence-routes.server.ts';
import { issuedPaperEvidence } from './evidence-owner.server.ts';
import { issuedPapersLink } from '../links.ts';
import { batchRoutes } from '../paper-batch/batch-routes.server.ts';
import type { PaperRow } from './listed.server.ts';
import {
  discardAction,
  issueAction,
  replaceAction,
  restoreAction,
  withdrawAction,
  withdrawPage,
} from './pages/deeds.tsx';
import { paperFile, paperPage } from './pages/paper.tsx';
import { issuedPaperListPage } from './pages/paper-list.tsx';
import type { PaperSource } from './paper-source.server.ts';

/** How papers are drafted and edited: the forms of the slice that knows their records. */
export interface PaperForms {
  readonly newPage: Handler;
  readonly newAction: Handler;
  readonly editPage: Handler;
  readonly editAction: Handler;
}

/** The pages of papers: their list, their drafting, and what is done with one. */
export function issuedPaperRoutes(
  list: PlainList<PaperRow>,
  sources: readonly PaperSource[],
  forms: PaperForms,
): readonly Route[] {
  const one = `${issuedPapersLink}/:id`;
  return [
    get(issuedPapersLink, (ctx, req) => issuedPaperListPage(ctx, req, list)),
    ...plainListRoutes(list),
    ...batchRoutes(list),
    get(`${issuedPapersLink}/moi`, forms.newPage),
    post(`${issuedPapersLink}/moi`, 'casework.issued-paper.draft', forms.newAction),
    get(one, (ctx, req) => paperPage(ctx, req, sources)),
    get(`${one}/tep.docx`, (ctx, req) => paperFile(ctx, req, 'docx')),
    get(`${one}/tep.pdf`, (ctx, req) => paperFile(ctx, req, 'pdf')),
    get(`${one}/sua`, forms.editPage),
    post(`${one}/sua`, 'casework.issued-paper.edit', forms.editAction),
    post(`${one}/phat-hanh`, 'casework.issued-paper.issue', (ctx, req) => issueAction(ctx, req, sources)),
    get(`${one}/thu-hoi`, withdrawPage),
    post(`${one}/thu-hoi`, 'casework.issued-paper.recall', (ctx, req) => withdrawAction(ctx, req, sources)),
    post(`${one}/thay-the`, 'casework.issued-paper.draft', (ctx, req) => replaceAction(ctx, req, sources)),
    post(`${one}/bo`, 'casework.issued-paper.discard', discardAction),
    post(`${one}/khoi-phuc`, 'casework.issued-paper.restore', restoreAction),
    ...evidenceRoutes(issuedPaperEvidence),
  ];
}
