import type { Config } from '#platform/config/config.ts';
import { langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { setUpLink } from '#modules/directory/links.ts';
import { setUpCodeFor } from '../first-run.ts';
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
    const code = await setUpCodeFor(product.services);
    const running = await serveWeb(config, product.services, log, code);
    const address = localAddressOf(config, running.port);
    const lines = langs.map((lang) => texts(lang).ready(address));
    if (code) lines.push(...langs.map((lang) => texts(lang).setUp(`${address}${setUpLink()}`, code)));
    process.stdout.write(`${lines.join('\n')}\n`);
    const reason = await signal.stopped;
    await running.stop();
    return reason === 'asked' ? 0 : 1;
  } finally {
    await product.close();
  }
}
