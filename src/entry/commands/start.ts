import type { Config } from '#platform/config/config.ts';
import { langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { type DemoSignIn, loadDemoOnce } from '../demo.ts';
import { startWorker } from '../worker.ts';
import { box } from './box.ts';
import { migrateServer, openProduct } from './product.ts';
import { nameTheAddress } from './name-the-address.ts';
import { publishAddress } from './running-address.ts';
import { localAddressOf, serveWeb } from './serve-web.ts';
import { listenForStop } from './stop-signal.ts';
import { texts } from './texts.ts';

/** Runs everything in one process until it is asked to stop: database, migrations, demo, web pages, background work.
 *  @returns the exit code */
export async function start(config: Config, log: Log): Promise<number> {
  const signal = listenForStop();
  const product = await openProduct(config, log, { ifRunning: 'refuse', onLost: signal.lost }).catch(
    nameTheAddress(config),
  );
  const endings: (() => Promise<void> | void)[] = [product.close];
  try {
    await migrateServer(product.server);
    const signIns = config.demo ? await loadDemoOnce(product.services) : [];
    const web = await serveWeb(config, product.services, log);
    endings.push(web.stop);
    const worker = await startWorker(product.services, connectionFor(product.server, 'migrator'));
    endings.push(worker.stop);
    const address =
      config.baseUrl === defaultBaseUrl(config) ? localAddressOf(config, web.port) : config.baseUrl;
    endings.push(publishAddress(config.dataFolder, address));
    process.stdout.write(greeting(address, signIns));
    const reason = await signal.stopped;
    process.stdout.write(`${texts('vi').stopping}\n`);
    return reason === 'asked' ? 0 : 1;
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

function defaultBaseUrl(config: Config): string {
  return `http://localhost:${config.port}`;
}

function greeting(address: string, signIns: readonly DemoSignIn[]): string {
  const lines = langs.map((lang) => texts(lang).ready(address));
  if (signIns.length > 0) {
    lines.push('', ...langs.map((lang) => texts(lang).signIns), '');
    lines.push(...table(signIns.map(({ commune, role, name, password }) => [commune, role, name, password])));
  }
  lines.push('', langs.map((lang) => texts(lang).howToStop).join(' '));
  return `\n${box(lines)}\n`;
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '));
}
