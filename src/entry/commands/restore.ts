import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { recordRehearsal, rowCount } from '#platform/backup/back-up.server.ts';
import { type CheckedArchive, checkArchive } from '#platform/backup/read-archive.ts';
import { restoreBackup } from '#platform/backup/restore.server.ts';
import type { Config } from '#platform/config/config.ts';
import { filePlace } from '#platform/files/file-place.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import { langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { openServer } from '#platform/postgres/open-server.ts';
import { startPostgres } from '#platform/postgres/supervisor.ts';
import type { Given } from './arguments.ts';
import { refuseMoved } from './moved-marker.ts';
import { nameTheAddress } from './name-the-address.ts';
import { migrateServer } from './product.ts';
import { refuse } from './refuse.ts';
import { makeRehearsalFolder } from './rehearsal-folder.ts';
import { type AuditProof, proveAudit } from './restored-audit.server.ts';
import { stopwatch } from './stopwatch.ts';
import { texts } from './texts.ts';

/**
 * Puts a backup into the database, then brings it to the newest version; or only tries whether that would succeed.
 * The file is checked from end to end before anything else happens.
 * @returns the exit code
 */
export async function restore(config: Config, log: Log, { operand, switches }: Given): Promise<number> {
  if (switches.has('rehearse') && switches.has('replace'))
    throw refuse('rehearse-alone', (t) => t.rehearseAlone);
  refuseMoved(config);
  const passed = stopwatch();
  const isTrial = switches.has('rehearse');
  const archive = await checkArchive(operand === undefined ? newestBackup(config) : resolve(operand));
  if (isTrial) {
    const audit = await rehearse(config, log, archive);
    say(archive, 'rehearsed', passed());
    sayAudit(audit);
    return audit.faults === 0 ? 0 : 1;
  }
  const postgres = await openServer(config, log, { ifRunning: 'refuse' }).catch(nameTheAddress(config));
  try {
    const owner = connectionFor(postgres.server, 'migrator');
    await restoreBackup(owner, archive, {
      replace: switches.has('replace'),
      files: filePlace(config.dataFolder, config.files),
    });
    await migrateServer(postgres.server);
  } finally {
    await postgres.stop();
  }
  say(archive, 'restored', passed());
  return 0;
}

/** The file of the data folder's own backups that was made last. */
function newestBackup({ dataFolder }: Config): string {
  const folder = join(dataFolder, 'backups');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.tar.gz')) : [];
  const [newest] = names
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (newest === undefined) throw refuse('no-backup', (t) => t.noBackupHere(folder));
  return newest;
}

/** Restores into a PostgreSQL that lives as long as the trial, checks the audit there, and notes in the real database
 *  what came of it. */
async function rehearse(config: Config, log: Log, archive: CheckedArchive): Promise<AuditProof> {
  const folder = await makeRehearsalFolder(config.dataFolder, log);
  let audit: AuditProof;
  try {
    const trial = await startPostgres({
      dataFolder: folder,
      log,
      ifRunning: 'refuse',
      durability: 'scratch',
    });
    try {
      await restoreBackup(connectionFor(trial.server, 'migrator'), archive, { replace: false });
      await migrateServer(trial.server);
      audit = await proveAudit(trial.server);
    } finally {
      await trial.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const postgres = await openServer(config, log, { ifRunning: 'share' });
  try {
    await recordRehearsal(connectionFor(postgres.server, 'migrator'), archive, audit);
  } finally {
    await postgres.stop();
  }
  return audit;
}

function sayAudit({ lines, faults }: AuditProof): void {
  const sentences = langs.map((lang) => {
    const number = (value: number) => formatNumber(lang, value);
    return faults === 0
      ? texts(lang).auditProved(number(lines))
      : texts(lang).auditFaulty(number(lines), number(faults));
  });
  process.stdout.write(`${sentences.join('\n')}\n`);
}

function say(archive: CheckedArchive, deed: 'restored' | 'rehearsed', seconds: number): void {
  const lines = langs.map((lang) => {
    const madeAt = formatInstant(lang, new Date(archive.about.madeAt));
    const rows = formatNumber(lang, rowCount(archive.seal.tables));
    return texts(lang)[deed](madeAt, rows, formatNumber(lang, seconds));
  });
  process.stdout.write(`${lines.join('\n')}\n`);
}
