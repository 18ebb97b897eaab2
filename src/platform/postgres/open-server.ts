import pg from 'pg';
import type { Config } from '#platform/config/config.ts';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import type { Log } from '#platform/log/log.ts';
import type { GivenServer } from './connection.ts';
import { reasonOf, refuse } from './refuse.ts';
import { prepareRoles } from './roles.ts';
import { type RunningPostgres, type StartOptions, startPostgres } from './supervisor.ts';

const PATIENCE_MS = 10_000;

/** Opens the PostgreSQL that the settings name, given or bundled, and leaves its roles ready. */
export async function openServer(
  config: Config,
  log: Log,
  options: Pick<StartOptions, 'ifRunning' | 'onLost'>,
): Promise<RunningPostgres> {
  if (!config.databaseUrl) return startPostgres({ dataFolder: config.dataFolder, log, ...options });
  const server: GivenServer = { kind: 'given', url: config.databaseUrl, appUrl: config.appDatabaseUrl };
  await prepareGiven(server);
  return { server, adopted: true, stop: async () => undefined };
}

async function prepareGiven(server: GivenServer): Promise<void> {
  const { hostname, searchParams } = new URL(server.url);
  const host = hostname || searchParams.get('host') || 'localhost';
  const client = new pg.Client({ connectionString: server.url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await prepareRoles(client, server.appUrl === undefined ? ['migrator', 'app'] : ['migrator']);
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw refuse('unreachable', (t) => t.unreachable(host, reasonOf(error)));
  } finally {
    await client.end();
  }
}
