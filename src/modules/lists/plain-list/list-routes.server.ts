import type { Req } from '#platform/http/req.ts';
import { get, type Handler, post, type Route } from '#platform/http/route.ts';
import type { Job } from '#platform/jobs/job.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { bulkJob } from '../bulk-run/jobs.server.ts';
import { bulkFormAction, bulkFormPage } from '../bulk-run/pages/bulk-form.tsx';
import { bulkRunPage, bulkUndoAction } from '../bulk-run/pages/bulk-run.tsx';
import { bulkLink, exportFormLink, printLink } from '../links.ts';
import { exportJob, type FindActor } from '../list-export/jobs.server.ts';
import { exportFormAction, exportFormPage } from '../list-export/pages/export-form.tsx';
import { plainListPrint } from './pages/plain-list.tsx';
import { exportOf, manyOf, type PlainList } from './plain-list.server.ts';

/** What stands below the page of a list: its print, its file, its deeds. They come before any route with an id. */
export function plainListRoutes<Row extends { readonly id: string }>(list: PlainList<Row>): readonly Route[] {
  const reading =
    (work: Handler): Handler =>
    (ctx: Ctx, req: Req) => {
      must(list.mayRead(ctx.actor));
      return work(ctx, req);
    };
  const file = exportOf(list);
  const many = list.many && manyOf(list, list.many);
  return [
    get(printLink(list.path), (ctx, req) => plainListPrint(ctx, req, list)),
    get(
      exportFormLink(list.path),
      reading((ctx, req) => exportFormPage(ctx, req, file)),
    ),
    post(
      exportFormLink(list.path),
      file.act,
      reading((ctx, req) => exportFormAction(ctx, req, file)),
    ),
    ...(many
      ? [
          get(
            bulkLink(list.path),
            reading((ctx, req) => bulkFormPage(ctx, req, many)),
          ),
          post(
            bulkLink(list.path),
            many.act,
            reading((ctx, req) => bulkFormAction(ctx, req, many)),
          ),
          get(`${bulkLink(list.path)}/:id`, (ctx, req) => bulkRunPage(ctx, req, many)),
          post(`${bulkLink(list.path)}/:id/hoan-tac`, many.act, (ctx, req) => bulkUndoAction(ctx, req, many)),
        ]
      : []),
  ];
}

/** The background work of a list: files and deeds of many rows. */
export function plainListJobs<Row extends { readonly id: string }>(
  list: PlainList<Row>,
  findActor: FindActor,
): readonly Job<unknown>[] {
  const many = list.many && manyOf(list, list.many);
  return [exportJob(exportOf(list), findActor), ...(many ? [bulkJob(many, findActor)] : [])];
}
