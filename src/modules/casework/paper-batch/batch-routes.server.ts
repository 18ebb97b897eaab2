import type { PlainList } from '#modules/lists/index.server.ts';
import { get, post, type Route } from '#platform/http/route.ts';
import type { PaperRow } from '../issued-paper/listed.server.ts';
import { paperBatchesLink, paperBatchLink } from '../links.ts';
import { askBatchPage, orderBatchAction } from './pages/ask-batch.tsx';
import { batchFile, batchPage } from './pages/batch.tsx';

/** The pages by which papers of the list are printed together; they come before the page of one paper. */
export function batchRoutes(list: PlainList<PaperRow>): readonly Route[] {
  return [
    get(paperBatchesLink, (ctx, req) => askBatchPage(ctx, req, list)),
    post(paperBatchesLink, 'casework.paper-batch.make', orderBatchAction),
    get(paperBatchLink(':id'), batchPage),
    get(paperBatchLink(':id', true), batchFile),
  ];
}
