import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import type { VNode } from 'preact';
import {
  isSetUpOpen,
  setUpAction,
  setUpPage,
  signInAction,
  signInPage,
} from '#modules/directory/index.server.ts';
import { setUpLink, signInLink } from '#modules/directory/links.ts';
import { strictHeaders } from '#platform/http/headers.ts';
import { localAddress } from '#platform/http/local-address.ts';
import type { PublicRoute, Route } from '#platform/http/route.ts';
import { Forbidden, NotFound, TooMany, Unavailable } from '#platform/http/thrown.ts';
import { parseLang } from '#platform/i18n/lang.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import type { Throttle } from '#platform/session/throttle.ts';
import { type Assets, readAssets } from './assets.ts';
import { serveAssets } from './asset-files.ts';
import { BadForm, TooLarge } from './form.ts';
import { languageCookie, languageOf, languagePath } from './language.ts';
import { plainDocument, type Trouble, troubleDocument } from './plain-shell.tsx';
import { publicDocument } from './public-shell.tsx';
import { answer, type AppEnv, html, readRequest, takeFlash, writeCookie } from './respond.ts';
import { publicRequest, staffRequest } from './requests.ts';
import { staffDocument } from './staff-shell.tsx';

export interface AppParts {
  readonly services: Services;
  readonly throttle: Throttle;
  readonly assetsFolder: string;
  /** True when people reach the product by https: cookies are then Secure and HSTS is on. */
  readonly https: boolean;
  readonly trustedProxies: number;
  readonly routes: readonly Route[];
  readonly publicRoutes: readonly PublicRoute[];
  /** The one-time code of the set-up, where the database had no tenant at the start. */
  readonly setUpCode?: string | undefined;
}

const troubleOf: readonly (readonly [
  new (...args: never[]) => Error,
  Trouble,
  400 | 403 | 404 | 413 | 429 | 503,
])[] = [
  [NotFound, 'notFound', 404],
  [Forbidden, 'forbidden', 403],
  [TooLarge, 'tooLarge', 413],
  [BadForm, 'badForm', 400],
  [TooMany, 'tooMany', 429],
  [Unavailable, 'unavailable', 503],
];

/** The whole web application: headers, refusals, static files, and the pages of every module. */
export function buildApp(parts: AppParts): Hono<AppEnv> {
  const assets = readAssets(parts.assetsFolder);
  const app = new Hono<AppEnv>();
  app.use(requestId(), strictHeaders(parts.https));
  app.use('*', async (c, next) => {
    c.set('app', { ...parts, assets });
    await next();
  });
  app.use(csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin }));
  app.get('/assets/*', serveAssets(parts.assetsFolder));
  app.get('/healthz', (c) => c.text('ok'));
  if (parts.setUpCode !== undefined) settingUp(app, assets, parts.setUpCode);
  signing(app, assets);
  for (const route of parts.publicRoutes) {
    app.get(route.path, (c) => publicRequest(c, route, (shell, page) => publicDocument(assets, shell, page)));
  }
  for (const route of parts.routes) {
    app.on(route.verb, route.path, (c) =>
      staffRequest(c, route, (shell, page) => staffDocument(assets, shell, page)),
    );
  }
  troubles(app, assets);
  return app;
}

/** Draws a page without a menu, for people who are not known yet. */
function plainly(assets: Assets) {
  return (c: Parameters<typeof answer>[0]) => (page: { title: string; body: VNode }) =>
    plainDocument(
      assets,
      { lang: languageOf(c), address: c.req.path, flash: takeFlash(c) },
      page.title,
      page.body,
    );
}

/** The set-up of the first office; until it is done, whoever comes to the front door is led to it. */
function settingUp(app: Hono<AppEnv>, assets: Assets, code: string): void {
  const draw = plainly(assets);
  for (const door of ['/', signInLink()]) {
    app.get(door, async (c, next) =>
      (await isSetUpOpen(visitOf(c))) ? c.redirect(setUpLink(), 303) : next(),
    );
  }
  app.get(setUpLink(), async (c) => answer(c, await setUpPage(visitOf(c), await readRequest(c)), draw(c)));
  app.post(setUpLink(), async (c) =>
    answer(c, await setUpAction(visitOf(c), await readRequest(c), code), draw(c)),
  );
}

function signing(app: Hono<AppEnv>, assets: Assets): void {
  const draw = plainly(assets);
  app.get(signInLink(), async (c) => answer(c, await signInPage(visitOf(c), await readRequest(c)), draw(c)));
  app.post(signInLink(), async (c) =>
    answer(c, await signInAction(visitOf(c), await readRequest(c)), draw(c)),
  );
  app.get(languagePath, (c) => {
    writeCookie(c, { name: languageCookie, value: parseLang(c.req.query('ma')), maxAgeSeconds: 31_536_000 });
    return c.redirect(localAddress(c.req.query('ve'), '/'), 303);
  });
}

function visitOf(c: Parameters<typeof answer>[0]) {
  const { services, throttle } = c.get('app');
  return { services, throttle, lang: languageOf(c), requestId: c.get('requestId') };
}

function troubles(app: Hono<AppEnv>, assets: Assets): void {
  const show = (c: Parameters<typeof answer>[0], trouble: Trouble, status: number) =>
    html(
      c,
      status,
      troubleDocument(
        assets,
        { lang: languageOf(c), address: c.req.method === 'GET' ? c.req.path : undefined },
        trouble,
        c.get('requestId'),
      ),
    );
  app.notFound((c) => show(c, 'notFound', 404));
  app.onError((error, c) => {
    const known = troubleOf.find(([kind]) => error instanceof kind);
    if (error instanceof TooMany) c.header('retry-after', String(error.retryAfterSeconds));
    if (known) return show(c, known[1], known[2]);
    if ('getResponse' in error) return show(c, 'crossSite', 403);
    c.get('app').services.log.error(
      { err: error, requestId: c.get('requestId'), path: routePath(c) },
      'fault',
    );
    return show(c, 'fault', 500);
  });
}
