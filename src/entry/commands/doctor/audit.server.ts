import { checkChain } from '#platform/audit/chain-lines.server.ts';
import type { Pool } from '#platform/db/db.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { bad, type Finding, good, note } from './finding.ts';

/** The worker seals every minute; lines that wait longer than this say that it does not run. */
const longestWaitMinutes = 10;

/** Checks the audit chain of every tenant, as the owner, in a database whose schema is the newest. */
export async function auditFindings(owner: Pool): Promise<Finding[]> {
  const { rows: tenants } = await owner.query<{ id: string; name: string }>(
    'select id, name from directory.tenant order by name',
  );
  const broken: Finding[] = [];
  let lines = 0;
  for (const { id, name } of tenants) {
    const finding = await asOwner(owner, (db) => checkChain(db, id));
    lines += finding.lines;
    const [first] = finding.faults;
    if (first) broken.push(bad((t) => t.auditBroken(name, String(first.from), finding.faults.length - 1)));
  }
  const whole = good((t) => t.auditWhole(formatNumber('vi', lines), tenants.length));
  return [...(broken.length > 0 ? broken : [whole]), ...(await waitingFindings(owner))];
}

async function waitingFindings(owner: Pool): Promise<Finding[]> {
  const { rows } = await owner.query<{ lines: string; minutes: number | null }>(
    `select count(*) as lines, (extract(epoch from now() - min(stored_at)) / 60)::int as minutes
     from platform.audit_line where position is null`,
  );
  const [waiting] = rows;
  if (!waiting?.minutes || waiting.minutes < longestWaitMinutes) return [];
  const { lines, minutes } = waiting;
  return [note((t) => t.auditWaiting(formatNumber('vi', Number(lines)), minutes))];
}
