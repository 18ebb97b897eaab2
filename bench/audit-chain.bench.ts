/**
 * What the chain of the audit costs a write. Sixteen writers of one commune each do the same small act, against bare
 * twins of the table of audit lines that differ in one thing:
 *  - plain: no chain at all, as before;
 *  - at commit: a deferred trigger takes the end of the chain and hashes, one commit after the other;
 *  - ours: lines are sealed behind the writers, while they write.
 * Medians of five interleaved runs. Bars: ours within 15 % of plain; sealing keeps up with ten times a busy commune.
 */
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { checkChain } from '#platform/audit/chain-lines.server.ts';
import { sealAuditLines } from '#platform/audit/seal.server.ts';
import { act } from '#platform/db/act.ts';
import { openPool } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';
import { migrate, migrationsFolder } from '#platform/db/migrate.ts';
import { done } from '#platform/db/outcome.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { cloneDatabase, startTestCluster } from '#platform/postgres/testing.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import { median } from './median.ts';

const writers = 16;
const actsPerWriter = 150;
const runs = 5;

/** The two other ways, each on the table as it was before the chain, as the owner sets it up for the measurement. */
const plain = `
  drop trigger audit_line_stays on platform.audit_line;
  drop index platform.audit_line_unsealed, platform.audit_line_actor, platform.audit_line_position;
  alter table platform.audit_line alter column stored_at drop default;`;
const atCommit = `
  create function platform.bench_chain() returns trigger language plpgsql security definer as $$
  declare head platform.audit_chain;
  begin
    insert into platform.audit_chain values (new.tenant_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select * into head from platform.audit_chain where tenant_id = new.tenant_id for update;
    new.position := head.length + 1;
    head.head_hash := sha256(head.head_hash || convert_to(platform.audit_content(new), 'UTF8'));
    update platform.audit_line set position = new.position, hash = head.head_hash
      where tenant_id = new.tenant_id and at = new.at and id = new.id;
    update platform.audit_chain set length = new.position, head_hash = head.head_hash where tenant_id = new.tenant_id;
    return null;
  end $$;
  create constraint trigger bench_chain after insert on platform.audit_line deferrable initially deferred
    for each row execute function platform.bench_chain();`;

interface Place {
  readonly measure: () => Promise<number>;
  readonly close: () => Promise<void>;
}

async function place(name: string, preparation: string, isSealed: boolean): Promise<Place> {
  const server = await cloneDatabase(cluster.server, name);
  const pool = openPool({ ...connectionFor(server, 'app'), max: writers }, unlessEnding);
  const owner = openPool({ ...connectionFor(server, 'migrator'), max: 2 }, unlessEnding);
  if (preparation) await owner.query(preparation);
  const home = await testTenant(quietServices(pool));
  const write = () =>
    home.as(home.signIn('focal'), 'write', (ctx) =>
      act(ctx, 'platform.bench.write', async (tx) => {
        const id = newId();
        await tx.db
          .insertInto('directory.unit')
          .values({ tenant_id: ctx.tenant.id, id, name: `Tổ ${id}`, created_at: tx.now })
          .execute();
        await tx.audit({
          recordKind: 'unit',
          recordId: id,
          before: null,
          after: { name: `Tổ ${id}`, isCollective: false },
        });
        return done();
      }),
    );
  return {
    measure: async () => {
      const writing = { isOver: false };
      const sealing = isSealed ? sealWhile(writing, owner) : Promise.resolve();
      const from = performance.now();
      await Promise.all(
        Array.from({ length: writers }, async () => {
          for (let turn = 0; turn < actsPerWriter; turn += 1) await write();
        }),
      );
      const seconds = (performance.now() - from) / 1_000;
      writing.isOver = true;
      await sealing;
      return (writers * actsPerWriter) / seconds;
    },
    close: async () => {
      if (isSealed) await sealingSpeed(owner, home.tenant.id, pool);
      await pool.end();
      await owner.end();
    },
  };
}

/** At the end the server leaves before its last connections. */
function unlessEnding(error: Error & { code?: string }): void {
  if (error.code !== '57P01') console.error(error);
}

/** Seals each second while the writers write: sixty times as often as the product does. */
async function sealWhile(
  writing: { readonly isOver: boolean },
  owner: ReturnType<typeof openPool>,
): Promise<void> {
  while (!writing.isOver) {
    await sealAuditLines(owner);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function sealingSpeed(
  owner: ReturnType<typeof openPool>,
  tenantId: string,
  pool: ReturnType<typeof openPool>,
): Promise<void> {
  await sealAuditLines(owner);
  const waiting = 20_000;
  await owner.query(
    `insert into platform.audit_line (tenant_id, at, id, act, actor_kind, actor_name, record_kind, record_id, after, request_id)
     select $1, now(), gen_random_uuid(), 'platform.bench.write', 'system', 'bench', 'unit', gen_random_uuid(),
       '{"name": "Tổ công tác", "isCollective": false}', 'bench' from generate_series(1, $2)`,
    [tenantId, waiting],
  );
  const sealed = await perSecond(() => sealAuditLines(owner));
  const checked = await perSecond(async () => {
    const { lines, faults } = await inTenant(pool, tenantId, 'read', (db) => checkChain(db, tenantId));
    if (faults.length > 0) throw new Error(`the chain broke: ${JSON.stringify(faults)}`);
    return lines;
  });
  report('sealing alone', `${sealed.toFixed(0)} lines/s (bar 1,000)`, sealed >= 1_000);
  report('checking a chain', `${checked.toFixed(0)} lines/s`, true);
}

async function perSecond(work: () => Promise<number>): Promise<number> {
  const from = performance.now();
  const count = await work();
  return count / ((performance.now() - from) / 1_000);
}

function report(what: string, figure: string, holds: boolean): void {
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${what.padEnd(34)} ${figure}`);
  if (!holds) process.exitCode = 1;
}

const cluster = await startTestCluster();
await migrate(connectionFor(cluster.server, 'migrator'), migrationsFolder);
const places = {
  plain: await place('bench_plain', plain, false),
  'at commit': await place('bench_at_commit', atCommit, false),
  ours: await place('bench_ours', '', true),
};
type Way = keyof typeof places;
const ways = Object.keys(places) as Way[];
try {
  const measured: Record<Way, number[]> = { plain: [], 'at commit': [], ours: [] };
  for (const way of ways) await places[way].measure();
  for (let run = 0; run < runs; run += 1) {
    for (const way of ways) measured[way].push(await places[way].measure());
  }
  const [base, atEnd, behind] = ways.map((way) => median(measured[way])) as [number, number, number];
  console.log(`plain: ${base.toFixed(0)} writes/s by ${writers} writers of one commune`);
  console.log(`at commit: ${atEnd.toFixed(0)} writes/s, ratio ${(atEnd / base).toFixed(2)}`);
  report(
    'ours against plain',
    `${behind.toFixed(0)} writes/s, ratio ${(behind / base).toFixed(2)} (bar 0.85)`,
    behind / base >= 0.85,
  );
} finally {
  for (const way of ways) await places[way].close();
  await cluster.stop();
}
