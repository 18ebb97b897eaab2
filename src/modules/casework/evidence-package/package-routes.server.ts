import { get, post, type Route } from '#platform/http/route.ts';
import type { PackageOwner } from './package-owner.server.ts';
import { askPackagePage, packFilterAction, packRecordAction } from './pages/ask-package.tsx';
import { packageFile, packagePage } from './pages/package.tsx';

const act = 'casework.evidence-package.make';

/** The pages of packages: of a filter and of one record of each kind, and the packages themselves. */
export function packageRoutes(owners: readonly PackageOwner[]): readonly Route[] {
  return [
    ...owners.flatMap((one) => {
      const { path } = one.owner;
      return [
        get(`${path}/goi-minh-chung`, (ctx, req) => askPackagePage(ctx, req, one)),
        post(`${path}/goi-minh-chung`, act, (ctx, req) => packFilterAction(ctx, req, one)),
        post(`${path}/:id/minh-chung/goi`, act, (ctx, req) => packRecordAction(ctx, req, one)),
      ];
    }),
    get('/goi-minh-chung/:id', (ctx, req) => packagePage(ctx, req, owners)),
    get('/goi-minh-chung/:id/tep', (ctx, req) => packageFile(ctx, req, owners)),
  ];
}
