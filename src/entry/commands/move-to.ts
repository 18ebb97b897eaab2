import { recordBackup, rowCount } from '#platform/backup/back-up.server.ts';
import { restoreBackup } from '#platform/backup/restore.server.ts';
import { type Config, readConfig } from '#platform/config/config.ts';
import { filePlace } from '#platform/files/file-place.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { openServer } from '#platform/postgres/open-server.ts';
import type { Given } from './arguments.ts';
import { backUpTo, backupPath } from './backup.ts';
import { markMoved, refuseMoved } from './moved-marker.ts';
import { nameTheAddress } from './name-the-address.ts';
import { migrateServer } from './product.ts';
import { refuse } from './refuse.ts';
import { texts } from './texts.ts';

/**
 * Moves the data of the bundled PostgreSQL to a server: a backup, restored there and compared, and a mark in the data
 * folder so that nobody goes on with the old copy, which stays as it was. The product must not run meanwhile, for what
 * is written during the move would be lost. Refuses a server that holds data already.
 * @returns the exit code
 */
export async function moveTo(config: Config, log: Log, { operand }: Given): Promise<number> {
  if (config.databaseUrl) throw refuse('moves-from-bundled', (t) => t.movesFromBundled);
  refuseMoved(config);
  const there = readConfig({ ...process.env, DATABASE_URL: operand });
  const source = await openServer(config, log, { ifRunning: 'refuse' }).catch(nameTheAddress(config));
  try {
    const target = await openServer(there, log, { ifRunning: 'share' });
    const path = backupPath(config, 'move');
    const archive = await backUpTo(config, source.server, path);
    const owner = connectionFor(target.server, 'migrator');
    await restoreBackup(owner, archive, {
      replace: false,
      files: filePlace(there.dataFolder, there.files),
    });
    await migrateServer(target.server);
    await recordBackup(owner, archive);
    const host = hostOf(there.databaseUrl ?? '');
    markMoved(config.dataFolder, host);
    const lines = langs.flatMap((lang) => [
      texts(lang).moved(host, formatNumber(lang, rowCount(archive.seal.tables))),
      texts(lang).keptBackup(path),
    ]);
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  } finally {
    await source.stop();
  }
}

/** The server as a person knows it, without user and password. */
function hostOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? host}${pathname}`;
}
