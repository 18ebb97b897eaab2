import type { Config } from '#platform/config/config.ts';
import type { Log } from '#platform/log/log.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { type RunningWeb, startWeb } from '../web.ts';
import { refuse } from './refuse.ts';

/** Serves the web pages; refuses with a sentence when the port or the address cannot be had. */
export async function serveWeb(
  config: Config,
  services: Services,
  log: Log,
  setUpCode?: string,
): Promise<RunningWeb> {
  try {
    return await startWeb(config, services, log, setUpCode);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') throw refuse('port-taken', (t) => t.portTaken(config.port));
    if (code === 'EACCES') throw refuse('port-forbidden', (t) => t.portForbidden(config.port));
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw refuse('host-unknown', (t) => t.hostUnknown(config.host));
    throw error;
  }
}

/** Where a person on this machine opens the pages. */
export function localAddressOf(config: Config, port: number): string {
  const everywhere = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'];
  return `http://${everywhere.includes(config.host) ? 'localhost' : config.host}:${port}`;
}
