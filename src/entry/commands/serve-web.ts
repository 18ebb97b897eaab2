import type { Config } from '#platform/config/config.ts';
import type { Log } from '#platform/log/log.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { type RunningWeb, startWatch, startWeb } from '../web.ts';
import { refuse } from './refuse.ts';

/** Serves the web pages; refuses with a sentence when the port or the address cannot be had. */
export async function serveWeb(
  config: Config,
  services: Services,
  log: Log,
  setUpCode?: string,
): Promise<RunningWeb> {
  return startWeb(config, services, log, setUpCode).catch(explain(config, config.port));
}

/** Serves what machines ask of a worker, where a port is named for it; refuses like `serveWeb`. */
export async function serveWatch(
  config: Config,
  services: Services,
  log: Log,
): Promise<RunningWeb | undefined> {
  const { workerPort } = config;
  if (workerPort === undefined) return undefined;
  return startWatch(config, services, log, workerPort).catch(explain(config, workerPort));
}

function explain(config: Config, port: number): (error: unknown) => never {
  return (error) => {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') throw refuse('port-taken', (t) => t.portTaken(port));
    if (code === 'EACCES') throw refuse('port-forbidden', (t) => t.portForbidden(port));
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw refuse('host-unknown', (t) => t.hostUnknown(config.host));
    throw error;
  };
}

/** Where a person on this machine opens the pages. */
export function localAddressOf(config: Config, port: number): string {
  const everywhere = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'];
  return `http://${everywhere.includes(config.host) ? 'localhost' : config.host}:${port}`;
}
