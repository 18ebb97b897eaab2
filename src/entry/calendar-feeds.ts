import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Hono } from 'hono';
import { openFeed } from '#modules/planning/index.server.ts';
import { NotFound, TooMany } from '#platform/http/thrown.ts';
import { calendarMediaType } from '#platform/ics/calendar-file.ts';
import { networkOf } from '#platform/session/network.ts';
import { type AppEnv, remoteAddress } from './respond.ts';

const zip = promisify(gzip);

/**
 * What calendar programs read by a secret link, without a session or a cookie. Counted by address like calls of the API,
 * before the database is asked for anything else. Whatever opens nothing is not found, all alike. The secret stands in
 * the address, which nothing logs; other pages are not told where somebody came from.
 */
export function calendarFeeds(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/lich/:file{[A-Za-z0-9_-]{64}\\.ics}', async (c) => {
    const { services, rateLimit } = c.get('app');
    const allowance = await rateLimit.take('perAddress', networkOf(remoteAddress(c)));
    if (!allowance.isAllowed) throw new TooMany(allowance.seconds);
    const known = {
      tags: tagsOf(c.req.header('if-none-match')),
      since: dateOf(c.req.header('if-modified-since')),
    };
    const secret = c.req.param('file').slice(0, -'.ics'.length);
    const feed = await openFeed(services, secret, known, c.get('requestId'));
    if (!feed) throw new NotFound();
    c.header('cache-control', 'private, no-cache');
    c.header('etag', feed.tag);
    c.header('last-modified', feed.changedAt.toUTCString());
    c.header('vary', 'accept-encoding');
    c.header('referrer-policy', 'no-referrer');
    if (feed.content === undefined) return c.body(null, 304);
    c.header('content-type', calendarMediaType);
    c.header('content-disposition', 'inline; filename="lich.ics"');
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(feed.content);
    c.header('content-encoding', 'gzip');
    return c.body(new Uint8Array(await zip(feed.content, { level: 5 })));
  });
  return app;
}

/** The tags that a program has; a proxy may have made ours strong. */
function tagsOf(header: string | undefined): string[] {
  if (header === undefined) return [];
  return header
    .slice(0, 1_000)
    .split(',')
    .map((tag) => tag.trim())
    .map((tag) => (tag === '*' || tag.startsWith('W/') ? tag : `W/${tag}`));
}

function dateOf(header: string | undefined): Date | undefined {
  const at = new Date(header ?? '');
  return Number.isNaN(at.getTime()) ? undefined : at;
}
