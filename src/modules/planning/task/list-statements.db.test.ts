import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { listLooseReads, noteStatements } from '#platform/db/testing-statements.ts';
import { testServices } from '#platform/db/testing.ts';
import { newId } from '#platform/db/id.ts';
import { operatorsOf, operators } from '#platform/list/operator.ts';
import { completeTask } from './commands.server.ts';
import { plantTasks } from './fixtures.ts';
import { taskList } from './input.ts';
import { countTasks, listTasks, nextTasks } from './list-tasks.server.ts';
import { taskListShape } from './task-list.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let noted: ReadonlySet<string>;

beforeAll(async () => {
  services = await testServices();
  noted = noteStatements(services.pool);
  home = await testTenant(services);
  const units = [...home.units.values()];
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const { ids } = await plantTasks(
      ctx,
      Array.from({ length: 120 }, (_, n) => ({
        dueOn: n % 3 === 0 ? null : `2026-0${(n % 9) + 1}-15`,
        leadUnitId: n % 5 === 0 ? null : (units[n % units.length] ?? null),
      })),
    );
    for (const id of ids.slice(0, 60)) await completeTask(ctx, id, { text: 'Xong', version: 1 });
  });
});

const values: Readonly<Record<string, string>> = {
  id: newId(),
  date: '2026-05-12',
  number: '1',
  text: 'a',
  'yes-no': 'co',
};

/** Every comparison of every field, one at a time, with some value that it takes. */
const conditions = Object.entries(taskListShape.fields).flatMap(([name, field]) =>
  operatorsOf(field).map((operator): [string, string] => {
    const { address, takes } = operators[operator];
    const one = field.choices?.[0] ?? values[field.kind] ?? '';
    const value = { none: '1', one, many: one, two: `${one}..${one}`, period: 'thang-nay' }[takes];
    return [`${name}.${address}`, value];
  }),
);

/** How the database would run the statement if it could neither read whole tables nor do what is named. */
async function planOf(statement: string, without: string): Promise<string> {
  const client = await services.migrator.connect();
  try {
    await client.query(`begin; set local enable_seqscan = off; set local ${without} = off`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${statement}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('every statement of the task list', () => {
  it('names the tenant and counts no offset, whatever the filter and the order', async () => {
    for (const role of ['focal', 'community', 'clerk'] as const) {
      await home.as(home.signIn(role), 'read', async (ctx) => {
        const calendar = await loadOfficeCalendar(ctx);
        for (const [name, value] of conditions) {
          const state = taskList({ [name]: value });
          expect([name, state.dropped]).toEqual([name, []]);
          await countTasks(ctx, calendar, state);
        }
        for (const xep of taskListShape.sorts.flatMap((sort) => [sort, `-${sort}`])) {
          const first = await listTasks(ctx, calendar, taskList({ xep }));
          if (first.next) await listTasks(ctx, calendar, taskList({ xep, trang: first.next }));
          await nextTasks(ctx, calendar, taskList({ xep, tim: 'nhiệm vụ' }), undefined, 10);
        }
      });
    }
    const ours = [...noted].filter((statement) => statement.includes('planning"."task"'));
    expect(ours.length).toBeGreaterThan(conditions.length);
    expect(ours.filter((statement) => /\boffset\b/i.test(statement))).toEqual([]);
    expect(await listLooseReads(services.migrator, ours)).toEqual([]);
  });

  it('begins a page at its place by the index of the order', async () => {
    await services.migrator.query('analyze planning.task');
    for (const [place, index, besides = ''] of [
      ['(t.ordinal, t.id) > (', 'task_order'],
      ['(t.due_on, t.ordinal, t.id) > (', 'task_due_order'],
      ['(t.closed_on, t.ordinal, t.id) > (', 'task_closed_order'],
      ['(t.ordinal, t.id) > (', 'task_unit_order', 't.lead_unit_id = (array('],
      ['(left(t.title, 100) collate "vi-x-icu", t.ordinal, t.id) > (', 'task_title_order'],
    ] as const) {
      const ofAll = [...noted].filter(
        (one) => one.includes(place) && one.includes(besides) && !one.includes('assignee_id" ='),
      );
      const statement = ofAll[0] ?? `no statement goes on from ${place}`;
      const plan = await planOf(statement, 'enable_sort');
      expect(plan).toMatch(new RegExp(`using ${index} .*\\n +Index Cond: .*ROW`));
    }
  });

  it('reads unit after unit by the index of their order, and sorts no more than a page', async () => {
    const statement = [...noted].find(
      (one) => one.includes('as gathered') && !one.includes('assignee_id" ='),
    );
    const plan = await planOf(statement ?? 'no statement reads groups', 'enable_bitmapscan');
    expect(plan).toMatch(/using task_unit_order .*\n +Index Cond: .*lead_unit_id = one\.id/);
    expect(plan).toMatch(/Incremental Sort.*\n +Sort Key: .*\n +Presorted Key: /);
  });
});

it('walks all tasks once, page by page, whatever the order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...taskListShape.sorts), fc.boolean(), async (by, isDown) => {
      await home.as(home.signIn('focal'), 'read', async (ctx) => {
        const calendar = await loadOfficeCalendar(ctx);
        const seen: string[] = [];
        let trang = '';
        do {
          const page = await listTasks(ctx, calendar, taskList({ xep: isDown ? `-${by}` : by, trang }));
          seen.push(...page.rows.map((row) => row.id));
          trang = page.next ?? '';
        } while (trang !== '');
        expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
      });
    }),
    { numRuns: 10 },
  );
});
