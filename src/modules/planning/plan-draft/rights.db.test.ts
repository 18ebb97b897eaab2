import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInRoles } from '#modules/directory/account/role.ts';
import { setUpTenant, type StandingTenant, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  type Deed,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { amendPlan, pairRow } from './commands/amend.server.ts';
import { checkDraft, reopenDraft } from './commands/check.server.ts';
import { acceptClearRows, editHead, editRow } from './commands/edit.server.ts';
import { issueDraft } from './commands/issue.server.ts';
import { mergeRow, moveRow, moveWords, splitRow, addRow } from './commands/rearrange.server.ts';
import { discardDraft, restoreDraft } from './commands/set-aside.server.ts';
import { startDraft } from './commands/start.server.ts';
import { redoStep, undoStep } from './commands/steps.server.ts';
import { takeBackPlan } from './commands/take-back.server.ts';
import { uploadPlan } from './commands/upload.server.ts';
import { visitDraft } from './commands/visit.server.ts';
import { readPlanNow } from './jobs.server.ts';
import { readList } from '#platform/list/address.ts';
import { draftListShape } from '../draft-list/draft-list.ts';
import { draftRows } from '../draft-list/listed.server.ts';
import * as policy from './policy.ts';
import {
  getCopyable,
  getDraft,
  getFile,
  getHead,
  getKeptFile,
  listAmendable,
  listCopyable,
  listDrafts,
  listKeptRows,
  listRows,
  listTwins,
} from './queries.server.ts';
import { getReadSource } from './review.server.ts';

type Home = Awaited<ReturnType<typeof testTenant>>;

const paper =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát\tBáo cáo\tPhòng Kinh tế\tQuý II/2026\n2\tTập huấn\tLớp học\tPhòng Kinh tế\tQuý III/2026\n';
const from: Drawn = {
  acts: ['read', 'upload', 'edit', 'check', 'issue', 'take-back', 'discard', 'restore'].map(
    (verb) => `planning.plan-draft.${verb}`,
  ),
};
const everything = allPowerful({
  acts: Object.values(builtInRoles).flatMap((grants) => Object.keys(grants)),
});

let services: Awaited<ReturnType<typeof testServices>>;
let home: Home;
let away: Home;
let drafts: ReadonlyMap<string, object>;
let row: string;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const draft = await read(home, home.signIn('focal'));
  const blank = await home.as(home.signIn('focal'), 'write', (ctx) =>
    startDraft(ctx, { origin: 'blank', year: 2027 }),
  );
  drafts = new Map([[draft, {}], ...(blank.ok ? [[blank.value, {}] as const] : [])]);
  row = (await home.as(home.signIn('focal'), 'read', (ctx) => listRows(ctx, draft)))[0]?.id ?? '';
});

const place = () => ({ services, tenant: home.tenant });

function read(where: Pick<StandingTenant, 'as'>, signInName: string) {
  const file = { fileName: 'ke-hoach.txt', bytes: Buffer.from(paper) };
  return readPlanNow((mode, work) => where.as(signInName, mode, work), file);
}

/** A deed under one right, and with how it is done. */
function deed(
  name: string,
  right: 'read' | 'edit' | 'check' | 'issue' | 'takeBack' | 'discard' | 'restore',
  run: Deed<object>['run'],
) {
  return { name, may: (actor, _record) => policy[right](actor).allowed, run } satisfies Deed<object>;
}

/** A deed on a row: the row is missing in one of the two drafts, which those without the right must not learn. */
const onRow = (work: (ctx: Ctx, id: string) => Promise<unknown>) => async (ctx: Ctx, id: string) => {
  const draft = [...drafts.keys()][0] ?? '';
  return work(ctx, ctx.tenant.id === home.tenant.id ? draft : id);
};

