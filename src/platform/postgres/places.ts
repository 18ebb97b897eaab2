import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, accountFor, canReach } from './account.ts';
import { hasCode, refuse } from './refuse.ts';

/** Where one cluster keeps its things. */
export type Places = {
  /** Holds everything below except, for a long path, the socket. */
  readonly base: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** Who may connect: written by us, only read by PostgreSQL. */
  readonly access: string;
  readonly log: string;
  readonly socket: string;
  readonly account: Account | undefined;
};

/** A socket address holds 107 bytes, and PostgreSQL adds `/.s.PGSQL.5432.lock`. */
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432.lock'.length;

/** Where root's clusters live when the data folder lies under a folder closed to others, such as /root. */
const SYSTEM_DATA = '/var/lib/sauro';

/**
 * Finds and makes the folders of the cluster of a data folder. Started as root under a closed folder, the cluster lies
 * in /var/lib/sauro and `postgres` in the data folder is a link to it. Refuses when a folder cannot be written.
 */
export function preparePlaces(dataFolder: string): Places {
  try {
    makeFolder(dataFolder);
    const base = chooseBase(dataFolder);
    makeFolder(base);
    const cluster = join(base, 'postgres');
    const account = accountFor(cluster);
    if (base !== dataFolder && !existsSync(join(dataFolder, 'postgres')))
      symlinkSync(cluster, join(dataFolder, 'postgres'));
    const access = join(base, 'postgres-access');
    makeFolder(access);
    const socket = chooseSocketFolder(base);
    makePrivateFolder(socket, account);
    return { base, cluster, access, log: join(base, 'postgres.log'), socket, account };
  } catch (error) {
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG'))
      throw refuse('unwritable', (t) => t.unwritable(dataFolder));
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) throw refuse('no-room', (t) => t.noRoom(dataFolder, 200));
    throw error;
  }
}

function chooseBase(dataFolder: string): string {
  const linked = join(dataFolder, 'postgres');
  if (lstatSync(linked, { throwIfNoEntry: false })?.isSymbolicLink())
    return existsSync(linked) ? dirname(realpathSync(linked)) : systemBase(dataFolder);
  return canReach(linked, accountFor(linked)) ? realpathSync(dataFolder) : systemBase(dataFolder);
}

function systemBase(dataFolder: string): string {
  return join(SYSTEM_DATA, shortHash(realpathSync(dataFolder)));
}

function chooseSocketFolder(base: string): string {
  const inside = join(base, 'socket');
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) return inside;
  // In /tmp, not where TMPDIR points: that may be as long as the folder that was too long.
  return `/tmp/sauro-${shortHash(base)}`;
}

/** Others may pass through, so that another account reaches its cluster, but not look around. */
function makeFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o711);
}

/** Makes a folder that only the cluster's account may enter; one that somebody else put there first is refused. */
function makePrivateFolder(folder: string, account: Account | undefined): void {
  const owner = account ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) {
    mkdirSync(folder, { mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
  } else if (!found.isDirectory() || (process.getuid && found.uid !== owner.uid)) {
    throw refuse('not-ours', (t) => t.notOurs(folder));
  } else {
    chmodSync(folder, 0o700);
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
