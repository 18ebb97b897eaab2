import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '#platform/log/log.ts';
import type { DatabaseServer } from './connection.ts';
import { startPostgres } from './supervisor.ts';

export type TestCluster = {
  readonly server: DatabaseServer;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
};

/** Starts a PostgreSQL of its own in a temporary folder, quick because it need not survive a crash of the machine. */
export async function startTestCluster(): Promise<TestCluster> {
  const dataFolder = temporaryFolder();
  const postgres = await startPostgres({
    dataFolder,
    log: createLog('silent'),
    ifRunning: 'refuse',
    durability: 'scratch',
  });
  return {
    server: postgres.server,
    stop: async () => {
      await postgres.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sauro-test-'));
}
