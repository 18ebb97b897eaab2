import { chmodSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { roleNames } from './role-names.ts';
import type { Places } from './places.ts';
import type { Transport } from './transport.ts';

/** Logins of the bundled cluster beside the app role, which signs in as itself and can become nobody else. */
export const SUPERUSER = 'sauro_superuser';
/** Becomes the migrator, or the app role for who names our server by an address. */
export const LOGIN = 'sauro';
export const DATABASE = 'sauro';

/** `scratch` gives up surviving a crash of the machine, for databases that live as long as one test run. */
export type Durability = 'full' | 'scratch';

/** Writes who may connect. Written anew at each start, so that data moved to another user's folder opens for them. */
export function writeAccessFiles(places: Places): void {
  const caller = userInfo().username.replaceAll('"', '""');
  const rules = ['local all all peer map=sauro', 'host all all 127.0.0.1/32 scram-sha-256'];
  const callers = [SUPERUSER, LOGIN, roleNames.app].map((role) => `sauro "${caller}" ${role}`);
  writeReadable(hbaFile(places), rules);
  writeReadable(identFile(places), callers);
}

/** The arguments of the server program. Errors of clients stay out of its log: they may quote a row, and the program
 *  that made them writes them to its own log. */
export function serverArguments(places: Places, transport: Transport, durability: Durability): string[] {
  const settings: Record<string, string> = {
    hba_file: hbaFile(places),
    ident_file: identFile(places),
    listen_addresses: transport.kind === 'socket' ? '' : '127.0.0.1',
    port: String(transport.kind === 'socket' ? 5432 : transport.port),
    unix_socket_directories: transport.kind === 'socket' ? `"${transport.folder.replaceAll('"', '""')}"` : '',
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '256MB',
    synchronous_commit: 'on',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    lc_messages: 'C',
    idle_in_transaction_session_timeout: '60s',
    ...(durability === 'scratch'
      ? { fsync: 'off', full_page_writes: 'off', shared_buffers: '64MB' }
      : { fsync: 'on' }),
  };
  return [
    '-D',
    places.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Whatever the umask is, the account of the server must be able to read. */
function writeReadable(path: string, lines: string[]): void {
  writeFileSync(path, `${lines.join('\n')}\n`);
  chmodSync(path, 0o644);
}

function hbaFile(places: Places): string {
  return join(places.access, 'pg_hba.conf');
}

function identFile(places: Places): string {
  return join(places.access, 'pg_ident.conf');
}
