import { existsSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuse } from './refuse.ts';

/** The operating-system account that runs PostgreSQL when this process is root, which PostgreSQL refuses to be. */
export type Account = { readonly uid: number; readonly gid: number };

/** Accounts tried in this order: one made by the administrator for the product, else the one that every system has. */
const CANDIDATES = ['sauro', 'nobody'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Chooses the account for a cluster: undefined means the present user. Existing data keeps the account that owns it.
 * No account is created: initdb only asks that the one it runs under has a name.
 */
export function accountFor(clusterFolder: string): Account | undefined {
  if (!isRoot()) return undefined;
  const owner = existsSync(clusterFolder) ? statSync(clusterFolder) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const entry = entries.find((fields) => fields[0] === name);
    if (entry) return { uid: Number(entry[2]) >>> 0, gid: Number(entry[3]) >>> 0 };
  }
  throw refuse('no-account', (t) => t.noAccount());
}

/** Whether an account can open what lies at `path` (or would lie there): every folder above lets it through.
 *  Reads permission bits only, so an access list that grants more is not seen, and one that grants less is rare. */
export function canReach(path: string, account: Account | undefined): boolean {
  if (!account) return true;
  let folder = existsSync(path) ? realpathSync(path) : join(nearestExisting(path), 'absent');
  const permissions = existsSync(folder) ? 0o5 : 0;
  if (permissions && !grants(statSync(folder), account, permissions)) return false;
  while (folder !== dirname(folder)) {
    folder = dirname(folder);
    if (!grants(statSync(folder), account, 0o1)) return false;
  }
  return true;
}

function nearestExisting(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) ? realpathSync(parent) : nearestExisting(parent);
}

function grants(stats: Stats, account: Account, wanted: number): boolean {
  const shift = stats.uid === account.uid ? 6 : stats.gid === account.gid ? 3 : 0;
  return ((stats.mode >> shift) & wanted) === wanted;
}
