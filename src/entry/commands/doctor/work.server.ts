import type { Pool } from '#platform/db/db.ts';
import { migrationFiles, migrationsFolder } from '#platform/db/migrate.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { readSystemState, type SystemState } from '#platform/watch/system-state.server.ts';
import { judgeSystem } from '#platform/watch/verdict.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import { bad, type Finding, good, note } from './finding.ts';

const minute = 60_000;
/** No job of the product takes this long; one that does was left by a worker that died. */
const heldTooLong = 15 * minute;
const clocksApart = minute;
const megabyte = 1024 * 1024;

/** What the doctor may know of the machine while it looks at the work. */
export interface WorkPlace {
  /** Whether a product runs on this data folder now. */
  readonly isRunning: boolean;
  /** Bytes that are free where backups are written. */
  readonly freeBytes: number;
}

/** Looks at what goes on in a database whose schema is the newest: clocks, background work, jobs, backups, room. */
export async function workFindings(owner: Pool, place: WorkPlace): Promise<Finding[]> {
  const migrations = await migrationFiles(migrationsFolder);
  const asked = Date.now();
  const state = await asOwner(owner, (db) => readSystemState(db, migrations));
  return [
    clockFinding(state, (asked + Date.now()) / 2),
    ...(await workerFindings(owner, state, place)),
    ...backupFindings(state),
    await roomFinding(owner, place),
  ];
}

/** Deadlines and sessions go by the clock: it must agree with the database's, and must not have been set back. */
function clockFinding(state: SystemState, here: number): Finding {
  const apart = Math.abs(state.at.getTime() - here);
  if (apart > clocksApart) return bad((t) => t.clocksApart(Math.round(apart / 1_000)));
  const known = [state.workerSeenAt, state.lastBackup?.madeAt].filter((at) => at instanceof Date);
  const ahead = known.find((at) => at.getTime() > here + clocksApart);
  return ahead ? bad((t, lang) => t.clockBack(formatInstant(lang, ahead))) : good((t) => t.clock);
}

async function workerFindings(owner: Pool, state: SystemState, place: WorkPlace): Promise<Finding[]> {
  const { queue } = state;
  const findings: Finding[] = [];
  const number = (value: number) => formatNumber('vi', value);
  if (judgeSystem(state).worker === 'good') findings.push(good((t) => t.worker));
  else if (place.isRunning || queue.waiting > 0)
    findings.push(bad((t) => t.workerSilent(number(queue.waiting))));
  else findings.push(note((t) => t.workerRests));
  if (queue.heldSince && state.at.getTime() - queue.heldSince.getTime() > heldTooLong) {
    const since = queue.heldSince;
    findings.push(bad((t, lang) => t.jobHeld(formatInstant(lang, since))));
  }
  if (queue.givenUp > 0) {
    const names = await givenUpNames(owner);
    findings.push(bad((t) => t.jobsGivenUp(number(queue.givenUp), names)));
  } else findings.push(good((t) => t.jobs(number(queue.waiting))));
  return findings;
}

/** Names of the kinds of jobs alone: what they worked on is no business of whoever looks after the machine. */
async function givenUpNames(owner: Pool): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct task_identifier as name from graphile_worker.jobs
     where locked_at is null and attempts >= max_attempts order by 1`,
  );
  return rows.map(({ name }) => name).join(', ');
}

function backupFindings(state: SystemState): Finding[] {
  const { lastBackup, lastRehearsal } = state;
  if (!lastBackup) return [note((t) => t.noBackup)];
  const verdict = judgeSystem(state).backup === 'good' ? good : bad;
  return [
    verdict((t, lang) => t.backup(formatInstant(lang, lastBackup.madeAt), lastBackup.fileName)),
    lastRehearsal
      ? good((t, lang) => t.rehearsal(formatInstant(lang, lastRehearsal.madeAt)))
      : note((t) => t.noRehearsal),
  ];
}

async function roomFinding(owner: Pool, { freeBytes }: WorkPlace): Promise<Finding> {
  const { rows } = await owner.query<{ size: number }>('select pg_database_size(current_database()) as size');
  const size = rows[0]?.size ?? 0;
  const megabytes = formatNumber('vi', Math.ceil(size / megabyte));
  return freeBytes > size ? good((t) => t.room(megabytes)) : bad((t) => t.roomShort(megabytes));
}
