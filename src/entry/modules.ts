import {
  jobs as directoryJobs,
  operations as directoryOperations,
  routes as directoryRoutes,
  visitRoutes as directoryVisitRoutes,
} from '#modules/directory/index.server.ts';
import { operations as listsOperations, routes as listsRoutes } from '#modules/lists/index.server.ts';
import {
  operations as calendarOperations,
  routes as calendarRoutes,
} from '#modules/calendar/index.server.ts';
import {
  jobs as caseworkJobs,
  operations as caseworkOperations,
  routes as caseworkRoutes,
} from '#modules/casework/index.server.ts';
import {
  jobs as planningJobs,
  operations as planningOperations,
  routes as planningRoutes,
} from '#modules/planning/index.server.ts';
import { publicRoutes as portalRoutes } from '#modules/portal/index.server.ts';
import {
  jobs as workbenchJobs,
  operations as workbenchOperations,
  routes as workbenchRoutes,
} from '#modules/workbench/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { verifyJob } from '#platform/audit/verify.server.ts';
import { removalJob } from '#platform/files/removal-job.server.ts';
import { scanJob } from '#platform/files/scan-job.server.ts';
import type { PublicRoute, Route, VisitRoute } from '#platform/http/route.ts';
import type { Job } from '#platform/jobs/job.ts';
import { apiPageRoute } from './api/api-page.tsx';

/** Everything that programs can ask for or do. */
export const operations: readonly Operation[] = [
  ...directoryOperations,
  ...listsOperations,
  ...calendarOperations,
  ...caseworkOperations,
  ...planningOperations,
  ...workbenchOperations,
];

/** Every page and act of the staff app. */
export const routes: readonly Route[] = [
  ...listsRoutes,
  ...directoryRoutes,
  ...calendarRoutes,
  ...caseworkRoutes,
  ...planningRoutes,
  ...workbenchRoutes,
  apiPageRoute(operations),
];

/** Every way to sign in. */
export const visitRoutes: readonly VisitRoute[] = [...directoryVisitRoutes];

/** Every public page. */
export const publicRoutes: readonly PublicRoute[] = [...portalRoutes];

/** Every background job. */
export const jobs: readonly Job<unknown>[] = [
  ...directoryJobs,
  ...caseworkJobs,
  ...planningJobs,
  ...workbenchJobs,
  verifyJob,
  scanJob,
  removalJob,
];
