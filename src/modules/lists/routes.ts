import { get, type Route } from '#platform/http/route.ts';
import { listExportFile, listExportPage } from './list-export/pages/list-export.tsx';

export const routes: readonly Route[] = [
  get('/tep-xuat/:id', listExportPage),
  get('/tep-xuat/:id/tep', listExportFile),
];
