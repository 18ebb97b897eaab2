import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type pg from 'pg';
import { loadReferenceDays } from '#modules/calendar/index.server.ts';
import { readToken, sessionCookie } from '#modules/directory/index.server.ts';
import { signInLink } from '#modules/directory/links.ts';
import { testPassword, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { openPool, type Pool } from '#platform/db/db.ts';
import { migrate, migrationsFolder } from '#platform/db/migrate.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { startTestCluster } from '#platform/postgres/testing.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';

/** Where something is measured: a PostgreSQL of its own with one commune in it. */
export interface Place {
  readonly services: Services;
  readonly migrator: Pool;
  readonly home: Awaited<ReturnType<typeof testTenant>>;
  /** How the app role connects, for a process of its own. */
  readonly app: pg.PoolConfig;
  /** How the owner connects, for the queue of a process of its own. */
  readonly owner: pg.PoolConfig;
  /** Starts a file of this folder as a process of its own with what it is given, and gives its port. */
  start(file: string, given: unknown): Promise<number>;
}

/** Makes a place, measures there, and takes it away again with all processes that were started. */
export async function withPlace(measure: (place: Place) => Promise<void>): Promise<void> {
  const cluster = await startTestCluster();
  const children: ChildProcess[] = [];
  try {
    await migrate(connectionFor(cluster.server, 'migrator'), migrationsFolder);
    const app = connectionFor(cluster.server, 'app');
    const pool = openPool(app, console.error);
    const migrator = openPool(connectionFor(cluster.server, 'migrator'), console.error);
    const services = quietServices(pool);
    await asOwner(migrator, loadReferenceDays);
    const home = await testTenant(services);
    const start = (file: string, given: unknown) => {
      const child = fork(join(import.meta.dirname, file), {
        execArgv: ['--import', 'tsx'],
        serialization: 'advanced',
      });
      children.push(child);
      return new Promise<number>((resolve, reject) => {
        child.once('message', (port) => resolve(port as number));
        child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
        child.send(given as never);
      });
    };
    const owner = connectionFor(cluster.server, 'migrator');
    await measure({ services, migrator, home, app, owner, start });
    await pool.end();
    await migrator.end();
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await cluster.stop();
  }
}

/** Signs somebody in at the product on this port, and gives the cookie of the session. */
export async function signIn(port: number, name: string, password = testPassword): Promise<string> {
  const origin = `http://127.0.0.1:${port}`;
  const answer = await fetch(origin + signInLink(), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({ name, password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(sessionCookie))
    ?.split(';')[0];
  if (!cookie || !readToken(cookie.split('=')[1])) throw new Error(`sign-in answered ${answer.status}`);
  return cookie;
}
