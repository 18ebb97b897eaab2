import { type Context, Hono } from 'hono';
import { zaloEventsLink } from '#modules/casework/links.ts';
import { isSetUpOpen, setUpAction, setUpPage } from '#modules/directory/index.server.ts';
import { setUpLink, signInLink } from '#modules/directory/links.ts';
import { ownFormsOnly } from '#platform/http/own-forms.ts';
import { strictHeaders } from '#platform/http/headers.ts';
import { localAddress } from '#platform/http/local-address.ts';
import type { VisitRoute } from '#platform/http/route.ts';
import { parseLang } from '#platform/i18n/lang.ts';
import type { AppParts } from './app-parts.ts';
import { apiRoutes } from './api/api-routes.ts';
import { apiRoot } from './api/show-reply.ts';
import { calendarFeeds } from './calendar-feeds.ts';
import { type Assets, readAssets } from './assets.ts';
import { serveAssets } from './asset-files.ts';
import { languageCookie, languagePath } from './language.ts';
import { manifestPath, webManifest } from './manifest.ts';
import { plainDocument } from './plain-shell.tsx';
import { publicDocument } from './public-shell.tsx';
import { type AppEnv, writeCookie } from './respond.ts';
import { publicRequest, staffRequest, visitOf, visitRequest } from './requests.ts';
import { namedRequests } from './named-requests.ts';
import { staffDocument } from './staff-shell.tsx';
import { parseTheme, themeCookie, themePath } from './theme.ts';
import { zaloEvents } from './zalo-events.ts';
import { answerTroubles } from './troubles.ts';
import { measureRequests } from './watch/measure-requests.ts';
import { watchRoutes } from './watch/watch-routes.ts';

/** The whole web application: headers, refusals, static files, and the pages of every module. */
export function buildApp(parts: AppParts): Hono<AppEnv> {
  const assets = readAssets(parts.assetsFolder);
  const app = new Hono<AppEnv>();
  app.use(namedRequests(parts.trustedProxies > 0), strictHeaders(parts.https));
  app.use('*', async (c, next) => {
    c.set('app', { ...parts, assets });
    await next();
  });
  app.use(measureRequests());
  app.route(apiRoot, apiRoutes(parts.operations, parts.apiOrigins));
  app.post(zaloEventsLink(':slug'), zaloEvents);
  app.use(ownFormsOnly(parts.origin));
  app.get('/assets/*', serveAssets(parts.assetsFolder));
  app.route('/', watchRoutes(parts));
  choosing(app);
  app.get(manifestPath, (c) => webManifest(c, assets));
  if (parts.setUpCode !== undefined) settingUp(app, assets, parts.setUpCode);
  app.route('/', calendarFeeds());
  for (const route of parts.visitRoutes) {
    app.on(route.verb, route.path, (c) =>
      visitRequest(c, route, (shell, page) => plainDocument(assets, shell, page)),
    );
  }
  for (const route of parts.publicRoutes) {
    app.get(route.path, (c) => publicRequest(c, route, (shell, page) => publicDocument(assets, shell, page)));
  }
  for (const route of parts.routes) {
    app.on(route.verb, route.path, (c) =>
      staffRequest(c, route, (shell, page) => staffDocument(assets, shell, page)),
    );
  }
  answerTroubles(app, assets, parts.services.log);
  return app;
}

/** The set-up of the first office; until it is done, whoever comes to the front door is led to it. */
function settingUp(app: Hono<AppEnv>, assets: Assets, code: string): void {
  for (const door of ['/', signInLink()]) {
    app.get(door, async (c, next) => {
      return (await isSetUpOpen(visitOf(c))) ? c.redirect(setUpLink(), 303) : next();
    });
  }
  const pages: readonly VisitRoute[] = [
    { verb: 'get', path: setUpLink(), handler: setUpPage },
    { verb: 'post', path: setUpLink(), handler: (visit, req) => setUpAction(visit, req, code) },
  ];
  for (const route of pages) {
    app.on(route.verb, route.path, (c) =>
      visitRequest(c, route, (shell, page) => plainDocument(assets, shell, page)),
    );
  }
}

/** What a browser keeps for a year: the language and the ground of pages. */
function choosing(app: Hono<AppEnv>): void {
  const choice = (path: string, name: string, read: (c: Context<AppEnv>) => string) =>
    app.get(path, (c) => {
      writeCookie(c, { name, value: read(c), maxAgeSeconds: 31_536_000 });
      return c.redirect(localAddress(c.req.query('ve'), '/'), 303);
    });
  choice(languagePath, languageCookie, (c) => parseLang(c.req.query('ma')));
  choice(themePath, themeCookie, (c) => parseTheme(c.req.query('nen')));
}
