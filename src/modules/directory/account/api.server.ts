import { deedOperation, type Operation, thenShow } from '#platform/api/operation.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { officerReply, showOfficer } from '../officer/api.server.ts';
import { rolesBody } from '../officer/input.ts';
import { lockAccount, setAccountRoles, unlockAccount } from './administer.server.ts';
import { type Texts, texts } from './texts.ts';

type Code = keyof Texts['keeping']['refusal'];
const sentence = (lang: Lang, { code }: { code: Code }) => texts(lang).keeping.refusal[code];

/** Accounts for programs: who is let in and with which roles. What shows a password once is for people alone. */
export const operations: readonly Operation[] = [
  deedOperation({
    id: 'directory.account.lock',
    path: '/officers/:id/account/lock',
    summary: (lang) => texts(lang).api.lock,
    reply: officerReply,
    refusals: { 'own-account': 409, 'last-administrator': 409, locked: 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await lockAccount(ctx, params.id ?? ''), () => showOfficer(ctx, params.id)),
  }),
  deedOperation({
    id: 'directory.account.unlock',
    path: '/officers/:id/account/unlock',
    summary: (lang) => texts(lang).api.unlock,
    reply: officerReply,
    refusals: { 'not-locked': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await unlockAccount(ctx, params.id ?? ''), () => showOfficer(ctx, params.id)),
  }),
  deedOperation({
    id: 'directory.account.set-roles',
    verb: 'put',
    path: '/officers/:id/account/roles',
    summary: (lang) => texts(lang).api.setRoles,
    body: rolesBody,
    reply: officerReply,
    refusals: { 'unknown-role': 422, 'last-administrator': 409 },
    sentence,
    example: { body: { roleIds: [] } },
    run: async (ctx, { params, body }) =>
      thenShow(await setAccountRoles(ctx, params.id ?? '', body.roleIds), () => showOfficer(ctx, params.id)),
  }),
];
