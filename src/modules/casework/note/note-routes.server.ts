import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { get, type Handler, post, type Route } from '#platform/http/route.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { RecordOwner } from '../follow/record-owner.server.ts';
import {
  editNoteAction,
  newNotePage,
  notePage,
  removeNoteAction,
  restoreNoteAction,
  writeNoteAction,
} from './pages/note.tsx';

/** The pages and forms of the notes on one kind of record, below the address of the record. */
export function noteRoutes(owner: RecordOwner): readonly Route[] {
  const base = `${owner.path}/:id/ghi-chu`;
  const one = `${base}/:note`;
  const of =
    (handler: (ctx: Ctx, req: Req, owner: RecordOwner) => Promise<Reply>): Handler =>
    (ctx, req) =>
      handler(ctx, req, owner);
  return [
    get(`${base}/moi`, of(newNotePage)),
    post(`${base}/moi`, 'casework.note.write', of(writeNoteAction)),
    get(one, of(notePage)),
    post(`${one}/sua`, 'casework.note.edit', of(editNoteAction)),
    post(`${one}/xoa`, 'casework.note.remove', of(removeNoteAction)),
    post(`${one}/khoi-phuc`, 'casework.note.restore', of(restoreNoteAction)),
  ];
}
