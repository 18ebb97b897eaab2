import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import {
  allPowerful,
  anybody,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import fc from 'fast-check';
import * as subTaskPolicy from '../sub-task/policy.ts';
import { plantTasks } from '../task/fixtures.ts';
import * as taskPolicy from '../task/policy.ts';
import { getTask, type TaskRecord } from '../task/queries.server.ts';
import * as fromAbovePolicy from '../task-from-above/policy.ts';
import { createTemplate, discardTemplate, editTemplate, restoreTemplate } from './commands.server.ts';
import { reportTemplate } from './fixtures.ts';
import { makeParts, makeTaskFromAbove } from './make.server.ts';
import * as policy from './policy.ts';
import { findMadeFrom, getTemplate, listTemplates, templates, toTemplate } from './queries.server.ts';
import { takeRunBack } from './take-back.server.ts';

const verbs = ['read', 'create', 'edit', 'discard', 'restore', 'use', 'take-back'];
let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let from: Drawn;
let standing: string;
let thrown: string;
let run: { readonly id: string; readonly accountId: Id<'account'> | null };
let task: TaskRecord;

const part = {
  title: 'Phần',
  product: null,
  evidence: null,
  leadUnitId: null,
  assigneeId: null,
  approverId: null,
  dueOn: null,
  after: [],
};
const order = {
  number: '7/UBND',
  on: plainDate('2026-05-04'),
  issuer: 'Tỉnh',
  title: 'Báo cáo',
  product: null,
  dueText: null,
  dueOn: null,
  leadUnitId: null,
  coordinatingUnitIds: [],
  assigneeId: null,
  approverId: null,
  activity: null,
  note: null,
  evidence: null,
};

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const accountIds = [...home.people.values()].flatMap((one) => one.accountId ?? []).slice(0, 2);
  const maker = home.people.get(home.signIn('focal'));
  from = {
    acts: [
      ...verbs.map((verb) => `planning.task-template.${verb}`),
      'planning.task.read',
      'planning.sub-task.add',
      'planning.task-from-above.enter',
    ],
    unitIds: [...home.units.values()],
    accountIds: [...accountIds, ...(maker?.accountId ? [maker.accountId] : [])],
  };
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const kept = [await createTemplate(ctx, reportTemplate()), await createTemplate(ctx, reportTemplate())];
    [standing = '', thrown = ''] = kept.map((one) => (one.ok ? one.value : ''));
    await discardTemplate(ctx, thrown);
    const { ids } = await plantTasks(ctx, [{ stage: 'in-progress', leadUnitId: from.unitIds?.[0] ?? null }]);
    const made = await makeParts(ctx, { templateId: standing, version: 1 }, ids[0] ?? '', [part]);
    run = { id: made.ok ? made.value.runId : '', accountId: ctx.actor.accountId };
    task = await getTask(ctx, ids[0] ?? '');
  });
});

const place = () => ({ services, tenant: home.tenant });
const seen = (actor: Actor) => policy.read(actor).allowed;

describe('templates of tasks', () => {
  it('are shown to those who may read them, and to nobody of another commune', async () => {
    await showsWhatMayBeRead(place(), from, {
      records: new Map([[standing, {}]]),
      mayRead: seen,
      shown: async (ctx) => (await listTemplates(ctx)).map((one) => one.id),
    });
    const stranger = { services, tenant: away.tenant };
    expect(await asAnybody(stranger, allPowerful(from), listTemplates)).toEqual([]);
    const rows = await asAnybody(stranger, allPowerful(from), (ctx) => templates(ctx).execute());
    expect(rows.map(toTemplate)).toEqual([]);
    expect(await asAnybody(stranger, allPowerful(from), (ctx) => findMadeFrom(ctx, run.id))).toBeUndefined();
  });

  it('are changed and thrown away as the policy says', async () => {
    const given = { content: reportTemplate(), version: 1 };
    await doesWhatIsAllowed(place(), away.tenant, from, {
      records: new Map([[standing, {}]]),
      deeds: [
        { name: 'get', may: seen, run: getTemplate },
        {
          name: 'edit',
          may: (actor) => seen(actor) && policy.may(actor, 'edit').allowed,
          run: (ctx, id) => editTemplate(ctx, id, given),
        },
        {
          name: 'discard',
          may: (actor) => seen(actor) && policy.may(actor, 'discard').allowed,
          run: discardTemplate,
        },
      ],
    });
  });

  it('are made, brought back, used and taken back as the policies say', async () => {
    const templateId = { templateId: '', version: 1 };
    await fc.assert(
      fc.asyncProperty(anybody(from), async (actor) => {
        const allowed = (is: boolean) => (is ? 'allowed' : 'forbidden');
        const may = (deed: 'create' | 'restore' | 'use') => policy.may(actor, deed).allowed;
        const came = (work: Parameters<typeof attempt>[2]) => attempt(place(), actor, work);
        expect(await came((ctx) => createTemplate(ctx, reportTemplate()))).toBe(allowed(may('create')));
        expect(await came((ctx) => restoreTemplate(ctx, thrown))).toBe(allowed(may('restore')));
        const source = { ...templateId, templateId: standing };
        const mayEnter = may('use') && fromAbovePolicy.may(actor, 'enter').allowed;
        expect(await came((ctx) => makeTaskFromAbove(ctx, source, order, [], false))).toBe(
          seen(actor) ? allowed(mayEnter) : 'not-found',
        );
        const seesTask = taskPolicy.read(actor, task).allowed;
        const maySplit = subTaskPolicy.add(actor, task).allowed;
        const expected = !seen(actor)
          ? 'not-found'
          : !may('use')
            ? 'forbidden'
            : seesTask
              ? allowed(maySplit)
              : 'not-found';
        expect(await came((ctx) => makeParts(ctx, source, task.id, [part]))).toBe(expected);
        const mayTakeBack = policy.takeBack(actor, run).allowed;
        expect(await came((ctx) => takeRunBack(ctx, run.id))).toBe(
          mayTakeBack ? (seesTask ? 'allowed' : 'not-found') : 'forbidden',
        );
      }),
      { numRuns: 60 },
    );
    const stranger = { services, tenant: away.tenant };
    expect(await attempt(stranger, allPowerful(from), (ctx) => takeRunBack(ctx, run.id))).toBe('not-found');
    expect(await attempt(stranger, allPowerful(from), (ctx) => restoreTemplate(ctx, thrown))).toBe(
      'not-found',
    );
  });
});
