import { get, post, type Route } from '#platform/http/route.ts';
import {
  ownDayListPage,
  removeOwnDayAction,
  restoreOwnDayAction,
  setOwnDaysAction,
} from './own-day/pages/own-day-list.tsx';

export const routes: readonly Route[] = [
  get('/quan-tri/lich', ownDayListPage),
  post('/quan-tri/lich', 'calendar.own-day.set', setOwnDaysAction),
  post('/quan-tri/lich/:id/bo', 'calendar.own-day.remove', removeOwnDayAction),
  post('/quan-tri/lich/:id/khoi-phuc', 'calendar.own-day.restore', restoreOwnDayAction),
];
