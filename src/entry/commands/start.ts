import type { Config } from '#platform/config/config.ts';
import type { Log } from '#platform/log/log.ts';
import { openServer } from '#platform/postgres/open-server.ts';
import type { Given } from './arguments.ts';
import { refuseMoved } from './moved-marker.ts';
import { nameTheAddress } from './name-the-address.ts';
import { listenForStop } from './stop-signal.ts';

/** Runs everything in one process until it is asked to stop: database, migrations, demo, web pages, background work.
 *  With `--empty` there is no demo, and a database that holds one is refused.
 *  @returns the exit code */
export async function start(config: Config, log: Log, given: Given): Promise<number> {
  const signal = listenForStop();
  refuseMoved(config);
  // An empty folder takes seconds to become a server, and the rest of the program a second to be read: side by side.
  const [postgres, { runAll }] = await Promise.all([
    openServer(config, log, { ifRunning: 'refuse', onLost: signal.lost }).catch(nameTheAddress(config)),
    import('./run-all.ts'),
  ]);
  return runAll(config, log, given, { signal, postgres });
}
