import type pg from 'pg';
import { type Role, roleNames } from './role-names.ts';
import { LOGIN } from './settings.ts';

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
 * How to open connections that act as one role. On our own server the app role signs in as itself, so that no statement
 * can take it back to a mightier one. Elsewhere the login is one that may become the role, which is set as the
 * connection opens (`-c role=…`).
 */
export function connectionFor(server: DatabaseServer, role: Role): pg.PoolConfig {
  const options = `-c role=${roleNames[role]}`;
  if (server.kind === 'bundled')
    return { ...bundledLogin(server, role), options, application_name: applicationName };
  const url = new URL(role === 'app' ? (server.appUrl ?? server.url) : server.url);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} ${options}`.trim());
  url.searchParams.set('application_name', applicationName);
  return { connectionString: url.href };
}

function bundledLogin({ host, port, database, password }: BundledServer, role: Role): pg.ClientConfig {
  const user = role === 'app' ? roleNames.app : LOGIN;
  return { host, port, database, user, ...(password ? { password } : {}) };
}
