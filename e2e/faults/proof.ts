import { expect } from 'vitest';
import type { Machine } from './machine.ts';
import type { TaskLedger, UploadLedger } from './office-work.ts';
import { until } from './program.ts';

const jobPatienceMs = 240_000;

/** What people did to their tasks stands there once, in order, with one line of audit each, and nothing else does. */
export async function proveDeeds(
  machine: Machine,
  ledgers: readonly TaskLedger[],
  since: Date,
): Promise<void> {
  for (const { taskId, deeds, firstVersion } of ledgers) {
    const events = await machine.look<{ kind: string; text: string | null }>(
      `select kind, detail ->> 'text' as text from planning.task_event where task_id = $1 and at >= $2 order by at, id`,
      [taskId, since],
    );
    expect(events).toEqual(deeds);
    const lines = await machine.look<{ act: string; text: string | null }>(
      `select act, after ->> 'closing_text' as text from platform.audit_line
       where record_id = $1 and at >= $2 order by at, id`,
      [taskId, since],
    );
    expect(lines).toEqual(
      deeds.map(({ kind, text }) => ({
        act: `planning.task.${kind === 'cancelled' ? 'cancel' : 'reopen'}`,
        text,
      })),
    );
    const [task] = await machine.look<{ version: number }>(
      'select version from planning.task where id = $1',
      [taskId],
    );
    expect(task?.version).toBe(firstVersion + deeds.length);
  }
}

/** Waits until the queue is empty, with nothing given up, and gives how long that took in seconds. */
export async function untilQueueIsEmpty(machine: Machine): Promise<number> {
  const begun = Date.now();
  let left: unknown;
  await until(
    async () => {
      left = await machine
        .look('select task_identifier, attempts, last_error, locked_by, run_at from graphile_worker.jobs')
        .catch(() => undefined);
      return Array.isArray(left) && left.length === 0;
    },
    jobPatienceMs,
    () => `jobs are left: ${JSON.stringify(left).slice(0, 2_000)}`,
  );
  return Math.round((Date.now() - begun) / 1_000);
}

/** Every plan that was taken in has been read once: one draft, its rows, one line of audit for each of the two acts. */
export async function proveReadings(
  machine: Machine,
  { acknowledged, uncertain }: UploadLedger,
): Promise<number> {
  const drafts = await machine.look<{
    file_name: string;
    state: string;
    refusal: string | null;
    drafts: number;
    rows: number;
    uploads: number;
    readings: number;
  }>(
    `select d.file_name, min(d.state) as state, min(d.refusal_code) as refusal, count(*)::int as drafts,
       sum((select count(*) from planning.plan_draft_row r where r.tenant_id = d.tenant_id and r.draft_id = d.id))::int as rows,
       sum((select count(*) from platform.audit_line a where a.record_id = d.id and a.act = 'planning.plan-draft.upload'))::int as uploads,
       sum((select count(*) from platform.audit_line a where a.record_id = d.id and a.act = 'planning.plan-draft.record'))::int as readings
     from planning.plan_draft d where d.file_name = any ($1) group by d.file_name`,
    [[...acknowledged, ...uncertain]],
  );
  const rows = Math.max(...drafts.map((draft) => draft.rows));
  expect(rows).toBeGreaterThan(0);
  // A machine that is overloaded many times over may stop a reading at its limit of time; that too is noted once.
  const once = drafts.map(({ file_name, refusal }) =>
    refusal === 'too-slow'
      ? { file_name, state: 'refused', refusal, drafts: 1, rows: 0, uploads: 1, readings: 1 }
      : { file_name, state: 'draft', refusal: null, drafts: 1, rows, uploads: 1, readings: 1 },
  );
  expect(drafts).toEqual(once);
  const found = new Set(drafts.map(({ file_name }) => file_name));
  expect([...acknowledged].filter((name) => !found.has(name))).toEqual([]);
  return drafts.length;
}
