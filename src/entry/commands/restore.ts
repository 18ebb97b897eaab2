import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { recordBackup, rowCount } from '#platform/backup/back-up.server.ts';
import { type CheckedArchive, checkArchive } from '#platform/backup/read-archive.ts';
import { restoreBackup } from '#platform/backup/restore.server.ts';
import type { Config } from '#platform/config/config.ts';
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
import { stopwatch } from './stopwatch.ts';
import { texts } from './texts.ts';

/**
 * Puts a backup into the database, then brings it to the newest version; or only tries whether that would succeed.
 * The file is checked from end to end before anything else happens.
 * @returns the exit code
 */
export async function restore(config: Config, log: Log, { operand = '', switches }: Given): Promise<number> {
  if (switches.has('rehearse') && switches.has('replace'))
    throw refuse('rehearse-alone', (t) => t.rehearseAlone);
  refuseMoved(config);
  const passed = stopwatch();
  const archive = await checkArchive(resolve(operand));
  if (switches.has('rehearse')) {
    await rehearse(config, log, archive);
    say(archive, 'rehearsed', passed());
    return 0;
  }
  const postgres = await openServer(config, log, { ifRunning: 'refuse' }).catch(nameTheAddress(config));
  try {
    const owner = connectionFor(postgres.server, 'migrator');
    await restoreBackup(owner, archive, { replace: switches.has('replace') });
    await migrateServer(postgres.server);
  } finally {
    await postgres.stop();
  }
  say(archive, 'restored', passed());
  return 0;
}

/** Restores into a PostgreSQL that lives as long as the trial, and notes in the real database that it went well. */
async function rehearse(config: Config, log: Log, archive: CheckedArchive): Promise<void> {
  mkdirSync(config.dataFolder, { recursive: true });
  const folder = mkdtempSync(join(config.dataFolder, 'rehearsal-'));
  // Another account runs the server of a program that root started, and must get through to its data.
  chmodSync(folder, 0o711);
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
    } finally {
      await trial.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const postgres = await openServer(config, log, { ifRunning: 'share' });
  try {
    await recordBackup(connectionFor(postgres.server, 'migrator'), 'rehearsal', archive);
  } finally {
    await postgres.stop();
  }
}

function say(archive: CheckedArchive, deed: 'restored' | 'rehearsed', seconds: number): void {
  const lines = langs.map((lang) => {
    const madeAt = formatInstant(lang, new Date(archive.about.madeAt));
    const rows = formatNumber(lang, rowCount(archive.seal.tables));
    return texts(lang)[deed](madeAt, rows, formatNumber(lang, seconds));
  });
  process.stdout.write(`${lines.join('\n')}\n`);
}
