import { readFileSync } from 'node:fs';
import pg from 'pg';
import { roleNames } from './role-names.ts';
import { prepareRoles } from './roles.ts';
import { DATABASE, LOGIN, SUPERUSER } from './settings.ts';
import { loginAs, type Transport } from './transport.ts';

/** Makes what a new cluster lacks: the roles, how they sign in, and the database that the migrator owns. The superuser
 *  is used here and for nothing else. */
export async function prepareDatabase(superuser: pg.Client, transport: Transport): Promise<void> {
  const secret =
    transport.kind === 'loopback' ? readFileSync(transport.passwordFile, 'utf8').trim() : undefined;
  const login = `login ${secret ? `password ${pg.escapeLiteral(secret)}` : ''}`;
  if (!(await exists(superuser, 'select from pg_roles where rolname = $1', LOGIN)))
    await superuser.query(`create role ${LOGIN} ${login}`);
  if (!(await exists(superuser, 'select from pg_database where datname = $1', DATABASE)))
    await superuser.query(`create database ${DATABASE}`);
  await inDatabase(transport, async (client) => {
    await prepareRoles(client);
    await client.query(`grant ${Object.values(roleNames).join(', ')} to ${LOGIN}`);
    await client.query(`alter role ${roleNames.app} ${login}`);
    await client.query(`alter database ${DATABASE} owner to ${roleNames.migrator}`);
    await trustLike(client);
  });
}

/**
 * Lets searches use their trigram indexes under row-level security: the server asks policies before every comparison
 * that might tell something about a row it hides, and LIKE is not known to be silent. All that it ever says is that a
 * pattern ends with a backslash, and ours do not. Only a superuser may declare that; elsewhere searches read all rows
 * of the tenant.
 */
async function trustLike(superuser: pg.Client): Promise<void> {
  const like = "'pg_catalog.textlike(text, text)'::regprocedure";
  if (await exists(superuser, `select from pg_proc where oid = ${like} and proleakproof::text = $1`, 'false'))
    await superuser.query('alter function pg_catalog.textlike(text, text) leakproof');
}

async function exists(client: pg.Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount === 1;
}

async function inDatabase(transport: Transport, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(loginAs(transport, SUPERUSER, DATABASE));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
