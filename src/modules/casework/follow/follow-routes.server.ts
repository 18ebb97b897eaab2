import { post, type Route } from '#platform/http/route.ts';
import { beginAction, stopAction } from './pages/follow.tsx';
import type { RecordOwner } from './record-owner.server.ts';

/** Following one kind of record and stopping, below the address of the record. */
export function followRoutes(owner: RecordOwner): readonly Route[] {
  return [
    post(`${owner.path}/:id/theo-doi`, 'casework.follow.begin', (ctx, req) => beginAction(ctx, req, owner)),
    post(`${owner.path}/:id/thoi-theo-doi`, 'casework.follow.stop', (ctx, req) =>
      stopAction(ctx, req, owner),
    ),
  ];
}
