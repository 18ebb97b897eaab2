import { exportOf, exportOperation } from '#modules/lists/index.server.ts';
import { roleList } from './pages/role-list.tsx';
import { z } from 'zod';
import {
  deedOperation,
  listOperation,
  type Operation,
  recordOperation,
  type Shown,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { type Outcome, refused } from '#platform/db/outcome.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Scope } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { createRole, editRole, endRole, restoreRole } from './commands.server.ts';
import { grantScopes, roleBody } from './input.ts';
import { knownActs } from './known-acts.ts';
import * as policy from './policy.ts';
import { getRole, listRoles } from './queries.server.ts';
import { readGrants, grantField, type Role } from './role.ts';
import { type Texts, texts } from './texts.ts';

const role = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string().nullable().describe('Null for the built-in roles, which are known by their code.'),
    isEnded: z.boolean(),
    grants: z.record(z.string(), z.enum(grantScopes)),
    holderCount: z.int().min(0),
  })
  .meta({ id: 'Role' });

type Code = keyof Texts['refusal'] | 'unknown-grant';
const sentence = (lang: Lang, { code }: { code: Code }) =>
  code === 'unknown-grant' ? texts(lang).fault.other : texts(lang).refusal[code];
const example = { body: { name: 'Reader', grants: { 'planning.task.read': 'all' } } };

/** Roles for programs: what each may do, act by act. */
export const operations: readonly Operation[] = [
  exportOperation(
    exportOf(roleList),
    { path: '/role-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(roleList.mayRead(ctx.actor)),
  ),
  listOperation({
    id: 'directory.role.list',
    scopes: [['directory.role']],
    path: '/roles',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: role,
    run: async (ctx, { query }) => {
      must(policy.edit(ctx.actor));
      return pageOfAll(await listRoles(ctx), query, written);
    },
  }),
  recordOperation({
    id: 'directory.role.get',
    scopes: [['directory.role']],
    path: '/roles/:id',
    summary: (lang) => texts(lang).api.get,
    reply: role,
    run: (ctx, { params }) => {
      must(policy.edit(ctx.actor));
      return show(ctx, params.id);
    },
  }),
  deedOperation({
    id: 'directory.role.create',
    path: '/roles',
    summary: (lang) => texts(lang).api.create,
    body: roleBody,
    reply: role,
    status: 201,
    refusals: { 'name-taken': 409, 'unknown-grant': 422 },
    sentence,
    example,
    run: async (ctx, { body }) => {
      must(policy.create(ctx.actor));
      const grants = await grantsOf(ctx, body.grants);
      const outcome: Outcome<string, 'name-taken' | 'unknown-grant'> = grants
        ? await createRole(ctx, { name: body.name, grants })
        : refused('unknown-grant');
      return thenShow(outcome, async (id) => ({ ...(await show(ctx, id)), location: `/roles/${id}` }));
    },
  }),
  deedOperation({
    id: 'directory.role.edit',
    verb: 'put',
    path: '/roles/:id',
    summary: (lang) => texts(lang).api.edit,
    body: roleBody,
    reply: role,
    refusals: { 'name-taken': 409, 'last-administrator': 409, 'unknown-grant': 422 },
    sentence,
    example,
    run: async (ctx, { params, body }) => {
      must(policy.edit(ctx.actor));
      const { id } = await getRole(ctx, params.id ?? '');
      const grants = await grantsOf(ctx, body.grants);
      const outcome: Outcome<undefined, 'name-taken' | 'last-administrator' | 'unknown-grant'> = grants
        ? await editRole(ctx, id, { name: body.name, grants })
        : refused('unknown-grant');
      return thenShow(outcome, () => show(ctx, id));
    },
  }),
  deedOperation({
    id: 'directory.role.end',
    path: '/roles/:id/end',
    summary: (lang) => texts(lang).api.end,
    reply: role,
    refusals: { 'built-in': 409, ended: 409, 'last-administrator': 409 },
    sentence,
    run: async (ctx, { params }) => thenShow(await endRole(ctx, params.id ?? ''), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'directory.role.restore',
    path: '/roles/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: role,
    refusals: { 'not-ended': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await restoreRole(ctx, params.id ?? ''), () => show(ctx, params.id)),
  }),
];

/** The grants that are asked for; undefined where an act is unknown or its scope means nothing for it. */
async function grantsOf(
  ctx: Ctx,
  asked: Readonly<Record<string, Scope>>,
): Promise<ReadonlyMap<string, Scope> | undefined> {
  const acts = knownActs(await listRoles(ctx));
  if (Object.keys(asked).some((act) => !acts.includes(act))) return undefined;
  const fields = Object.entries(asked).map(([act, scope]) => [grantField(act), scope]);
  return readGrants(Object.fromEntries(fields) as Record<string, string>, acts);
}

async function show(ctx: Ctx, roleId = ''): Promise<Shown> {
  return { value: written(await getRole(ctx, roleId)) };
}

function written({ id, code, name, isEnded, grants, holderCount }: Role): z.input<typeof role> {
  return { id, code, name, isEnded, grants: Object.fromEntries(grants), holderCount };
}
