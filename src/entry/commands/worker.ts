import type { Config } from '#platform/config/config.ts';
import { langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { startWorker } from '../worker.ts';
import { openMigrated } from './product.ts';
import { serveWatch } from './serve-web.ts';
import { listenForStop } from './stop-signal.ts';
import { texts } from './texts.ts';

/** Does only the background work, on a database that is ready, until it is asked to stop.
 *  @returns the exit code */
export async function worker(config: Config, log: Log): Promise<number> {
  const signal = listenForStop();
  const product = await openMigrated(config, log, signal.lost);
  try {
    const watch = await serveWatch(config, product.services, log);
    const running = await startWorker(product.services, connectionFor(product.server, 'migrator'));
    process.stdout.write(`${langs.map((lang) => texts(lang).workerReady).join('\n')}\n`);
    const reason = await signal.stopped;
    await running.stop();
    await watch?.stop();
    return reason === 'asked' ? 0 : 1;
  } finally {
    await product.close();
  }
}
