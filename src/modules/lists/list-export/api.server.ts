import { z } from 'zod';
import {
  deedOperation,
  fileOperation,
  type Operation,
  type Described,
  recordOperation,
} from '#platform/api/operation.ts';
import { done, refused } from '#platform/db/outcome.ts';
import { inPieces } from '#platform/http/reply.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { addressOf, writeFilter } from '#platform/list/address.ts';
import { fileFormats, mediaTypes } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { readWholeFilter } from '../list-page/whole-filter.ts';
import { orderExport } from './commands.server.ts';
import type { ExportedList } from './exported-list.ts';
import { exportBody } from './input.ts';
import type { ListExport } from './list-export.ts';
import * as policy from './policy.ts';
import { findPiece, getExport } from './queries.server.ts';
import { texts } from './texts.ts';

const file = z
  .object({
    id: z.uuid(),
    list: z.string(),
    query: z.string(),
    columns: z.array(z.string()),
    format: z.enum(fileFormats),
    state: z.enum(['waiting', 'ready', 'failed']),
    rowsDone: z.int(),
    rowsExpected: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ListExport' });

/** Files of lists for programs: how far one is, and the file. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'lists.list-export.get',
    path: '/exports/:id',
    summary: (lang) => texts(lang).api.get,
    reply: file,
    run: (ctx, { params }) => show(ctx, params.id),
  }),
  fileOperation({
    id: 'lists.list-export.download',
    path: '/exports/:id/file',
    summary: (lang) => texts(lang).api.download,
    mediaTypes: Object.values(mediaTypes),
    run: async (ctx, { params }) => {
      const found = await getExport(ctx, params.id ?? '');
      if (found.state !== 'ready') throw new NotFound();
      return inPieces(`${found.list.slice(1)}.${found.format}`, mediaTypes[found.format], (at, ordinal) =>
        findPiece(at, found.id, ordinal),
      );
    },
  }),
];

/**
 * The operation by which programs have all rows of a list put into a file, in the background however few they are. The
 * key must be that of a person: a file is for who asked for it.
 */
export function exportOperation<Row>(
  list: ExportedList<Row>,
  described: Omit<Described, 'id'>,
  demand: (ctx: Ctx) => void = () => undefined,
): Operation {
  return deedOperation({
    ...described,
    id: list.act,
    body: exportBody,
    reply: file,
    status: 202,
    refusals: { 'unknown-column': 422, 'wrong-filter': 422 },
    sentence: (lang, { code, detail }) => texts(lang).api.refusal[code](String(detail.named)),
    example: { body: { format: 'csv', query: '', columns: [] } },
    run: async (ctx, { body }) => {
      must(policy.make(ctx.actor, list.act));
      demand(ctx);
      const known = list.columns(ctx).map((column) => column.name);
      const unknown = body.columns.filter((name) => !known.includes(name));
      if (unknown.length > 0) return refused('unknown-column', { named: unknown.join(', ') });
      const filter = readWholeFilter(list.shape, body.query);
      if ('wrong' in filter) return refused('wrong-filter', { named: filter.wrong });
      const order = {
        list: list.path,
        query: addressOf('', writeFilter(list.shape, filter)).slice(1),
        columns: body.columns.length > 0 ? body.columns : known,
        format: body.format,
        rowsExpected: (await list.count(ctx, filter)).rows,
      };
      const ordered = await orderExport(ctx, list.act, order);
      return ordered.ok
        ? done({ ...(await show(ctx, ordered.value)), location: `/exports/${ordered.value}` })
        : ordered;
    },
  });
}

async function show(ctx: Ctx, id = ''): Promise<{ value: z.input<typeof file> }> {
  return { value: written(await getExport(ctx, id)) };
}

function written(one: ListExport): z.input<typeof file> {
  const { id, list, query, columns, format, state, rowsDone, rowsExpected } = one;
  return {
    id,
    list,
    query,
    columns: [...columns],
    format,
    state,
    rowsDone,
    rowsExpected,
    createdAt: one.createdAt.toISOString(),
  };
}
