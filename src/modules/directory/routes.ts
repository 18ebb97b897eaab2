import { get, post, type Route } from '#platform/http/route.ts';
import { signOutLink } from './links.ts';
import { signOutAction } from './session/pages/sign-in.tsx';
import {
  createUnitAction,
  editUnitAction,
  endUnitAction,
  newUnitPage,
  restoreUnitAction,
  unitPage,
} from './unit/pages/unit-form.tsx';
import { reorderUnitAction, unitListPage } from './unit/pages/unit-list.tsx';

export const routes: readonly Route[] = [
  post(signOutLink, 'directory.session.close', signOutAction),
  get('/quan-tri/don-vi', unitListPage),
  get('/quan-tri/don-vi/moi', newUnitPage),
  post('/quan-tri/don-vi/moi', 'directory.unit.create', createUnitAction),
  get('/quan-tri/don-vi/:id', unitPage),
  post('/quan-tri/don-vi/:id', 'directory.unit.edit', editUnitAction),
  post('/quan-tri/don-vi/:id/thu-tu', 'directory.unit.reorder', reorderUnitAction),
  post('/quan-tri/don-vi/:id/ket-thuc', 'directory.unit.end', endUnitAction),
  post('/quan-tri/don-vi/:id/khoi-phuc', 'directory.unit.restore', restoreUnitAction),
];
