import { get, post, type Route } from '#platform/http/route.ts';
import type { FreezingPlace } from './frozen-source.ts';
import { freezeAction, freezePage } from './pages/freeze.tsx';
import { freezeAgainAction, freezeAnewAction, takeFreezeBackAction } from './pages/frozen-deeds.tsx';
import { frozenPage } from './pages/frozen-record.tsx';

/** The pages on which lists are frozen as proof, and those of what was frozen. */
export function frozenRoutes(place: FreezingPlace): readonly Route[] {
  return [
    get('/ban-chot/moi', (ctx, req) => freezePage(ctx, req, place)),
    post('/ban-chot/moi', 'casework.evidence.freeze', (ctx, req) => freezeAction(ctx, req, place)),
    get('/ban-chot/:id', (ctx, req) => frozenPage(ctx, req, place)),
    post('/ban-chot/:id/lai', 'casework.evidence.freeze', (ctx, req) => freezeAgainAction(ctx, req, place)),
    post('/ban-chot/:id/chot-lai', 'casework.evidence.freeze', (ctx, req) =>
      freezeAnewAction(ctx, req, place),
    ),
    post('/ban-chot/:id/bo', 'casework.evidence.freeze', (ctx, req) => takeFreezeBackAction(ctx, req, place)),
  ];
}
