import { z } from 'zod';
import {
  deedOperation,
  type Listed,
  listOperation,
  type Operation,
  recordOperation,
  type Shown,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { endingBody } from '../unit/input.ts';
import { editOfficer, endOfficer, moveOfficer, restoreOfficer } from './administer.server.ts';
import { createOfficer } from './commands.server.ts';
import { moveBody, newOfficerBody, officerBody } from './input.ts';
import { getKeptOfficer, listKeptOfficers } from './kept.server.ts';
import type { KeptOfficer } from './officer.ts';
import { noteOfficerSeen, noteOfficersSeen } from './opening.server.ts';
import * as policy from './policy.ts';
import { listOfficers } from './queries.server.ts';
import { type Texts, texts } from './texts.ts';

const line = {
  id: z.uuid(),
  fullName: z.string(),
  positionTitle: z.string(),
  isHead: z.boolean(),
  unitId: z.uuid(),
  unitName: z.string(),
};
const officerLine = z.object(line).meta({ id: 'OfficerLine' });
const officer = z
  .object({
    ...line,
    endedOn: z.iso.date().nullable(),
    account: z
      .object({
        id: z.uuid(),
        signInName: z.string(),
        isLocked: z.boolean(),
        roleIds: z.array(z.uuid()),
        hasStartPassword: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Officer' });

const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];
const unitId = '00000000-0000-4000-8000-000000000000';

/** Officers for programs: whom one can choose, all of them with their accounts, and what is done to them. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'directory.officer.list',
    scopes: [['directory.officer']],
    path: '/officers',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: officerLine,
    run: async (ctx, { query }) => {
      must(policy.choose(ctx.actor));
      return opened(
        ctx,
        pageOfAll(await listOfficers(ctx), query, (one) => ({ ...one })),
      );
    },
  }),
  listOperation({
    id: 'directory.officer.list-kept',
    scopes: [['directory.officer']],
    path: '/accounts',
    summary: (lang) => texts(lang).api.listKept,
    query: z.strictObject({
      ...pageQuery,
      search: z.string().max(200).optional(),
      unit: z.uuid().optional(),
      state: z.enum(['in-office', 'left', 'without-account', 'locked']).default('in-office'),
    }),
    reply: officer,
    run: async (ctx, { query }) => {
      must(policy.edit(ctx.actor));
      const states = {
        'in-office': 'con',
        left: 'nghi',
        'without-account': 'chua-co-tai-khoan',
        locked: 'khoa',
      } as const;
      const filter = { tim: query.search, 'don-vi': query.unit, 'trang-thai': states[query.state] };
      return opened(ctx, pageOfAll(await listKeptOfficers(ctx, filter), query, written));
    },
  }),
  recordOperation({
    id: 'directory.officer.get',
    scopes: [['directory.officer']],
    path: '/officers/:id',
    summary: (lang) => texts(lang).api.get,
    reply: officer,
    run: (ctx, { params }) => {
      must(policy.edit(ctx.actor));
      return showOfficer(ctx, params.id);
    },
  }),
  deedOperation({
    id: 'directory.officer.create',
    path: '/officers',
    summary: (lang) => texts(lang).api.create,
    body: newOfficerBody,
    reply: officer,
    status: 201,
    refusals: { 'no-such-unit': 422 },
    sentence,
    example: { body: { fullName: 'Nguyen Van A', positionTitle: '', isHead: false, unitId } },
    run: async (ctx, { body }) =>
      thenShow(await createOfficer(ctx, { ...body, unitId: body.unitId as Id<'unit'> }), async (id) => ({
        ...(await showOfficer(ctx, id)),
        location: `/officers/${id}`,
      })),
  }),
  deedOperation({
    id: 'directory.officer.edit',
    verb: 'put',
    path: '/officers/:id',
    summary: (lang) => texts(lang).api.edit,
    body: officerBody,
    reply: officer,
    example: { body: { fullName: 'Nguyen Van A', positionTitle: '', isHead: false } },
    run: async (ctx, { params, body }) =>
      thenShow(await editOfficer(ctx, params.id ?? '', body), () => showOfficer(ctx, params.id)),
  }),
  deedOperation({
    id: 'directory.officer.move',
    path: '/officers/:id/move',
    summary: (lang) => texts(lang).api.move,
    body: moveBody,
    reply: officer,
    refusals: { 'no-such-unit': 422, ended: 409 },
    sentence,
    example: { body: { positionTitle: '', isHead: false, unitId } },
    run: async (ctx, { params, body }) =>
      thenShow(await moveOfficer(ctx, params.id ?? '', { ...body, unitId: body.unitId as Id<'unit'> }), () =>
        showOfficer(ctx, params.id),
      ),
  }),
  deedOperation({
    id: 'directory.officer.end',
    path: '/officers/:id/end',
    summary: (lang) => texts(lang).api.end,
    body: endingBody,
    reply: officer,
    refusals: { ended: 409, 'day-to-come': 422, 'own-account': 409, 'last-administrator': 409 },
    sentence,
    example: { body: { on: '2026-05-12' } },
    run: async (ctx, { params, body }) =>
      thenShow(await endOfficer(ctx, params.id ?? '', body.on as PlainDate), () =>
        showOfficer(ctx, params.id),
      ),
  }),
  deedOperation({
    id: 'directory.officer.restore',
    path: '/officers/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: officer,
    refusals: { 'not-ended': 409, 'no-such-unit': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await restoreOfficer(ctx, params.id ?? ''), () => showOfficer(ctx, params.id)),
  }),
];

/** Notes in the audit that names of people go out to a program. */
function opened(ctx: Ctx, page: Listed): Listed {
  noteOfficersSeen(ctx, page.items.length, ['fullName', 'unitName']);
  return page;
}

/** What is shown of an officer, also by what is done to the account. */
export const officerReply = officer;

/** The officer as an administrator sees them, which is noted; the caller has the right. */
export async function showOfficer(ctx: Ctx, officerId = ''): Promise<Shown> {
  const kept = await getKeptOfficer(ctx, officerId);
  noteOfficerSeen(ctx, kept.id, ['fullName', 'positionTitle', 'unitName', 'signInName', 'roles']);
  return { value: written(kept) };
}

function written(found: KeptOfficer): z.input<typeof officer> {
  const { id, fullName, positionTitle, isHead, endedOn, account } = found;
  return {
    id,
    fullName,
    positionTitle,
    isHead,
    unitId: found.unitId,
    unitName: found.unitName,
    endedOn,
    account: account ? { ...account, roleIds: [...account.roleIds] } : null,
  };
}
