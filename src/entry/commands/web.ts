import type { Config } from '#platform/config/config.ts';
import { langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { openMigrated } from './product.ts';
import { localAddressOf, serveWeb } from './serve-web.ts';
import { listenForStop } from './stop-signal.ts';
import { texts } from './texts.ts';

/** Serves only the web pages, on a database that is ready, until it is asked to stop.
 *  @returns the exit code */
export async function web(config: Config, log: Log): Promise<number> {
  const signal = listenForStop();
  const product = await openMigrated(config, log, signal.lost);
  try {
    const running = await serveWeb(config, product.services, log);
    const address = localAddressOf(config, running.port);
    process.stdout.write(`${langs.map((lang) => texts(lang).ready(address)).join('\n')}\n`);
    const reason = await signal.stopped;
    await running.stop();
    return reason === 'asked' ? 0 : 1;
  } finally {
    await product.close();
  }
}
