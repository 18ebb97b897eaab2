import { evidenceRoutes } from '#modules/casework/index.server.ts';
import { plainListRoutes } from '#modules/lists/index.server.ts';
import { get, post, type Route } from '#platform/http/route.ts';
import {
  acceptAction as acceptReportAction,
  askAction as askForReportAction,
  excuseAction as excuseReportAction,
  handInAction as handReportInAction,
  handInPage as reportHandInPage,
  sendBackAction as sendReportBackAction,
  takeBackAction as takeJudgementBackAction,
  withdrawAction as withdrawReportAction,
} from '../report-hand-in/pages/hand-in.tsx';
import { reportEvidence } from '../report-hand-in/evidence-owner.server.ts';
import { handInList, handInListPage } from '../report-hand-in/pages/hand-in-list.tsx';
import { ruleAction, rulePage } from './pages/day-off-rule.tsx';
import { editPeriodAction, editPeriodPage } from './pages/edit-period.tsx';
import { discardPeriodAction, reopenPeriodAction, restorePeriodAction } from './pages/one-tap.tsx';
import { orderAction, orderPage } from './pages/order.tsx';
import { periodList, periodListPage } from './pages/period-list.tsx';
import { periodPage } from './pages/period.tsx';
import { reportCalendarPage } from './pages/report-calendar.tsx';
import { sendOnAction, sendOnPage } from './pages/send-on.tsx';

/** The report calendar, its periods, and the reports of units. */
export const reportRoutes: readonly Route[] = [
  get('/lich-bao-cao', reportCalendarPage),
  get('/ky-bao-cao', periodListPage),
  ...plainListRoutes(periodList),
  get('/ky-bao-cao/moi', orderPage),
  post('/ky-bao-cao/moi', 'planning.report-period.add', orderAction),
  get('/ky-bao-cao/ngay-nghi', rulePage),
  post('/ky-bao-cao/ngay-nghi', 'planning.report-period.set-rule', ruleAction),
  get('/ky-bao-cao/:id', periodPage),
  get('/ky-bao-cao/:id/sua', editPeriodPage),
  post('/ky-bao-cao/:id/sua', 'planning.report-period.edit', editPeriodAction),
  get('/ky-bao-cao/:id/gui', sendOnPage),
  post('/ky-bao-cao/:id/gui', 'planning.report-period.send-on', sendOnAction),
  post('/ky-bao-cao/:id/mo-lai', 'planning.report-period.reopen', reopenPeriodAction),
  post('/ky-bao-cao/:id/bo', 'planning.report-period.discard', discardPeriodAction),
  post('/ky-bao-cao/:id/lay-lai', 'planning.report-period.restore', restorePeriodAction),
  get('/nop-bao-cao', handInListPage),
  ...plainListRoutes(handInList),
  get('/nop-bao-cao/:id', reportHandInPage),
  post('/nop-bao-cao/:id/nop', 'planning.report-hand-in.hand-in', handReportInAction),
  post('/nop-bao-cao/:id/rut-lai', 'planning.report-hand-in.withdraw', withdrawReportAction),
  post('/nop-bao-cao/:id/nhan', 'planning.report-hand-in.accept', acceptReportAction),
  post('/nop-bao-cao/:id/tra-lai', 'planning.report-hand-in.send-back', sendReportBackAction),
  post('/nop-bao-cao/:id/mien', 'planning.report-hand-in.excuse', excuseReportAction),
  post('/nop-bao-cao/:id/hoan-tac', 'planning.report-hand-in.take-back', takeJudgementBackAction),
  post('/nop-bao-cao/:id/nhac', 'planning.report-hand-in.ask', askForReportAction),
  ...evidenceRoutes(reportEvidence),
];
