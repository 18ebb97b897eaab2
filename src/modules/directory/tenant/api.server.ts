import { z } from 'zod';
import {
  deedOperation,
  listOperation,
  type Operation,
  recordOperation,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { editSettings } from './commands.server.ts';
import { settingsForm } from './input.ts';
import * as policy from './policy.ts';
import { getSettings, listCommunesOfProvince } from './queries.server.ts';
import { texts } from './texts.ts';

const settings = z
  .object({
    name: z.string(),
    slug: z.string(),
    officialCode: z.string().nullable(),
    address: z.string(),
    phone: z.string(),
    email: z.string(),
  })
  .meta({ id: 'Settings' });

const commune = z
  .object({ id: z.uuid(), name: z.string(), level: z.string(), slug: z.string(), isDemo: z.boolean() })
  .meta({ id: 'Commune' });

/** The office itself for programs: what it is called, how people reach it, and the communes of a province. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'directory.tenant.get',
    scopes: [['directory.tenant']],
    path: '/settings',
    summary: (lang) => texts(lang).api.get,
    reply: settings,
    run: (ctx) => {
      must(policy.edit(ctx.actor));
      return show(ctx);
    },
  }),
  deedOperation({
    id: 'directory.tenant.edit',
    verb: 'put',
    path: '/settings',
    summary: (lang) => texts(lang).api.edit,
    body: settingsForm.strict(),
    reply: settings,
    example: { body: { name: 'Test commune', address: '', phone: '', email: '' } },
    run: async (ctx, { body }) => thenShow(await editSettings(ctx, body), () => show(ctx)),
  }),
  listOperation({
    id: 'directory.tenant.list-communes',
    path: '/communes',
    summary: (lang) => texts(lang).api.communes,
    query: z.strictObject(pageQuery),
    reply: commune,
    run: async (ctx, { query }) =>
      pageOfAll(await listCommunesOfProvince(ctx), query, ({ id, name, level, slug, isDemo }) => ({
        id,
        name,
        level,
        slug,
        isDemo,
      })),
  }),
];

async function show(ctx: Ctx) {
  return { value: { ...(await getSettings(ctx)) } };
}
