import { type Context, type Hono } from 'hono';
import { routePath } from 'hono/route';
import { FormValues } from '#platform/http/req.ts';
import { Forbidden, NotFound, TooMany, Unavailable, type UnavailableReason } from '#platform/http/thrown.ts';
import type { Log } from '#platform/log/log.ts';
import { nowAndThen } from '#platform/log/now-and-then.ts';
import type { Assets } from './assets.ts';
import { BadForm, readForm, TooLarge, TooSlow } from './form.ts';
import { languageOf } from './language.ts';
import { type Trouble, troubleDocument } from './plain-shell.tsx';
import { type AppEnv, html, smallForm } from './respond.ts';
import { themeOf } from './theme.ts';
import { typedWords } from './typed-words.ts';

const troubleOf: readonly (readonly [
  new (...args: never[]) => Error,
  Trouble,
  400 | 403 | 404 | 408 | 413 | 429,
])[] = [
  [NotFound, 'notFound', 404],
  [Forbidden, 'forbidden', 403],
  [TooLarge, 'tooLarge', 413],
  [BadForm, 'badForm', 400],
  [TooMany, 'tooMany', 429],
  [TooSlow, 'tooSlow', 408],
];

const troubleOfUnavailable: Readonly<Record<UnavailableReason, Trouble>> = {
  away: 'unavailable',
  busy: 'busy',
  full: 'diskFull',
};

const tellFullEveryMs = 60_000;

/** Has whatever is thrown or not found answered by a page that says so in plain words; a fault is logged. */
export function answerTroubles(app: Hono<AppEnv>, assets: Assets, log: Log): void {
  const show = (c: Context<AppEnv>, trouble: Trouble, status: number, typed: readonly string[] = []) =>
    html(
      c,
      status,
      troubleDocument(
        assets,
        {
          lang: languageOf(c),
          theme: themeOf(c),
          address: c.req.method === 'GET' ? c.req.path : undefined,
        },
        trouble,
        c.get('requestId'),
        typed,
      ),
    );
  const tellFull = nowAndThen(tellFullEveryMs, (count) =>
    log.error({ count }, 'the disk of the database is full: make room there; writing goes on by itself'),
  );
  app.notFound(async (c) => {
    if (c.req.method !== 'POST') return show(c, 'notFound', 404);
    // A tab from before an upgrade sends its form to an address that the new program does not have.
    const form = await readForm(c, smallForm).catch(() => new FormValues());
    return show(c, 'oldForm', 404, typedWords(form));
  });
  app.onError((error, c) => {
    const known = troubleOf.find(([kind]) => error instanceof kind);
    if (error instanceof TooMany || error instanceof Unavailable)
      c.header('retry-after', String(error.retryAfterSeconds));
    if (error instanceof Unavailable && error.reason === 'full') tellFull();
    if (error instanceof Unavailable) return show(c, troubleOfUnavailable[error.reason], 503);
    if (known) return show(c, known[1], known[2]);
    if ('getResponse' in error) return show(c, 'crossSite', 403);
    c.get('app').services.log.error(
      { err: error, requestId: c.get('requestId'), path: routePath(c) },
      'fault',
    );
    return show(c, 'fault', 500);
  });
}
