import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskEvidence } from '#modules/planning/index.server.ts';
import { plantTasksOfAllShapes } from '#modules/planning/task/fixtures.ts';
import * as taskPolicy from '#modules/planning/task/policy.ts';
import type { TaskRelations } from '#modules/planning/task/task.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { attachDocument, attachFile, attachLink } from './commands/attach.server.ts';
import { removeEvidence, restoreEvidence } from './commands/remove.server.ts';
import { replaceEvidence } from './commands/replace.server.ts';
import { receivedPaper } from './fixtures.ts';
import {
  countAttached,
  getEvidence,
  isAttached,
  listEvidence,
  listEvidenceOfMany,
  listVersions,
} from './queries.server.ts';

const facts = { number: '1', issuedOn: '2026-05-12', issuer: 'UBND' };

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let tasks: ReadonlyMap<string, TaskRelations>;
/** The proof of each task, by the id of the task. */
const proofs = new Map<string, string>();
let paper: Awaited<ReturnType<typeof receivedPaper>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  paper = await receivedPaper(services.files, home.tenant.id, 'mới');
  const [units, officerIds] = [
    [...home.units.values()],
    [...home.people.values()].flatMap((one) => one.officerId ?? []),
  ];
  const verbs = ['attach', 'replace', 'remove', 'restore'];
  from = {
    acts: ['planning.task.read', ...verbs.map((verb) => `casework.evidence.${verb}`)],
    unitIds: units,
    officerIds,
  };
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    tasks = await plantTasksOfAllShapes(ctx, units, officerIds);
    for (const id of tasks.keys()) {
      const made = await attachDocument(ctx, taskEvidence, id, { ...facts, title: 'Báo cáo' });
      if (made.ok) proofs.set(id, made.value);
    }
  });
});

const place = () => ({ services, tenant: home.tenant });
const proofOf = (taskId: string) => proofs.get(taskId) ?? '';
const may = (verb: string) => (actor: Actor, task: TaskRelations) =>
  taskPolicy.prove(actor, `casework.evidence.${verb}`, task).allowed;
const mayRead = (actor: Actor, task: TaskRelations) => taskPolicy.read(actor, task).allowed;

describe('the evidence of a record', () => {
  it('is shown to those who see the record, and to nobody of another commune', async () => {
    const shown = async (ctx: Ctx) => {
      const seen = [];
      for (const id of tasks.keys())
        if ((await listEvidence(ctx, taskEvidence, id)).length > 0) seen.push(id);
      const together = await listEvidenceOfMany(ctx, taskEvidence, [...tasks.keys()]);
      expect([...together.keys()].toSorted()).toEqual(seen.toSorted());
      return seen;
    };
    await showsWhatMayBeRead(place(), from, { records: tasks, mayRead, shown }, 20);
    expect(await asAnybody({ services, tenant: away.tenant }, allPowerful(from), shown)).toEqual([]);
  });

  it('is brought, replaced and removed by those whom the record lets', async () => {
    const replaced = (ctx: Ctx, id: string) =>
      replaceEvidence(
        ctx,
        taskEvidence,
        { recordId: id, attachmentId: proofOf(id), version: 1 },
        { ...facts, kind: 'document', title: 'Bản hai', reason: 'sửa' },
      );
    await doesWhatIsAllowed(place(), away.tenant, from, {
      records: tasks,
      deeds: [
        { name: 'get', may: mayRead, run: (ctx, id) => getEvidence(ctx, taskEvidence, id, proofOf(id)) },
        {
          name: 'file',
          may: may('attach'),
          run: (ctx, id) => attachFile(ctx, taskEvidence, id, paper, facts),
        },
        {
          name: 'link',
          may: may('attach'),
          run: (ctx, id) => attachLink(ctx, taskEvidence, id, { url: 'https://x.example', title: '' }),
        },
        { name: 'replace', may: may('replace'), run: replaced },
        {
          name: 'remove',
          may: may('remove'),
          run: (ctx, id) => removeEvidence(ctx, taskEvidence, id, proofOf(id)),
        },
        {
          name: 'restore',
          may: may('restore'),
          run: (ctx, id) => restoreEvidence(ctx, taskEvidence, id, proofOf(id)),
        },
      ],
    });
  });

  it('leaves no version and no count for another commune', async () => {
    const [taskId = ''] = tasks.keys();
    const proof = await home.as(home.signIn('focal'), 'read', (ctx) =>
      getEvidence(ctx, taskEvidence, taskId, proofOf(taskId)),
    );
    const seen = await asAnybody({ services, tenant: away.tenant }, allPowerful(from), async (ctx) => [
      await listVersions(ctx, proof.evidenceId),
      await countAttached(ctx, taskEvidence, taskId),
      await isAttached(ctx, taskEvidence, taskId, paper.sha256),
    ]);
    expect(seen).toEqual([[], 0, false]);
  });
});
