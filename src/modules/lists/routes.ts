import { get, post, type Route } from '#platform/http/route.ts';
import { listExportFile, listExportPage } from './list-export/pages/list-export.tsx';
import { editViewAction, newViewPage, saveViewAction, viewPage } from './saved-view/pages/view-form.tsx';
import { deleteViewAction, restoreViewAction, viewListPage } from './saved-view/pages/view-list.tsx';

export const routes: readonly Route[] = [
  get('/cach-xem', viewListPage),
  get('/cach-xem/luu', newViewPage),
  post('/cach-xem/luu', 'lists.saved-view.keep', saveViewAction),
  get('/cach-xem/:id', viewPage),
  post('/cach-xem/:id', 'lists.saved-view.keep', editViewAction),
  post('/cach-xem/:id/xoa', 'lists.saved-view.delete', deleteViewAction),
  post('/cach-xem/:id/khoi-phuc', 'lists.saved-view.restore', restoreViewAction),
  get('/tep-xuat/:id', listExportPage),
  get('/tep-xuat/:id/tep', listExportFile),
];
