import { z } from 'zod';
import {
  deedOperation,
  type Operation,
  recordOperation,
  type Shown,
  thenShow,
} from '#platform/api/operation.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { ChoiceOwner } from './choice-owner.ts';
import { setChoice } from './commands.server.ts';
import { choiceBody, choiceReply } from './input.ts';
import { resolveChoice } from './notice-choice.ts';
import * as policy from './policy.ts';
import { findLayer, getUnit } from './queries.server.ts';
import { type Texts, texts } from './texts.ts';

type Params = Readonly<Record<string, string>>;

/** A layer as programs reach it. */
interface Reached {
  /** The end of the names of its operations. */
  readonly name: '' | '-office' | '-unit';
  readonly path: string;
  readonly words: { readonly get: keyof Texts['api']; readonly set: keyof Texts['api'] };
  owner(ctx: Ctx, params: Params): Promise<ChoiceOwner>;
}

const layers: readonly Reached[] = [
  {
    name: '',
    path: '/notice-choice',
    words: { get: 'get', set: 'set' },
    owner: async ({ actor: { officerId } }) => {
      if (officerId === null) throw new Forbidden('no-grant');
      return { layer: 'person', officerId };
    },
  },
  {
    name: '-office',
    path: '/notice-choice/office',
    words: { get: 'getOffice', set: 'setOffice' },
    owner: async () => ({ layer: 'office' }),
  },
  {
    name: '-unit',
    path: '/notice-choice/units/:id',
    words: { get: 'getUnit', set: 'setUnit' },
    owner: async (ctx, params) => ({ layer: 'unit', unitId: (await getUnit(ctx, params.id ?? '')).id }),
  },
];

const reply = z
  .object({
    chosen: choiceReply.describe('What is said here itself; whatever is left out is as above.'),
    effective: z.looseObject({}).describe('What counts after all.'),
  })
  .meta({ id: 'NoticeChoice' });

/** How people are told, for programs: what a person, a unit and the office say. */
export const operations: readonly Operation[] = layers.flatMap((reached) => [
  recordOperation({
    id: `casework.notice-choice.get${reached.name}`,
    // Only who may say something asks for it.
    scopes: [['casework.notice-choice']],
    path: reached.path,
    summary: (lang) => texts(lang).api[reached.words.get],
    reply,
    isVersioned: true,
    run: async (ctx, { params }) => show(ctx, await reached.owner(ctx, params)),
  }),
  deedOperation({
    id: `casework.notice-choice.set${reached.name}`,
    act: 'casework.notice-choice.set',
    verb: 'put',
    path: reached.path,
    summary: (lang) => texts(lang).api[reached.words.set],
    body: choiceBody,
    reply,
    isVersioned: true,
    presentVersion: async (ctx, params) => (await findLayer(ctx, await reached.owner(ctx, params))).version,
    refusals: { 'changed-meanwhile': 412 },
    sentence: (lang: Lang, { code }) => texts(lang).refusal[code],
    example: { body: { lateEvery: 3, digestAt: '07:30', when: { step: { mail: 'off' } } } },
    run: async (ctx, { params, body, version }) => {
      const owner = await reached.owner(ctx, params);
      return thenShow(await setChoice(ctx, owner, { chosen: body, version }), () => show(ctx, owner));
    },
  }),
]);

async function show(ctx: Ctx, owner: ChoiceOwner): Promise<Shown> {
  must(policy.set(ctx.actor, owner));
  const { own, above, version } = await findLayer(ctx, owner);
  return { value: { chosen: own, effective: resolveChoice([own], above) }, version };
}
