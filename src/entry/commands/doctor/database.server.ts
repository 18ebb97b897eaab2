import type { Config } from '#platform/config/config.ts';
import { openPool, type Pool } from '#platform/db/db.ts';
import { migrationsFolder, pendingMigrations, SchemaNewer } from '#platform/db/migrate.ts';
import type { Log } from '#platform/log/log.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { roleNames } from '#platform/postgres/role-names.ts';
import { openServer } from '#platform/postgres/open-server.ts';
import { freeBytes } from '#platform/postgres/cluster.ts';
import { refuseMoved } from '../moved-marker.ts';
import { publishedAddress } from '../running-address.ts';
import { auditFindings } from './audit.server.ts';
import { fileFindings } from './files.server.ts';
import { type WorkPlace, workFindings } from './work.server.ts';
import { bad, type Finding, good, note } from './finding.ts';

/** Checks the database, starting the bundled one for the moment when it does not run. Refuses when it cannot be had. */
export async function databaseFindings(config: Config, log: Log): Promise<Finding[]> {
  refuseMoved(config);
  const postgres = await openServer(config, log, { ifRunning: 'share' });
  const pool = openPool({ ...connectionFor(postgres.server, 'migrator'), max: 1 }, () => undefined);
  try {
    const schema = await schemaFinding(pool);
    return [
      ...(await serverFindings(pool, config.databaseUrl !== undefined)),
      schema,
      await roleFinding(pool),
      ...(await tableFindings(pool)),
      ...(schema.verdict === 'good'
        ? [
            ...(await workFindings(pool, placeOf(config))),
            ...(await auditFindings(pool)),
            ...(await fileFindings(pool, config)),
          ]
        : []),
    ];
  } finally {
    await pool.end();
    await postgres.stop();
  }
}

function placeOf(config: Config): WorkPlace {
  return {
    isRunning: publishedAddress(config.dataFolder) !== undefined,
    freeBytes: freeBytes(config.dataFolder),
  };
}

async function serverFindings(client: Pool, isGiven: boolean): Promise<Finding[]> {
  const { rows } = await client.query<{
    version: string;
    encoding: string;
    order: string;
    vietnamese: boolean;
  }>(
    `select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
            coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', datcollate) as "order",
            exists (select from pg_collation where collname = 'vi-x-icu') as vietnamese
     from pg_database d where datname = current_database()`,
  );
  const [server] = rows;
  if (!server) return [];
  return [
    good((t) => t.server(server.version, isGiven ? t.given : t.bundled)),
    server.vietnamese ? good((t) => t.encoding(server.encoding, server.order)) : bad((t) => t.noVietnamese),
  ];
}

async function schemaFinding(client: Pool): Promise<Finding> {
  const { rows } = await client.query("select from pg_namespace where nspname = 'migration'");
  if (rows.length === 0) return note((t) => t.fresh);
  const connection = await client.connect();
  try {
    const { length } = await pendingMigrations(connection, migrationsFolder);
    return length === 0 ? good((t) => t.migrated) : bad((t) => t.pending(length));
  } catch (error) {
    if (error instanceof SchemaNewer) return bad((t) => t.schemaNewer);
    throw error;
  } finally {
    connection.release();
  }
}

async function roleFinding(client: Pool): Promise<Finding> {
  const { rows } = await client.query<{ mighty: boolean }>(
    'select rolsuper or rolbypassrls as mighty from pg_roles where rolname = $1',
    [roleNames.app],
  );
  return rows[0]?.mighty === false ? good((t) => t.roleBound) : bad((t) => t.roleMighty);
}

/** A table of the communes is one with a column `tenant_id`, in any schema that is ours. */
async function tableFindings(client: Pool): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string; closed: boolean }>(
    `select c.oid::regclass::text as name, c.relrowsecurity as closed
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'usage')
     order by 1`,
  );
  if (rows.length === 0) return [];
  const open = rows.filter((row) => !row.closed).map((row) => row.name);
  return [
    open.length === 0 ? good((t) => t.tablesClosed(rows.length)) : bad((t) => t.tablesOpen(open.join(', '))),
  ];
}
