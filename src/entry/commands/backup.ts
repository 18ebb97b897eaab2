import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backUp, rowCount } from '#platform/backup/back-up.server.ts';
import type { CheckedArchive } from '#platform/backup/read-archive.ts';
import { refuseTaken } from '#platform/backup/write-archive.ts';
import type { Config } from '#platform/config/config.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { filePlace } from '#platform/files/file-place.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { connectionFor, type DatabaseServer } from '#platform/postgres/connection.ts';
import { openServer } from '#platform/postgres/open-server.ts';
import type { Given } from './arguments.ts';
import { refuseMoved } from './moved-marker.ts';
import { stopwatch } from './stopwatch.ts';
import { texts } from './texts.ts';

const megabyte = 1024 * 1024;

/** Writes all data into one file, of the time of day unless it is named; a product that runs goes on undisturbed.
 *  @returns the exit code: 1 when a file was lost before and so is not in it */
export async function backup(config: Config, log: Log, { operand }: Given): Promise<number> {
  refuseMoved(config);
  const passed = stopwatch();
  const path = operand === undefined ? backupPath(config, 'sauro') : resolve(operand);
  await refuseTaken(path);
  const postgres = await openServer(config, log, { ifRunning: 'share' });
  try {
    const made = await backUpTo(config, postgres.server, path);
    const lines = langs.map((lang) => {
      const number = (value: number) => formatNumber(lang, value);
      const size = number(Math.ceil(made.byteCount / megabyte));
      const files = number(made.seal.contents.length);
      return texts(lang).backedUp(path, number(rowCount(made.seal.tables)), files, size, number(passed()));
    });
    process.stdout.write(`${[...lines, texts('vi').checksum(made.sha256.toString('hex'))].join('\n')}\n`);
    const lost = made.seal.contents.filter(({ isWhole }) => !isWhole).length;
    if (lost === 0) return 0;
    process.stdout.write(
      `${langs.map((lang) => texts(lang).filesLost(formatNumber(lang, lost))).join('\n')}\n`,
    );
    return 1;
  } finally {
    await postgres.stop();
  }
}

/** Writes a backup of a server and of the files of the configuration, by this release. */
export function backUpTo(config: Config, server: DatabaseServer, path: string): Promise<CheckedArchive> {
  const text = readFileSync(join(productRoot, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  const { store } = filePlace(config.dataFolder, config.files);
  return backUp(connectionFor(server, 'migrator'), path, version, store);
}

/** Where a backup of this moment lies in the data folder. */
export function backupPath(config: Config, kind: 'sauro' | 'move'): string {
  const stamp = new Date()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '');
  return join(config.dataFolder, 'backups', `${kind}-${stamp}.tar.gz`);
}
