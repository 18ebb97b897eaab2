import type { Ctx } from '#platform/session/ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import type { Reply } from './reply.ts';
import type { Req } from './req.ts';

export type Handler = (ctx: Ctx, req: Req) => Promise<Reply>;

/** A page of the staff app; only a signed-in person gets there. */
export interface ReadRoute {
  readonly verb: 'get';
  readonly path: string;
  readonly handler: Handler;
}

/** A write of the staff app; `act` names what it does and stands in the rights table. */
export interface WriteRoute {
  readonly verb: 'post';
  readonly path: string;
  readonly handler: Handler;
  readonly act: string;
  /** Largest body in bytes; forms without files need not say. */
  readonly maxBytes?: number;
  /**
   * Says before a byte is read whether this person may send files here, and throws when not. With it, the files of the
   * form go to the store as they come, and stand in `req.uploads`; without it a form is read into memory.
   */
  readonly admit?: (ctx: Ctx, req: Req) => Promise<void>;
}

export type Route = ReadRoute | WriteRoute;

/** A page. */
export function get(path: string, handler: Handler): ReadRoute {
  return { verb: 'get', path, handler };
}

/** A write, with the act that it performs. */
export function post(
  path: string,
  act: string,
  handler: Handler,
  options: Pick<WriteRoute, 'maxBytes' | 'admit'> = {},
): WriteRoute {
  return { verb: 'post', path, handler, act, ...options };
}

/** A page or a form of somebody who is not signed in yet: the ways to sign in. */
export interface VisitRoute {
  readonly verb: 'get' | 'post';
  readonly path: string;
  readonly handler: (visit: Visit, req: Req) => Promise<Reply>;
}

/** A page that anyone may read: of the commune whose `:slug` is in the path, or about all of them. */
export type PublicRoute =
  | { readonly about: 'commune'; readonly path: string; readonly handler: Handler }
  | {
      readonly about: 'all';
      readonly path: string;
      readonly handler: (ctx: Pick<Ctx, 'db' | 'lang' | 'clock'>, req: Req) => Promise<Reply>;
    };
