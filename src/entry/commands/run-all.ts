import type { Config } from '#platform/config/config.ts';
import { langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import type { RunningPostgres } from '#platform/postgres/supervisor.ts';
import { setUpLink } from '#modules/directory/links.ts';
import { whatIsSetUp } from '#modules/directory/index.server.ts';
import { withoutTenant } from '#platform/db/tenant-transaction.ts';
import { type DemoSignIn, loadDemoOnce } from '../demo/demo.ts';
import { countRows, makeJobsKnown } from '../demo/ground.server.ts';
import { setUpCodeFor } from '../first-run.ts';
import { jobs } from '../modules.ts';
import { startWorker } from '../worker.ts';
import type { Given } from './arguments.ts';
import { box } from './box.ts';
import { asMigrator, migrateServer, type OpenProduct, productOn } from './product.ts';
import { refuse } from './refuse.ts';
import { publishAddress } from './running-address.ts';
import { localAddressOf, serveWeb } from './serve-web.ts';
import type { StopSignal } from './stop-signal.ts';
import { texts } from './texts.ts';

/** Runs what stands on the server, until it is asked to stop.
 *  @returns the exit code */
export async function runAll(
  config: Config,
  log: Log,
  { switches }: Given,
  { signal, postgres }: { signal: StopSignal; postgres: RunningPostgres },
): Promise<number> {
  const isEmpty = switches.has('empty');
  const product = await productOn(postgres, config, log);
  const endings: (() => Promise<void> | void)[] = [product.close];
  try {
    await migrateServer(product.server);
    if (isEmpty && (await withoutTenant(product.services.pool, whatIsSetUp)) === 'demo')
      throw refuse('holds-demo', (t) => t.holdsDemo);
    const signIns = config.demo && !isEmpty ? await demoOn(product) : [];
    const setUpCode = await setUpCodeFor(product.services);
    const web = await serveWeb(config, product.services, log, setUpCode);
    endings.push(web.stop);
    const worker = await startWorker(product.services, connectionFor(product.server, 'migrator'));
    endings.push(worker.stop);
    const address =
      config.baseUrl === defaultBaseUrl(config) ? localAddressOf(config, web.port) : config.baseUrl;
    endings.push(publishAddress(config.dataFolder, address));
    process.stdout.write(greeting(address, signIns, setUpCode));
    const reason = await signal.stopped;
    process.stdout.write(`${texts('vi').stopping}\n`);
    return reason === 'asked' ? 0 : 1;
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

async function demoOn({ server, services }: OpenProduct): Promise<DemoSignIn[]> {
  const names = jobs.map(({ name }) => name);
  await asMigrator(server, (db) => makeJobsKnown(db, names));
  return loadDemoOnce(services, () => asMigrator(server, countRows));
}

function defaultBaseUrl(config: Config): string {
  return `http://localhost:${config.port}`;
}

function greeting(address: string, signIns: readonly DemoSignIn[], setUpCode: string | undefined): string {
  const lines = langs.map((lang) => texts(lang).ready(address));
  if (setUpCode)
    lines.push('', ...langs.map((lang) => texts(lang).setUp(`${address}${setUpLink()}`, setUpCode)));
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
