import pg from 'pg';
import { type Role, roleNames } from './role-names.ts';
import { hasCode, refuse } from './refuse.ts';

const OLDEST_VERSION = 150_000;
const EXTENSION = 'pg_trgm';

/**
 * Sees to it that the two roles exist, that this login may become them, that the migrator may create schemas, and that
 * the extension is there; does only what is missing. Refuses a server that is too old or not in UTF-8, a role that
 * passes by row-level security, and a login with too few rights, naming the statements for the administrator.
 * @param becomes the roles that this login must be able to become
 */
export async function prepareRoles(client: pg.Client, becomes: Role[] = ['migrator', 'app']): Promise<void> {
  const { database, login } = await checkServer(client);
  const name = pg.escapeIdentifier;
  const statements: string[] = [];
  for (const [role, roleName] of Object.entries(roleNames) as [Role, string][]) {
    if (!(await roleExists(client, roleName))) statements.push(`create role ${roleName}`);
    if (becomes.includes(role) && !(await mayBecome(client, roleName)))
      statements.push(`grant ${roleName} to ${name(login)}`);
  }
  if (!(await migratorMayCreate(client)))
    statements.push(`grant create on database ${name(database)} to ${roleNames.migrator}`);
  if (!(await extensionExists(client))) statements.push(`create extension if not exists ${EXTENSION}`);
  for (const statement of statements) await runPrivileged(client, statement, statements);
}

async function checkServer(client: pg.Client): Promise<{ database: string; login: string }> {
  const { rows } = await client.query<{
    version: string;
    number: number;
    encoding: string;
    database: string;
    login: string;
  }>(`select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
             current_setting('server_encoding') as encoding, current_database() as database, current_user as login`);
  const [server] = rows;
  if (!server) throw new Error('the server did not say what it is');
  if (server.number < OLDEST_VERSION) throw refuse('too-old', (t) => t.tooOld(server.version));
  if (server.encoding !== 'UTF8') throw refuse('not-utf8', (t) => t.notUtf8(server.encoding));
  return server;
}

async function roleExists(client: pg.Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ mighty: boolean }>(
    'select rolsuper or rolbypassrls as mighty from pg_roles where rolname = $1',
    [role],
  );
  if (rows[0]?.mighty) throw refuse('too-mighty', (t) => t.tooMighty(role));
  return rows.length === 1;
}

/** Asked by trying: from version 16 on, being a member and being allowed to become the role are two things. */
async function mayBecome(client: pg.Client, role: string): Promise<boolean> {
  try {
    await client.query(`set role ${role}`);
    await client.query('reset role');
    return true;
  } catch (error) {
    if (hasCode(error, '42501', '22023')) return false;
    throw error;
  }
}

async function migratorMayCreate(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select has_database_privilege(oid, current_database(), 'CREATE') as may from pg_roles where rolname = $1`,
    [roleNames.migrator],
  );
  return rows[0]?.may ?? false;
}

async function extensionExists(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_extension where extname = $1', [EXTENSION]);
  return rowCount === 1;
}

/** Another process that starts at the same moment may have been quicker: what exists already is no failure. */
async function runPrivileged(client: pg.Client, statement: string, all: string[]): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if (hasCode(error, '42710', '23505')) return;
    if (hasCode(error, '42501')) throw refuse('roles-missing', (t) => t.rolesMissing(`${all.join('; ')};`));
    throw error;
  }
}
