// Writes db/types.ts from the schema that the migrations make, on a PostgreSQL of its own that is thrown away.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import { migrate, migrationsFolder } from '#platform/db/migrate.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { startTestCluster } from '#platform/postgres/testing.ts';

const cluster = await startTestCluster();
try {
  await migrate(connectionFor(cluster.server, 'migrator'), migrationsFolder);
  const { host, user, database } = connectionFor(cluster.server, 'migrator');
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host ?? '')}&options=${encodeURIComponent('-c role=sauro_migrator')}`;
  const { status } = spawnSync(
    join(productRoot, 'node_modules', '.bin', 'kysely-codegen'),
    [
      `--url=${url}`,
      '--dialect=postgres',
      '--date-parser=string',
      '--numeric-parser=number',
      '--default-schema=none',
      '--include-pattern={platform,lists,directory,calendar,casework,planning}.*',
      `--out-file=${join(productRoot, 'db', 'types.ts')}`,
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} finally {
  await cluster.stop();
}
