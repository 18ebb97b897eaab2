import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { freePort } from '#platform/http/free-port.ts';
import type { Places } from './places.ts';
import { readPidFile } from './postmaster.ts';

/**
 * How programs reach the cluster. A socket wherever the system has them: the kernel names the caller, so no secret is
 * kept and no port is open. Windows has none: a port on the loopback address, and a password kept in a private file.
 */
export type Transport =
  | { readonly kind: 'socket'; readonly folder: string }
  | { readonly kind: 'loopback'; readonly port: number; readonly passwordFile: string };

export type TransportKind = Transport['kind'];

/** The part of a PostgreSQL login that says where to knock and what to say there. */
export function addressOf(transport: Transport): { host: string; port: number; password?: string } {
  if (transport.kind === 'socket') return { host: transport.folder, port: 5432 };
  return {
    host: '127.0.0.1',
    port: transport.port,
    password: readFileSync(transport.passwordFile, 'utf8').trim(),
  };
}

export function loginAs(transport: Transport, user: string, database: string): pg.ClientConfig {
  return { ...addressOf(transport), user, database };
}

/** Chooses the transport of a server that is about to start; a loopback port is any that is free. */
export async function freshTransport(places: Places, kind: TransportKind): Promise<Transport> {
  if (kind === 'socket') return { kind, folder: places.socket };
  return { kind, port: await freePort(), passwordFile: passwordFileOf(places) };
}

/** The transport of the server that runs already, as its pid file tells. */
export function presentTransport(places: Places, kind: TransportKind): Transport | undefined {
  const file = readPidFile(places.cluster);
  if (!file) return undefined;
  if (kind === 'socket') return file.socket ? { kind, folder: file.socket } : undefined;
  return { kind, port: file.port, passwordFile: passwordFileOf(places) };
}

/** The file with the password of a cluster reached over a port, made at the first use. */
export function passwordFileOf(places: Places): string {
  const file = join(places.access, 'password');
  if (existsSync(file)) return file;
  writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  if (places.account) chownSync(file, places.account.uid, places.account.gid);
  return file;
}
