import type pg from 'pg';

/** Who a connection acts as: the owner of the schemas, or the program at work, which row-level security binds. */
export type Role = 'migrator' | 'app';

export const roleNames: Readonly<Record<Role, string>> = { migrator: 'sauro_migrator', app: 'sauro_app' };

/** A PostgreSQL server with a login that may become either role; `appUrl` is a second login where it may not. */
export type DatabaseServer =
  | { readonly kind: 'bundled'; readonly host: string; readonly port: number; readonly password?: string }
  | { readonly kind: 'given'; readonly url: string; readonly appUrl: string | undefined };

/**
 * How to open connections that act as one role. Bundled or given, the login is one that may become the role, and the
 * role is set as the connection opens (`-c role=…`), so a connection never acts as anybody else.
 */
export function connectionFor(server: DatabaseServer, role: Role): pg.PoolConfig {
  const options = `-c role=${roleNames[role]}`;
  if (server.kind === 'bundled') return { ...bundledLogin(server), options };
  const url = new URL(role === 'app' ? (server.appUrl ?? server.url) : server.url);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} ${options}`.trim());
  return { connectionString: url.href };
}

/** The login itself, before it becomes a role: only for preparing the roles. */
export function loginFor(server: DatabaseServer): pg.ClientConfig {
  return server.kind === 'bundled' ? bundledLogin(server) : { connectionString: server.url };
}

function bundledLogin(server: Extract<DatabaseServer, { kind: 'bundled' }>): pg.ClientConfig {
  const { host, port, password } = server;
  return { host, port, user: 'sauro', database: 'sauro', ...(password ? { password } : {}) };
}
