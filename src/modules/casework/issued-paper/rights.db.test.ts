import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { draftTestPaper, testSource } from '#modules/planning/chasing-paper/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { ownSort } from '#platform/list/filter.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { readSearch } from '#platform/search/search-words.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { discardPaper, editPaper, headOf } from './commands.server.ts';
import { issuePaper, withdrawPaper } from './issue.server.ts';
import type { IssuedPaper } from './issued-paper.ts';
import { paperRows } from './listed.server.ts';
import { paperListShape } from './paper-list.ts';
import * as policy from './policy.ts';
import { getPaper, listPapers, listPapersAbout, listPapersToMe } from './queries.server.ts';
import { issuedPaperSource } from './search.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let from: Drawn;
let papers: ReadonlyMap<string, IssuedPaper>;
let taskId = '';
const letter = testSource('reminder-letter');

const verbs = ['read', 'draft', 'edit', 'discard', 'issue', 'recall'];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  from = {
    acts: [...verbs.map((verb) => `casework.issued-paper.${verb}`), 'planning.task.read'],
    officerIds: [...home.people.values()].flatMap((one) => one.officerId ?? []),
    unitIds: [...home.units.values()],
  };
  const units = [...home.units.values()];
  const dueOn = addDays(services.clock.today(), -20);
  papers = await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const { ids } = await plantTasks(
      ctx,
      units.slice(0, 2).map((leadUnitId) => ({ leadUnitId, dueOn })),
    );
    taskId = ids[0] ?? '';
    const made = [];
    const chosen = [units.slice(0, 1), units.slice(1, 2), []];
    for (const unitIds of chosen) {
      const id = await draftTestPaper(ctx, 'reminder-letter', { unitIds });
      made.push(id);
      const issued = await draftTestPaper(ctx, 'reminder-letter', { unitIds });
      await issuePaper(ctx, letter, issued, { note: '', on: ctx.clock.today(), version: 1 });
      made.push(issued);
    }
    const read = new Map<string, IssuedPaper>();
    for (const id of made) read.set(id, await getPaper(ctx, id));
    return read;
  });
});

/** The ids of the papers that the search of everything gives for what was typed. */
function foundBy(typed: string): (ctx: Ctx) => Promise<readonly string[]> {
  return async (ctx) => {
    const words = readSearch(typed);
    if (!words || !issuedPaperSource.isOpenTo(ctx.actor)) return [];
    const { hits } = await issuedPaperSource.find(ctx, words, { limit: 100, isNear: false });
    return hits.map(({ href }) => href.split('/').at(-1) ?? '');
  };
}

it('shows each person just the papers that the policy lets them read', async () => {
  const place = { services, tenant: home.tenant };
  const shows = (shown: (ctx: Ctx) => Promise<readonly string[]>, records = papers) =>
    showsWhatMayBeRead<IssuedPaper>(place, from, {
      records,
      mayRead: (actor, paper) => policy.read(actor, paper).allowed,
      shown,
    });
  const shape = paperListShape(['reminder-letter']);
  const nothing = { search: '', clauses: [], sort: ownSort(shape), cursor: undefined };
  await shows(async (ctx) => (await listPapers(ctx, undefined, 100)).map(({ id }) => id));
  await shows(async (ctx) => {
    const { rows } = await paperRows(['reminder-letter']).page(ctx, nothing);
    return rows.map(({ id }) => id);
  });
  await shows(foundBy('don doc'));
  await showsWhatMayBeRead<IssuedPaper>(place, from, {
    records: papers,
    mayRead: (actor, paper) =>
      policy.read(actor, paper).allowed &&
      paper.state !== 'draft' &&
      (paper.unitIds.some((id) => actor.unitIds.includes(id)) ||
        (actor.officerId !== null && paper.draftedById === actor.officerId)),
    shown: async (ctx) =>
      (await listPapersToMe(ctx, 'reminder-letter', ctx.clock.today())).map(({ id }) => id),
  });
  const about = new Map(
    [...papers].filter(
      ([, paper]) => paper.issued && paper.unitIds.includes(home.units.values().next().value as never),
    ),
  );
  expect(about.size).toBe(2);
  await shows(
    async (ctx) => (await listPapersAbout(ctx, { kind: 'task', id: taskId })).map(({ id }) => id),
    about,
  );
});

it('finds papers by the number as printed and as said, and drafts by their subject, but none of another commune', async () => {
  const paper = [...papers.values()].find((one) => one.issued?.number === 2);
  const find = (typed: string, tenant = home.tenant) =>
    asAnybody({ services, tenant }, allPowerful(from), foundBy(typed));
  for (const typed of ['02/UBND', '2/ubnd', '"2 ubnd"']) expect(await find(typed)).toEqual([paper?.id]);
  expect(new Set(await find('đôn đốc'))).toEqual(new Set(papers.keys()));
  expect(await find('đôn đốc', away.tenant)).toEqual([]);
});

it('lets each person do just what the policy says, and nobody from another commune', async () => {
  const on = services.clock.today();
  await doesWhatIsAllowed<IssuedPaper>({ services, tenant: home.tenant }, away.tenant, from, {
    records: papers,
    deeds: [
      {
        name: 'edit',
        may: (actor: Actor, paper) => policy.may(actor, 'edit', paper).allowed,
        run: async (ctx: Ctx, id: string) => {
          const paper = await getPaper(ctx, id);
          return editPaper(ctx, letter, id, { head: headOf(paper), asked: paper.asked, version: 1 });
        },
      },
      {
        name: 'discard',
        may: (actor: Actor, paper) => policy.may(actor, 'discard', paper).allowed,
        run: (ctx: Ctx, id: string) => discardPaper(ctx, id),
      },
      {
        name: 'issue',
        may: (actor: Actor, paper) => policy.may(actor, 'issue', paper).allowed,
        run: (ctx: Ctx, id: string) => issuePaper(ctx, letter, id, { note: '', on, version: 1 }),
      },
      {
        name: 'recall',
        may: (actor: Actor, paper) => policy.may(actor, 'recall', paper).allowed,
        run: (ctx: Ctx, id: string) => withdrawPaper(ctx, letter, id, { reason: 'x', version: 2 }),
      },
    ],
  });
});

it('does not find ids that are none', async () => {
  for (const id of ['', 'x', "' or 1=1"])
    await expect(
      asAnybody({ services, tenant: home.tenant }, allPowerful(from), (ctx) => getPaper(ctx, id)),
    ).rejects.toThrow(NotFound);
});