describe('drafts', () => {
  it('are shown to those who may read them', async () => {
    await showsWhatMayBeRead(place(), from, {
      records: drafts,
      mayRead: (actor) => policy.read(actor).allowed,
      shown: async (ctx) => (await listDrafts(ctx)).map((draft) => draft.id),
    });
    await showsWhatMayBeRead(place(), from, {
      records: drafts,
      mayRead: (actor) => policy.read(actor).allowed,
      shown: async (ctx) => {
        const open = readList(draftListShape, []);
        const found = await draftRows.find(ctx, [...drafts.keys()]);
        const { rows } = await draftRows.next(ctx, open, undefined, 100);
        const counted = await draftRows.count(ctx, open);
        expect([found.length, counted.rows]).toEqual([rows.length, rows.length]);
        return rows.map((one) => one.id);
      },
    });
  });

  it('are worked on as the policy says, and from no other commune', async () => {
    const version = 1;
    const deeds: Deed<object>[] = [
      deed('get', 'read', getDraft),
      deed('discard', 'discard', discardDraft),
      deed('restore', 'restore', restoreDraft),
      deed('head', 'edit', (ctx, id) => editHead(ctx, id, { head: { title: 'x' }, version })),
      deed('accept clear', 'edit', acceptClearRows),
      deed('undo', 'edit', undoStep),
      deed('redo', 'edit', redoStep),
      deed('amend', 'edit', (ctx, id) => amendPlan(ctx, id, '')),
      deed('visit', 'edit', (ctx, id) => visitDraft(ctx, id, undefined)),
      deed('add row', 'edit', (ctx, id) => addRow(ctx, id, { kind: 'task', afterId: undefined })),
      deed('check', 'check', checkDraft),
      deed('reopen', 'check', reopenDraft),
      deed('issue', 'issue', (ctx, id) => issueDraft(ctx, id)),
      deed('take back', 'takeBack', takeBackPlan),
      deed(
        'edit row',
        'edit',
        onRow((ctx, id) => editRow(ctx, id, row, { data: {}, state: 'accepted', version })),
      ),
      deed(
        'pair row',
        'edit',
        onRow((ctx, id) => pairRow(ctx, id, row, { pair: null, version })),
      ),
      deed(
        'merge row',
        'edit',
        onRow((ctx, id) => mergeRow(ctx, id, row, { with: 'after', version })),
      ),
      deed(
        'split row',
        'edit',
        onRow((ctx, id) => splitRow(ctx, id, row, { field: 'task', tail: 'x', version })),
      ),
      deed(
        'move row',
        'edit',
        onRow((ctx, id) => moveRow(ctx, id, row, { to: 'after', version })),
      ),
      deed(
        'move words',
        'edit',
        onRow((ctx, id) =>
          moveWords(ctx, id, row, { field: 'task', words: 'x', toRowId: row, toField: 'task', version }),
        ),
      ),
    ];
    await doesWhatIsAllowed(place(), away.tenant, from, { records: drafts, deeds }, 200);
  });

  it('are begun by those who may', async () => {
    for (const acts of [[], ['planning.plan-draft.upload'], ['planning.plan-draft.edit']]) {
      const actor = allPowerful({ acts });
      const came = [
        await attempt(place(), actor, (ctx) =>
          uploadPlan(ctx, { fileName: 'a.txt', bytes: Buffer.from(paper) }),
        ),
        await attempt(place(), actor, (ctx) => startDraft(ctx, { origin: 'blank', year: 2026 })),
      ];
      const may = [policy.upload(actor), policy.edit(actor)];
      expect(came).toEqual(may.map((one) => (one.allowed ? 'allowed' : 'forbidden')));
    }
  });

  it('give their papers to nobody of another commune', async () => {
    const [first] = await home.as(home.signIn('focal'), 'read', listDrafts);
    if (!first?.head) throw new Error('no draft was read');
    const { head } = first;
    for (const id of drafts.keys()) {
      const there = { services, tenant: away.tenant };
      expect(await attempt(there, everything, (ctx) => getKeptFile(ctx, id))).toBe('not-found');
      const given = await asAnybody(there, everything, async (ctx) => {
        const draftId = id as Id<'plan-draft'>;
        const rows = [await listRows(ctx, draftId), await listKeptRows(ctx, draftId)];
        const { lines, remarks } = await getReadSource(ctx, draftId);
        const texts = [
          lines,
          ...Object.values<readonly unknown[]>({ ...remarks }),
          await listAmendable(ctx),
          await listTwins(ctx, head),
        ];
        return [...rows, ...texts, (await getFile(ctx, id)) ?? [], (await getHead(ctx, draftId)) ?? []];
      });
      expect(given.flat()).toEqual([]);
    }
  });
});

describe('a province and its communes', () => {
  it('share just what is issued, from above, never drafts, and nothing from below', async () => {
    const province = await setUpTenant(services, {
      kind: 'province',
      name: 'tỉnh Thử',
      level: 'tinh',
      slug: `tinh-${newId().slice(-8)}`,
      provinceName: 'tỉnh Thử',
      parentId: null,
      isDemo: true,
      units: ['Sở Nội vụ'],
      people: [
        {
          fullName: 'Người tỉnh',
          unit: 'Sở Nội vụ',
          title: '',
          isHead: false,
          role: 'province',
          signInName: `tinh-${newId().slice(-8)}`,
          password: 'mat-khau-thu',
        },
      ],
    });
    const child = await testTenant(services, province.tenant.id);
    const [official = ''] = province.people.keys();
    const issued = new Map<string, boolean>();
    await fc.assert(
      fc.asyncProperty(fc.boolean(), async (isIssued) => {
        const id = await read(province, official);
        const planId = isIssued && (await province.as(official, 'write', (ctx) => issueDraft(ctx, id)));
        issued.set(id, isIssued);
        if (planId && !planId.ok) throw new Error(planId.code);
        const copyable = (where: StandingTenant) =>
          asAnybody({ services, tenant: where.tenant }, everything, (ctx) =>
            listCopyable(ctx, 'higher-plan'),
          );
        const below = await copyable(child);
        expect(below).toHaveLength([...issued.values()].filter(Boolean).length);
        expect([await copyable(home), await copyable(province)]).toEqual([[], []]);
        for (const plan of below) {
          const source = await asAnybody({ services, tenant: child.tenant }, everything, (ctx) =>
            getCopyable(ctx, 'higher-plan', plan.id),
          );
          expect(source.rows.length).toBeGreaterThan(0);
          const came = await attempt({ services, tenant: home.tenant }, everything, (ctx) =>
            getCopyable(ctx, 'higher-plan', plan.id),
          );
          expect(came).toBe('not-found');
        }
      }),
      { numRuns: 4, examples: [[true], [false]] },
    );
    await read(child, child.signIn('focal'));
    const above = await asAnybody({ services, tenant: province.tenant }, everything, listDrafts);
    expect(above.map((draft) => draft.id).sort()).toEqual([...issued.keys()].sort());
  });
});
