import type { TestProject } from 'vitest/node';
import { migrate, migrationsFolder } from '#platform/db/migrate.ts';
import { connectionFor, type DatabaseServer } from './connection.ts';
import { startTestCluster } from './testing.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run; its database is migrated and only to be cloned. */
    testServer: DatabaseServer;
  }
}

/** Starts a PostgreSQL for the tests that need one, with a migrated database to clone, and takes both away after. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  await migrate(connectionFor(cluster.server, 'migrator'), migrationsFolder);
  project.provide('testServer', cluster.server);
  return cluster.stop;
}
