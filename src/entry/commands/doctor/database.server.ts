import pg from 'pg';
import type { Config } from '#platform/config/config.ts';
import { pendingMigrations } from '#platform/db/migrate.ts';
import type { Log } from '#platform/log/log.ts';
import { connectionFor, roleNames } from '#platform/postgres/connection.ts';
import { openServer } from '#platform/postgres/open-server.ts';
import { migrationsFolder } from '../product.ts';
import { auditFindings } from './audit.server.ts';
import { bad, type Finding, good, note } from './finding.ts';

/** Checks the database, starting the bundled one for the moment when it does not run. Refuses when it cannot be had. */
export async function databaseFindings(config: Config, log: Log): Promise<Finding[]> {
  const postgres = await openServer(config, log, { ifRunning: 'share' });
  const client = new pg.Client(connectionFor(postgres.server, 'migrator'));
  try {
    await client.connect();
    return [
      ...(await serverFindings(client, config.databaseUrl !== undefined)),
      await schemaFinding(client),
      await roleFinding(client),
      ...(await tableFindings(client)),
      ...(await auditFindings(client)),
    ];
  } finally {
    await client.end();
    await postgres.stop();
  }
}

async function serverFindings(client: pg.Client, isGiven: boolean): Promise<Finding[]> {
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

async function schemaFinding(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query("select from pg_namespace where nspname = 'migration'");
  if (rows.length === 0) return note((t) => t.fresh);
  const { length } = await pendingMigrations(client, migrationsFolder);
  return length === 0 ? good((t) => t.migrated) : bad((t) => t.pending(length));
}

async function roleFinding(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ mighty: boolean }>(
    'select rolsuper or rolbypassrls as mighty from pg_roles where rolname = $1',
    [roleNames.app],
  );
  return rows[0]?.mighty === false ? good((t) => t.roleBound) : bad((t) => t.roleMighty);
}

/** A table of the communes is one with a column `tenant_id`, in any schema that is ours. */
async function tableFindings(client: pg.Client): Promise<Finding[]> {
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
