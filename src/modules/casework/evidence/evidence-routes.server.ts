import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { get, type Handler, post, type Route } from '#platform/http/route.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { EvidenceOwner } from './owner.server.ts';
import {
  addDocumentAction,
  addEvidencePage,
  addFilesAction,
  addLinkAction,
  admitFiles,
} from './pages/add-evidence.tsx';
import { attachExistingAction, attachExistingPage } from './pages/attach-existing.tsx';
import {
  admitReplacement,
  evidenceFile,
  evidencePage,
  removeEvidenceAction,
  replaceAction,
  replaceFileAction,
  restoreEvidenceAction,
} from './pages/evidence.tsx';

/** The pages and forms of the evidence of one kind of record, below the address of the record. */
export function evidenceRoutes(owner: EvidenceOwner): readonly Route[] {
  const base = `${owner.path}/:id/minh-chung`;
  const one = `${base}/:attachment`;
  const of =
    (handler: (ctx: Ctx, req: Req, owner: EvidenceOwner) => Promise<Reply>): Handler =>
    (ctx, req) =>
      handler(ctx, req, owner);
  return [
    get(`${base}/moi`, of(addEvidencePage)),
    get(`${base}/co-san`, of(attachExistingPage)),
    post(`${base}/co-san`, 'casework.evidence.attach', of(attachExistingAction)),
    post(`${base}/tep`, 'casework.evidence.attach', of(addFilesAction), {
      admit: (ctx, req) => admitFiles(ctx, req, owner),
    }),
    post(`${base}/duong-dan`, 'casework.evidence.attach', of(addLinkAction)),
    post(`${base}/van-ban`, 'casework.evidence.attach', of(addDocumentAction)),
    get(one, of(evidencePage)),
    get(`${one}/tep/:version`, of(evidenceFile)),
    post(`${one}/thay-tep`, 'casework.evidence.replace', of(replaceFileAction), {
      admit: (ctx, req) => admitReplacement(ctx, req, owner),
    }),
    post(`${one}/thay`, 'casework.evidence.replace', of(replaceAction)),
    post(`${one}/go`, 'casework.evidence.remove', of(removeEvidenceAction)),
    post(`${one}/khoi-phuc`, 'casework.evidence.restore', of(restoreEvidenceAction)),
  ];
}
