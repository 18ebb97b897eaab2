import type { PublicRoute } from '#platform/http/route.ts';
import { communeListCsv, communeListPage } from './commune-list/pages/commune-list.tsx';
import { communePage, publicPlanCsv, publicPlanPage } from './commune-page/pages/commune.tsx';
import { communesCsvLink } from './links.ts';

export const publicRoutes: readonly PublicRoute[] = [
  { about: 'all', path: '/', handler: communeListPage },
  { about: 'all', path: communesCsvLink, handler: communeListCsv },
  { about: 'commune', path: '/xa/:slug', handler: communePage },
  { about: 'commune', path: '/xa/:slug/ke-hoach/:id', handler: publicPlanPage },
  { about: 'commune', path: '/xa/:slug/ke-hoach/:id/nhiem-vu.csv', handler: publicPlanCsv },
];
