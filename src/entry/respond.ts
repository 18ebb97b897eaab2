import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { sessionCookie } from '#modules/directory/index.server.ts';
import type { Upload } from '#platform/files/receive-file.ts';
import { withFormKeys } from '#platform/http/form-key.ts';
import { localAddress } from '#platform/http/local-address.ts';
import type { CookieChange, Flash, PageReply, Reply } from '#platform/http/reply.ts';
import { type FormValues, type Req, typedText } from '#platform/http/req.ts';
import { ReadyRows, ReadyRowsContext } from '#ui/table/ready-rows.ts';
import type { AppParts } from './app-parts.ts';
import type { Assets } from './assets.ts';
import { readForm } from './form.ts';

export interface AppEnv {
  Variables: { app: AppParts & { assets: Assets }; requestId: string };
}

const flashCookie = 'sauro_flash';
/** What a form without files may weigh. */
export const smallForm = 128 * 1024;
const zip = promisify(gzip);

/** Reads address, parameters and form of a request; refuses a body over `maxBytes` before it is parsed. */
export async function readRequest(c: Context<AppEnv>, maxBytes = smallForm): Promise<Req> {
  return withForm(c, await readForm(c, maxBytes));
}

/** A request whose form has been read already, or is none. */
export function withForm(c: Context<AppEnv>, form: FormValues, uploads: readonly Upload[] = []): Req {
  const url = new URL(c.req.url);
  return {
    address: url.pathname + url.search,
    params: c.req.param() as Record<string, string>,
    query: new URLSearchParams([...url.searchParams].map(([name, value]) => [name, typedText(value)])),
    form,
    uploads,
    fileLimits: c.get('app').services.files.limits,
    origin: c.get('app').origin ?? url.origin,
    remoteAddress: remoteAddress(c),
    userAgent: c.req.header('user-agent') ?? '',
    cookie: (name) => readCookie(c, name),
  };
}

/** Turns a handler's reply into a response, drawing a page with the frame of its place. */
export function answer(
  c: Context<AppEnv>,
  reply: Reply,
  draw: (page: PageReply) => VNode,
): Response | Promise<Response> {
  switch (reply.kind) {
    case 'page':
      if (reply.refreshSeconds) c.header('refresh', String(reply.refreshSeconds));
      return html(c, reply.status ?? 200, draw(reply));
    case 'see-other':
      for (const change of reply.cookies ?? []) writeCookie(c, change);
      if (reply.flash) writeFlash(c, reply.flash);
      return c.redirect(reply.to, 303);
    case 'deferred':
      return reply.make().then((made) => answer(c, made, draw));
    case 'data':
      c.header('cache-control', 'private, no-store');
      return c.json(reply.value as object);
    case 'pieces':
    case 'held':
      throw new Error('only a page of the staff app is sent as it is read');
    case 'download':
      fileHeaders(c, reply);
      return c.body(typeof reply.content === 'string' ? reply.content : new Uint8Array(reply.content));
  }
}

/** A file to save, which no shared cache keeps. */
export function fileHeaders(
  c: Context<AppEnv>,
  file: { readonly fileName: string; readonly mediaType: string },
): void {
  c.header('content-type', file.mediaType);
  c.header('content-disposition', `attachment; filename="${file.fileName.replace(/[^\w.-]/g, '_')}"`);
  c.header('cache-control', 'private, no-store');
}

/**
 * A whole document. No shared cache keeps it, and what somebody who is signed in has seen is not kept at all: on a desk
 * that several people use, the way back shows nothing after signing out.
 */
export async function html(c: Context<AppEnv>, status: number, document: VNode): Promise<Response> {
  // Made bytes once: a long text with marks costs the socket twice, to measure it and to write it.
  const ready = new ReadyRows();
  const text = renderToString(h(ReadyRowsContext.Provider, { value: ready }, document));
  const content = ready.fill(withFormKeys(`<!doctype html>${text}`));
  c.header('cache-control', readCookie(c, sessionCookie) ? 'private, no-store' : 'private, no-cache');
  c.header('content-type', 'text/html; charset=utf-8');
  c.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(content, status as 200);
  c.header('content-encoding', 'gzip');
  return c.body(new Uint8Array(await zip(content, { level: 5 })), status as 200);
}

/** Sets or removes a cookie that scripts cannot read and other sites do not send. */
export function writeCookie(c: Context<AppEnv>, change: CookieChange): void {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: c.get('app').https } as const;
  const name = cookieName(c, change.name);
  if (change.value === null) deleteCookie(c, name, options);
  else setCookie(c, name, change.value, { ...options, maxAge: change.maxAgeSeconds ?? 60 });
}

/** What this browser has kept under a name that `writeCookie` gave. */
export function readCookie(c: Context<AppEnv>, name: string): string | undefined {
  return getCookie(c, cookieName(c, name));
}

/** Under https the browser itself refuses such a name to every other host, also to a neighbour in the same domain. */
function cookieName(c: Context<AppEnv>, name: string): string {
  return c.get('app').https ? `__Host-${name}` : name;
}

function writeFlash(c: Context<AppEnv>, flash: Flash): void {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url');
  if (value.length < 3_500) writeCookie(c, { name: flashCookie, value });
}

/** The sentence left by the act before, shown once. */
export function takeFlash(c: Context<AppEnv>): Flash | undefined {
  const value = readCookie(c, flashCookie);
  if (!value) return undefined;
  writeCookie(c, { name: flashCookie, value: null });
  try {
    const flash: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    return isFlash(flash) ? flash : undefined;
  } catch {
    return undefined;
  }
}

function isFlash(value: unknown): value is Flash {
  if (typeof value !== 'object' || value === null || !('tone' in value) || !('text' in value)) return false;
  const undo = 'undo' in value ? value.undo : undefined;
  const isUndo = undefined === undo || (typeof undo === 'string' && localAddress(undo, '') === undo);
  return isUndo && typeof value.text === 'string' && ['ok', 'info', 'late'].includes(String(value.tone));
}

/** The visitor's address: the connection's, or what the trusted number of proxies in front wrote. */
export function remoteAddress(c: Context<AppEnv>): string {
  const trusted = c.get('app').trustedProxies;
  const forwarded =
    c.req
      .header('x-forwarded-for')
      ?.split(',')
      .map((part) => part.trim()) ?? [];
  const named = trusted > 0 ? forwarded.at(-trusted) : undefined;
  if (named) return named;
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
