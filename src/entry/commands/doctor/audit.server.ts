import type pg from 'pg';
import { checkChain } from '#platform/audit/chain-lines.server.ts';
import { dbOn } from '#platform/db/db.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { bad, type Finding, good, note } from './finding.ts';

/** The worker seals every minute; lines that wait longer than this say that it does not run. */
const longestWaitMinutes = 10;

/** Checks the audit chain of every tenant, as the owner on an open connection; nothing to say where no chain is yet. */
export async function auditFindings(client: pg.Client): Promise<Finding[]> {
  const { rows: there } = await client.query(
    "select from pg_class where oid = to_regclass('platform.audit_chain')",
  );
  if (there.length === 0) return [];
  const { rows: tenants } = await client.query<{ id: string; name: string }>(
    'select id, name from directory.tenant order by name',
  );
  const db = dbOn(client as pg.Client & pg.PoolClient);
  const broken: Finding[] = [];
  let lines = 0;
  for (const { id, name } of tenants) {
    const finding = await checkChain(db, id);
    lines += finding.lines;
    const [first] = finding.faults;
    if (first) broken.push(bad((t) => t.auditBroken(name, String(first.from), finding.faults.length - 1)));
  }
  const whole = good((t) => t.auditWhole(formatNumber('vi', lines), tenants.length));
  return [...(broken.length > 0 ? broken : [whole]), ...(await waitingFindings(client))];
}

async function waitingFindings(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ lines: string; minutes: number | null }>(
    `select count(*) as lines, (extract(epoch from now() - min(stored_at)) / 60)::int as minutes
     from platform.audit_line where position is null`,
  );
  const [waiting] = rows;
  if (!waiting?.minutes || waiting.minutes < longestWaitMinutes) return [];
  const { lines, minutes } = waiting;
  return [note((t) => t.auditWaiting(formatNumber('vi', Number(lines)), minutes))];
}
