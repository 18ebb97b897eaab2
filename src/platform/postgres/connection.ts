import type pg from 'pg';
import { LOGIN } from './settings.ts';

/** Who a connection acts as: the owner of the schemas, or the program at work, which row-level security binds. */
export type Role = 'migrator' | 'app';

export const roleNames: Readonly<Record<Role, string>> = { migrator: 'sauro_migrator', app: 'sauro_app' };

/** By which the product's connections are known on the server, from whichever machine they come. */
export const applicationName = 'sauro';

/** One database on our own server, reached by socket (the host is its folder) or by port and password. */
export type BundledServer = {
  readonly kind: 'bundled';
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly password?: string;
};

/** A database elsewhere; `appUrl` is a second login for the app role where the first may not become it. */
export type GivenServer = {
  readonly kind: 'given';
  readonly url: string;
  readonly appUrl: string | undefined;
};

export type DatabaseServer = BundledServer | GivenServer;

/**
 * How to open connections that act as one role. Bundled or given, the login is one that may become the role, and the
 * role is set as the connection opens (`-c role=…`), so a connection never acts as anybody else.
 */
export function connectionFor(server: DatabaseServer, role: Role): pg.PoolConfig {
  const options = `-c role=${roleNames[role]}`;
  if (server.kind === 'bundled')
    return { ...bundledLogin(server), options, application_name: applicationName };
  const url = new URL(role === 'app' ? (server.appUrl ?? server.url) : server.url);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} ${options}`.trim());
  url.searchParams.set('application_name', applicationName);
  return { connectionString: url.href };
}

function bundledLogin({ host, port, database, password }: BundledServer): pg.ClientConfig {
  return { host, port, database, user: LOGIN, ...(password ? { password } : {}) };
}
